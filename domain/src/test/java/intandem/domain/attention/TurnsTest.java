package intandem.domain.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Turns turns = new Turns();

  @Test
  void without_hooks_nothing_is_known() {
    assertFalse(turns.attended());
    assertEquals(Optional.empty(), turns.workingUntil());
  }

  @Test
  void only_the_start_of_a_turn_tells_of_humans() {
    turns.worked(NOW);
    assertFalse(turns.attended());
    turns.prompted(NOW);
    assertTrue(turns.attended());
  }

  @Test
  void a_sign_of_work_counts_for_a_minute() {
    turns.prompted(NOW);
    turns.worked(NOW.plusSeconds(20));
    assertEquals(Optional.of(NOW.plusSeconds(80)), turns.workingUntil());
  }

  @Test
  void a_model_that_has_stopped_does_not_work() {
    turns.prompted(NOW);
    turns.stopped();
    assertEquals(Optional.empty(), turns.workingUntil());
  }

  @Test
  void a_model_is_kept_going_six_times_in_a_row() {
    turns.prompted(NOW);
    for (int i = 0; i < Turns.MOST_CONTINUATIONS; i++) {
      assertTrue(turns.mayContinue());
      turns.continued(NOW);
    }
    assertFalse(turns.mayContinue());
    turns.prompted(NOW);
    assertTrue(turns.mayContinue());
  }
}
