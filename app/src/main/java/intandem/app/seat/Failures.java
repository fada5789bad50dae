package intandem.app.seat;

import java.time.Duration;
import java.time.Instant;

/** Counts failures in a row: those that no quiet minute lies between. */
final class Failures {
  /** So many in a row are too many. */
  static final int MOST = 3;

  private static final Duration QUIET = Duration.ofMinutes(1);

  private Instant last = Instant.MIN;
  private int count;

  /** One more, now: whether it is one too many. */
  boolean tooMany(Instant now) {
    count = last.isBefore(now.minus(QUIET)) ? 1 : count + 1;
    last = now;
    return count >= MOST;
  }
}
