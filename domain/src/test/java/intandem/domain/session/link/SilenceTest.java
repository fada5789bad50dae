package intandem.domain.session.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.MemberId;
import intandem.domain.workspace.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SilenceTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final MemberId ANA = World.id("ana");
  private static final MemberId BOB = World.id("bob");

  private final Silence silence = new Silence();

  @Test
  void a_member_that_confirms_nothing_for_a_minute_is_named_once() {
    silence.owe(Map.of(ANA, 5L), NOW);
    assertEquals(List.of(), silence.overdue(NOW.plusSeconds(59)));
    assertEquals(Optional.of(NOW.plusSeconds(60)), silence.due());
    assertEquals(List.of(ANA), silence.overdue(NOW.plusSeconds(60)));
    silence.owe(Map.of(ANA, 5L), NOW.plusSeconds(61));
    assertEquals(List.of(), silence.overdue(NOW.plusSeconds(200)));
    assertEquals(Optional.empty(), silence.due());
  }

  @Test
  void one_that_confirms_something_now_and_then_is_not_named() {
    silence.owe(Map.of(ANA, 5L), NOW);
    silence.owe(Map.of(ANA, 9L), NOW.plusSeconds(50));
    assertEquals(List.of(), silence.overdue(NOW.plusSeconds(70)));
  }

  @Test
  void one_that_caught_up_owes_nothing() {
    silence.owe(Map.of(ANA, 5L, BOB, 5L), NOW);
    silence.owe(Map.of(BOB, 5L), NOW.plusSeconds(10));
    assertEquals(List.of(BOB), silence.overdue(NOW.plusSeconds(60)));
  }

  @Test
  void one_that_falls_silent_again_is_named_again() {
    silence.owe(Map.of(ANA, 5L), NOW);
    silence.overdue(NOW.plusSeconds(60));
    silence.owe(Map.of(ANA, 7L), NOW.plusSeconds(61));
    assertEquals(List.of(ANA), silence.overdue(NOW.plusSeconds(121)));
  }

  @Test
  void who_could_not_have_been_heard_is_not_named() {
    silence.owe(Map.of(ANA, 5L), NOW);
    silence.forget();
    silence.owe(Map.of(ANA, 5L), NOW.plusSeconds(60));
    assertEquals(List.of(), silence.overdue(NOW.plusSeconds(61)));
  }
}
