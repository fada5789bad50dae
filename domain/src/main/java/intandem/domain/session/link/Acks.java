package intandem.domain.session.link;

import intandem.domain.admission.SlidingWindow;
import intandem.domain.id.Bytes;
import intandem.domain.id.Head;
import intandem.domain.id.Term;
import intandem.domain.protocol.Ack;
import intandem.domain.protocol.Frame;
import intandem.domain.session.core.Core;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** This member's own acks: sent when something changed, on average at most one a second. */
final class Acks {
  private static final int BURST = 10;

  private final Core core;
  private final SlidingWindow pace = new SlidingWindow(BURST, Duration.ofSeconds(BURST));
  private boolean stale;
  private Optional<Instant> next = Optional.empty();

  Acks(Core core) {
    this.core = core;
  }

  /** There is more to acknowledge. */
  void renew() {
    stale = true;
  }

  void send(Instant now) {
    if (!wanted()) {
      return;
    }
    Duration wait = pace.tryAcquire(now);
    next = wait.isZero() ? Optional.empty() : Optional.of(now.plus(wait));
    if (!wait.isZero()) {
      return;
    }
    stale = false;
    Head head = core.replica().head();
    long seen = core.replica().blind() ? 0 : core.mail.seen(head.index());
    Term term = core.workspace().reign().term();
    Bytes input = Ack.signingInput(core.identity.workspace(), core.self(), term, head, seen);
    Bytes signature = core.ports.signer().sign(core.identity.sign().privateKey(), input);
    core.send(new Frame.Acked(new Ack(core.self(), term, head, seen, signature)));
  }

  Optional<Instant> due() {
    return wanted() ? next : Optional.empty();
  }

  private boolean wanted() {
    return stale && core.line.ready() && core.replica().workspace().isPresent();
  }
}
