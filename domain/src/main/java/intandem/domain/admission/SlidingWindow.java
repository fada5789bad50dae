package intandem.domain.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/**
 * At most so many events within any window of time: exact, by remembering each. Time that runs
 * backwards counts as standing still.
 */
public final class SlidingWindow {
  private final int limit;
  private final Duration window;
  private final ArrayDeque<Instant> events = new ArrayDeque<>();

  /** Allows {@code limit} events within any {@code window}. */
  public SlidingWindow(int limit, Duration window) {
    this.limit = limit;
    this.window = window;
  }

  /** Counts an event if there is room, and answers how long to wait: zero if it was counted. */
  public Duration tryAcquire(Instant now) {
    Duration wait = wait(now);
    if (wait.isZero()) {
      Instant last = events.isEmpty() ? now : events.getLast();
      events.addLast(now.isBefore(last) ? last : now);
    }
    return wait;
  }

  /** How long until there is room, without counting anything; zero if there is. */
  public Duration wait(Instant now) {
    while (!events.isEmpty() && !events.getFirst().plus(window).isAfter(now)) {
      events.removeFirst();
    }
    return events.size() < limit
        ? Duration.ZERO
        : Duration.between(now, events.getFirst().plus(window));
  }
}
