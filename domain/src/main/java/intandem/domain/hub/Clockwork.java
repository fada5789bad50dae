package intandem.domain.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Log time: the hub's clock plus a constant of its term, in milliseconds, never backwards. */
final class Clockwork {
  private final Duration shift;
  private Instant latest;

  /** Starts a term whose log time must not lie behind {@code latest}. */
  Clockwork(Instant now, Instant latest) {
    Duration behind = Duration.between(now, latest);
    this.shift = behind.isNegative() ? Duration.ZERO : behind;
    this.latest = latest;
  }

  /** The log time of an entry that is stamped now. */
  Instant at(Instant now) {
    latest = next(now);
    return latest;
  }

  /** The log time that an entry would have that is stamped now. */
  Instant next(Instant now) {
    Instant at = peek(now);
    return at.isBefore(latest) ? latest : at;
  }

  /** Log time, whatever was stamped before. */
  Instant peek(Instant now) {
    return now.plus(shift).truncatedTo(ChronoUnit.MILLIS);
  }
}
