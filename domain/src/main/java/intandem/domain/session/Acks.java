package intandem.domain.session;

import intandem.domain.id.Bytes;
import intandem.domain.id.Head;
import intandem.domain.id.Term;
import intandem.domain.protocol.Ack;
import intandem.domain.protocol.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** This member's own acks: sent when something changed, at most one a second. */
final class Acks {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Core core;
  private boolean stale;
  private Instant last = Instant.EPOCH;

  Acks(Core core) {
    this.core = core;
  }

  /** There is more to acknowledge. */
  void renew() {
    stale = true;
  }

  void send(Instant now) {
    if (due().filter(at -> !at.isAfter(now)).isEmpty()) {
      return;
    }
    stale = false;
    last = now;
    Head head = core.replica.head();
    long seen = core.mail.seen(head.index());
    Term term = core.workspace().reign().term();
    Bytes input = Ack.signingInput(core.identity.workspace(), core.self(), term, head, seen);
    Bytes signature = core.ports.signer().sign(core.identity.sign().privateKey(), input);
    core.send(new Frame.Acked(new Ack(core.self(), term, head, seen, signature)));
  }

  Optional<Instant> due() {
    boolean wanted = stale && core.line.ready() && core.replica.workspace().isPresent();
    return wanted ? Optional.of(last.plus(PAUSE)) : Optional.empty();
  }
}
