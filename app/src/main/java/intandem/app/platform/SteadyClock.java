package intandem.app.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of day, but never running backwards: it advances with the machine's monotonic clock, and
 * leaps forward with the wall clock after a sleep or a correction.
 */
final class SteadyClock implements InstantSource {
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private final InstantSource wall = Clock.systemUTC();
  private Instant base = wall.instant();
  private long ticks = System.nanoTime();

  @Override
  public synchronized Instant instant() {
    Instant steady = base.plusNanos(System.nanoTime() - ticks);
    Instant shown = wall.instant();
    if (shown.isAfter(steady.plus(TOLERANCE))) {
      base = shown;
      ticks = System.nanoTime();
      return shown;
    }
    return steady;
  }
}
