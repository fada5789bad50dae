package intandem.domain.hub;

import intandem.domain.id.Term;
import intandem.domain.port.KeyPair;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.Header;
import intandem.domain.protocol.Place;
import intandem.domain.workspace.Referee;
import intandem.domain.workspace.Referee.Ruling;
import intandem.domain.workspace.Workspace;
import java.time.Instant;
import java.util.List;

/** The entry with which a hub begins, decided and durable, and the log time that starts with it. */
record Opening(Workspace workspace, Clockwork clock) {

  static Opening found(HubPorts ports, KeyPair key, Envelope genesis, Instant now) {
    Clockwork clock = new Clockwork(now, now);
    Place place = new Place(new Term(1, key.publicKey()), 1, clock.at(now));
    Entry entry = new Entry(place, genesis);
    return append(ports, entry, referee(ports).found(entry), clock);
  }

  static Opening reopen(
      HubPorts ports, KeyPair key, Workspace workspace, Envelope start, Instant now) {
    Clockwork clock = new Clockwork(now, workspace.at());
    Term term =
        ports
            .codec()
            .decode(Header.class, start.header())
            .valid()
            .filter(Header.Command.class::isInstance)
            .map(header -> ((Header.Command) header).epoch().term())
            .filter(named -> named.hubKey().equals(key.publicKey()))
            .orElseThrow(() -> new IllegalArgumentException("no start of a term of that key"));
    Entry entry = new Entry(new Place(term, workspace.head().index() + 1, clock.at(now)), start);
    return append(ports, entry, referee(ports).rule(workspace, entry), clock);
  }

  private static Referee referee(HubPorts ports) {
    return Referee.strict(ports.codec(), ports.signer());
  }

  private static Opening append(HubPorts ports, Entry entry, Ruling ruling, Clockwork clock) {
    if (!(ruling instanceof Ruling.Counts(Header header, Workspace next))) {
      throw new IllegalArgumentException("the opening entry does not count: " + ruling);
    }
    ports.log().append(List.of(entry));
    return new Opening(next, clock);
  }
}
