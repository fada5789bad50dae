package intandem.domain.session.desk;

import intandem.domain.id.EntryId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.core.Core;
import intandem.domain.session.succession.Succession;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Gives a member's seat back, and ends its session. */
final class Parting {
  private final Core core;
  private final Succession succession;
  private final Reading reading;
  private final Instant opened;

  Parting(Core core, Succession succession, Reading reading, Instant opened) {
    this.core = core;
    this.succession = succession;
    this.reading = reading;
    this.opened = opened;
  }

  /** Asks the hub to take the seat; empty if there is no hub to ask, and none will follow. */
  Optional<EntryId> begin(Instant now) {
    if (!core.line.ready() || (core.hosting() && !succession.handOver())) {
      return Optional.empty();
    }
    Draft draft = core.drafts.make(new Act.Leave(), new Body.None(), now);
    core.outbox.addHousekeeping(draft);
    return Optional.of(draft.id());
  }

  /** Answers the call, and ends the session; the log says that it left, or does not. */
  void end(long call, boolean recorded, Instant now) {
    Answer answer = new Answer.Left(reading.summary(Duration.between(opened, now)), recorded);
    core.effect(new SessionEffect.Reply(call, answer));
    core.effect(new SessionEffect.End(new Refusal.NotIn()));
  }
}
