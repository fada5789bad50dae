package intandem.domain.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ClockworkTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final Clockwork clock = new Clockwork(NOW, NOW.minus(HOUR));

  @Test
  void what_would_be_stamped_next_goes_on_with_time_although_nothing_is() {
    clock.at(NOW);
    assertEquals(NOW.plus(HOUR), clock.next(NOW.plus(HOUR)));
  }

  @Test
  void what_would_be_stamped_next_does_not_go_back_with_the_clock() {
    clock.at(NOW);
    assertEquals(NOW, clock.next(NOW.minus(HOUR)));
  }

  @Test
  void a_term_goes_on_from_the_log_time_of_the_one_before() {
    Clockwork behind = new Clockwork(NOW, NOW.plus(HOUR));
    assertEquals(NOW.plus(HOUR).plus(HOUR), behind.at(NOW.plus(HOUR)));
  }
}
