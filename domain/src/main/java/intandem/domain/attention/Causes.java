package intandem.domain.attention;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What made a model write: messages shown to it since a human last spoke to it. */
public final class Causes {
  /** The most messages that may lead to the next without a human in between. */
  public static final int MOST_HOPS = 6;

  /** How long a message counts as a cause where nothing tells of human turns. */
  public static final Duration UNATTENDED = Duration.ofMinutes(2);

  /** How long a message counts as a cause where human turns are told. */
  public static final Duration ATTENDED = Duration.ofMinutes(10);

  private final List<Cause> causes = new ArrayList<>();

  private record Cause(long number, int hop, boolean leading, Instant at) {}

  /**
   * A message was shown.
   *
   * @param leading whether it asks for something: whatever is written next may come of it
   */
  public void shown(long number, int hop, boolean leading, Instant now) {
    causes.add(new Cause(number, hop, leading, now));
  }

  /** A human spoke: what is written from now on comes of that. */
  public void human() {
    causes.clear();
  }

  /** The hop of a message written now, as a reply or, with 0, of its own accord. */
  public int hop(long replyTo, boolean attended, Instant now) {
    Instant oldest = now.minus(attended ? ATTENDED : UNATTENDED);
    causes.removeIf(cause -> cause.at().isBefore(oldest));
    return last(cause -> cause.number() == replyTo)
        .or(() -> last(Cause::leading))
        .map(cause -> cause.hop() + 1)
        .orElse(0);
  }

  private Optional<Cause> last(Predicate<Cause> which) {
    return causes.reversed().stream().filter(which).findFirst();
  }
}
