package intandem.domain.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlarmTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant FREE = Instant.MIN;

  private final Alarm<String> alarm = new Alarm<>();

  private void add(String what, Urgency urgency, Instant at) {
    alarm.add(what, urgency, at, at);
  }

  @Test
  void what_is_urgent_wakes_after_half_a_second() {
    add("q", Urgency.NOW, NOW);
    assertFalse(alarm.ring(FREE, NOW));
    assertTrue(alarm.ring(FREE, NOW.plus(Alarm.GATHER)));
  }

  @Test
  void what_is_not_urgent_wakes_after_a_lull() {
    add("c", Urgency.SOON, NOW);
    assertEquals(Optional.of(NOW.plus(Alarm.LULL)), alarm.due(FREE));
  }

  @Test
  void what_never_wakes_is_not_due() {
    add("s", Urgency.ANYTIME, NOW);
    assertEquals(Optional.empty(), alarm.due(FREE));
  }

  @Test
  void one_wake_is_for_everything_that_waits() {
    add("q", Urgency.NOW, NOW);
    add("c", Urgency.SOON, NOW);
    Instant rung = NOW.plusSeconds(1);
    assertTrue(alarm.ring(FREE, rung));
    assertEquals(Optional.of(rung.plus(Alarm.REMINDER)), alarm.due(FREE));
  }

  @Test
  void what_is_still_not_read_wakes_once_more() {
    add("q", Urgency.NOW, NOW);
    Instant first = NOW.plusSeconds(1);
    assertTrue(alarm.ring(FREE, first));
    assertTrue(alarm.ring(FREE, first.plus(Alarm.REMINDER)));
    assertEquals(Optional.empty(), alarm.due(FREE));
  }

  @Test
  void what_was_read_does_not_wake_once_more() {
    add("q", Urgency.NOW, NOW);
    assertTrue(alarm.ring(FREE, NOW.plusSeconds(1)));
    alarm.keep(what -> false);
    assertEquals(Optional.empty(), alarm.due(FREE));
  }

  @Test
  void two_wakes_are_five_seconds_apart() {
    add("q", Urgency.NOW, NOW);
    Instant first = NOW.plusSeconds(1);
    assertTrue(alarm.ring(FREE, first));
    add("r", Urgency.NOW, first);
    assertEquals(Optional.of(first.plus(Alarm.GAP)), alarm.due(FREE));
  }

  @Test
  void a_hundred_within_a_second_make_two_wakes() {
    int wakes = 0;
    for (int tenth = 0; tenth < 600; tenth++) {
      Instant now = NOW.plusMillis(100L * tenth);
      for (int i = 0; i < 10 && tenth < 10; i++) {
        add(tenth + "." + i, Urgency.NOW, now);
      }
      wakes += alarm.ring(FREE, now) ? 1 : 0;
    }
    assertEquals(2, wakes);
  }

  @Test
  void what_no_longer_waits_does_not_wake() {
    add("q", Urgency.NOW, NOW);
    alarm.keep(what -> false);
    assertEquals(Optional.empty(), alarm.due(FREE));
  }

  @Test
  void nothing_wakes_while_it_is_held() {
    add("q", Urgency.NOW, NOW);
    Instant held = NOW.plusSeconds(60);
    assertFalse(alarm.ring(held, NOW.plusSeconds(59)));
    assertTrue(alarm.ring(held, held));
  }

  @Test
  void a_wake_that_was_not_heard_still_calls_until_the_model_is_told() {
    add("q", Urgency.NOW, NOW);
    assertTrue(alarm.ring(FREE, NOW.plusSeconds(1)));
    assertTrue(alarm.calling(NOW.plusSeconds(1)));
    alarm.told();
    assertFalse(alarm.calling(NOW.plusSeconds(1)));
  }

  @Test
  void what_may_only_wake_later_waits_for_that() {
    alarm.add("q", Urgency.NOW, NOW.plusSeconds(90), NOW);
    assertEquals(Optional.of(NOW.plusSeconds(90)), alarm.due(FREE));
    assertFalse(alarm.calling(NOW));
    assertTrue(alarm.calling(NOW.plusSeconds(60)));
  }
}
