package intandem.domain.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.MemberId;
import intandem.domain.workspace.World;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChatterTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final MemberId ANA = World.id("ana");
  private static final MemberId BO = World.id("bo");

  private final Chatter chatter = new Chatter();

  private void six(MemberId from) {
    for (int i = 0; i < Chatter.MOST; i++) {
      assertEquals(NOW, chatter.earliest(from, NOW));
    }
  }

  @Test
  void the_seventh_message_of_a_peer_waits_until_the_first_is_two_minutes_old() {
    six(ANA);
    assertEquals(NOW.plus(Chatter.WINDOW), chatter.earliest(ANA, NOW.plusSeconds(30)));
  }

  @Test
  void each_peer_has_its_own_six() {
    six(ANA);
    six(BO);
  }

  @Test
  void after_two_minutes_a_peer_may_wake_again() {
    six(ANA);
    Instant later = NOW.plus(Chatter.WINDOW);
    assertEquals(later, chatter.earliest(ANA, later));
  }

  @Test
  void a_human_turn_lets_everyone_wake_again() {
    six(ANA);
    chatter.human();
    assertEquals(NOW, chatter.earliest(ANA, NOW));
  }
}
