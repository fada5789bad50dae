package intandem.app.channel;

import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Refusal;
import intandem.home.Self;
import intandem.home.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The other process of this session while it holds its place: it is closing, or open elsewhere. */
final class Twin {
  /** How long a process may take to close. */
  static final Duration CLOSING = Duration.ofSeconds(5);

  private final Sessions sessions;
  private final InstantSource clock;
  private Optional<Seen> seen = Optional.empty();

  private record Seen(Self process, Instant since) {}

  Twin(Sessions sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * The answer, naming the process that is in the way once it was for longer than closing takes.
   */
  synchronized Answer named(Answer answer) {
    if (!(answer instanceof Answer.Refused(Refusal.Locked _))) {
      seen = Optional.empty();
      return answer;
    }
    Instant now = clock.instant();
    Optional<Seen> before = seen;
    seen =
        sessions
            .other()
            .map(
                other ->
                    before.filter(s -> s.process().equals(other)).orElse(new Seen(other, now)));
    return seen.filter(one -> !one.since().plus(CLOSING).isAfter(now))
        .<Answer>map(one -> new Answer.Refused(new Refusal.OpenElsewhere(one.process().pid())))
        .orElse(answer);
  }
}
