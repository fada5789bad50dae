package intandem.app.seat;

import intandem.app.platform.Platform;
import intandem.domain.hub.Hub;
import intandem.domain.id.Term;
import intandem.domain.port.KeyPair;
import intandem.domain.protocol.Entry;
import intandem.domain.session.NextTerm;
import intandem.domain.session.Session;
import intandem.domain.session.boundary.Role;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.boundary.SessionPorts;
import intandem.storage.Database;
import java.time.Instant;
import java.util.List;

/** One member's log and vault, and the hub that can be opened on them. */
record Shelf(Platform platform, Opened.Plan plan) {
  private Database database() {
    return plan.database();
  }

  /** The member's session as its disk holds it. */
  Session session(Role role, Instant now) {
    SessionPorts ports = platform.session(database(), plan.outside().whereabouts());
    return new Session(ports, plan.identity(), role, now);
  }

  /** Opens a hub for a term of that number, with a fresh key. */
  Hub open(int number) {
    KeyPair key = platform.signer().generate();
    SessionPorts ports = platform.session(database(), plan.outside().whereabouts());
    Instant now = platform.clock().instant();
    Term term = new Term(number, key.publicKey());
    NextTerm next = NextTerm.of(ports, plan.identity(), term, now);
    return Hub.reopen(platform.hub(database().log()), key, next.workspace(), next.start(), now);
  }

  /** What the hub appends. */
  void append(List<Entry> entries) {
    database().log().append(entries);
  }

  void write(SessionEffect.Persist persist) {
    if (!persist.entries().isEmpty()) {
      append(persist.entries());
    }
    if (!persist.changes().isEmpty()) {
      database().vault().apply(persist.changes());
    }
  }

  void write(SessionEffect.Replace replace) {
    database().vault().apply(replace.changes());
    database().log().replaceAfter(replace.base(), replace.entries());
  }
}
