package intandem.domain.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SlidingWindow window = new SlidingWindow(30, MINUTE);

  private void fill(Instant at) {
    for (int i = 0; i < 30; i++) {
      assertEquals(Duration.ZERO, window.tryAcquire(at));
    }
  }

  @Test
  void the_thirtieth_event_of_a_minute_is_counted() {
    fill(START);
  }

  @Test
  void the_thirty_first_is_told_how_long_to_wait() {
    fill(START);
    assertEquals(Duration.ofSeconds(59), window.tryAcquire(START.plusSeconds(1)));
  }

  @Test
  void room_returns_exactly_a_minute_later() {
    fill(START);
    assertEquals(Duration.ofMillis(1), window.wait(START.plusMillis(59_999)));
    assertEquals(Duration.ZERO, window.wait(START.plus(MINUTE)));
  }

  @Test
  void no_minute_holds_more_than_thirty_across_an_edge() {
    fill(START.plusSeconds(59));
    assertEquals(Duration.ofSeconds(58), window.tryAcquire(START.plusSeconds(61)));
  }

  @Test
  void a_refused_event_does_not_count() {
    fill(START);
    window.tryAcquire(START.plusSeconds(30));
    assertEquals(Duration.ZERO, window.tryAcquire(START.plus(MINUTE)));
  }

  @Test
  void a_clock_that_runs_backwards_gains_nothing() {
    fill(START);
    assertEquals(Duration.ofMinutes(2), window.tryAcquire(START.minus(MINUTE)));
  }
}
