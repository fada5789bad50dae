package intandem.domain.session.desk;

import intandem.domain.session.attention.Attention;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.core.Core;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Answer.Letters;
import intandem.domain.tandem.Answer.News;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Ask.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers the hooks of the host: what waits, if anything, and whether the model may stop. */
final class Hooks {
  private final Core core;
  private final Attention attention;
  private final Reading reading;
  private final Briefings briefings;

  Hooks(Core core, Attention attention, Reading reading, Briefings briefings) {
    this.core = core;
    this.attention = attention;
    this.reading = reading;
    this.briefings = briefings;
  }

  /** Answers at once, or says what the call waits for. */
  Optional<Pending> begin(long call, Ask.Hook hook, Instant now) {
    switch (hook.moment()) {
      case Moment.Prompted(String prompt) -> {
        attention.prompted(prompt, now);
        tell(call, hook.budget());
      }
      case Moment.Worked() -> {
        attention.worked(now);
        tell(call, hook.budget());
      }
      case Moment.Started() ->
          reply(call, new Answer.Standing(briefings.briefing(), core.mail.waiting().size()));
      case Moment.Stopping(Duration patience) -> {
        boolean waits = attention.expectant();
        Instant until = waits ? now.plus(patience) : now;
        return Optional.of(new Pending.Stopping(hook.budget(), until));
      }
    }
    return Optional.empty();
  }

  /** Keeps the model going, or lets it stop once time is up; says whether the call is answered. */
  boolean settle(long call, Pending.Stopping stopping, boolean over, Instant now) {
    if (attention.calling(now)) {
      attention.continued(now);
      reading.take(call, stopping.budget());
      return true;
    }
    if (over) {
      attention.stopped();
      nothing(call);
    }
    return over;
  }

  private void tell(long call, int budget) {
    if (reading.any()) {
      reading.take(call, budget);
    } else {
      nothing(call);
    }
  }

  private void nothing(long call) {
    reply(call, new Letters(List.of(), 0, List.of(), News.NONE));
  }

  private void reply(long call, Answer answer) {
    core.effect(new SessionEffect.Reply(call, answer));
  }
}
