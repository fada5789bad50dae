package intandem.domain.session.link;

import intandem.domain.id.Bytes;
import intandem.domain.id.Head;
import intandem.domain.id.Term;
import intandem.domain.protocol.Ack;
import intandem.domain.protocol.Frame;
import intandem.domain.session.core.Core;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** This member's own acks: sent when something changed, one a second after the first ten. */
final class Acks {
  private static final Duration PACE = Duration.ofSeconds(1);

  /** How far ahead of that pace acks may be. */
  private static final Duration LEAD = PACE.multipliedBy(9);

  private final Core core;
  private Instant paced = Instant.EPOCH;
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
    next = Optional.of(paced.minus(LEAD)).filter(now::isBefore);
    if (next.isPresent()) {
      return;
    }
    paced = (paced.isBefore(now) ? now : paced).plus(PACE);
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

  /** Whether a member of the workspace signed it. */
  boolean genuine(Ack ack) {
    return core.replica()
        .workspace()
        .flatMap(workspace -> workspace.roster().find(ack.from()))
        .filter(
            from ->
                core.ports
                    .signer()
                    .verify(
                        from.keys().sign(),
                        ack.signingInput(core.identity.workspace()),
                        ack.signature()))
        .isPresent();
  }
}
