package intandem.domain.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.admission.Limits;
import intandem.domain.id.MemberId;
import intandem.domain.port.Entrance;
import intandem.domain.protocol.Act;
import intandem.domain.workspace.World;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DoorkeeperTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final MemberId ANA = World.id("ana");

  private final Doorkeeper doorkeeper = new Doorkeeper(new Limits(2, false));

  private void knock(int times, String address, Instant now) {
    for (int i = 0; i < times; i++) {
      doorkeeper.knock(Entrance.TUNNEL, address, now);
    }
  }

  private void write(int times) {
    for (int i = 0; i < times; i++) {
      assertEquals(Duration.ZERO, doorkeeper.submission(ANA, new Act.Message(), NOW));
    }
  }

  @Test
  void one_message_too_many_waits_for_the_first_to_be_a_minute_old() {
    write(2);
    Duration wait = doorkeeper.submission(ANA, new Act.Message(), NOW.plusSeconds(20));
    assertEquals(Duration.ofSeconds(40), wait);
  }

  @Test
  void each_member_has_a_rate_of_its_own() {
    write(2);
    MemberId bo = World.id("bo");
    assertEquals(Duration.ZERO, doorkeeper.submission(bo, new Act.Message(), NOW));
  }

  @Test
  void messages_do_not_use_up_what_housekeeping_may() {
    write(2);
    assertEquals(Duration.ZERO, doorkeeper.submission(ANA, new Act.Leave(), NOW));
    assertEquals(Duration.ZERO, doorkeeper.submission(ANA, new Act.Rejoin(), NOW));
    assertEquals(MINUTE, doorkeeper.submission(ANA, new Act.Leave(), NOW));
  }

  @Test
  void findings_and_messages_count_together() {
    write(1);
    assertEquals(Duration.ZERO, doorkeeper.submission(ANA, new Act.Report(), NOW));
    assertEquals(MINUTE, doorkeeper.submission(ANA, new Act.Message(), NOW));
  }

  @Test
  void the_sixth_knock_from_one_address_waits() {
    knock(5, "a", NOW);
    assertEquals(
        Duration.ofMillis(100), doorkeeper.knock(Entrance.TUNNEL, "a", NOW.plusMillis(59_900)));
    assertEquals(Duration.ZERO, doorkeeper.knock(Entrance.TUNNEL, "b", NOW.plusMillis(59_900)));
  }

  @Test
  void the_twenty_first_knock_at_the_door_waits_wherever_it_is_from() {
    for (String address : new String[] {"a", "b", "c", "d"}) {
      knock(5, address, NOW);
    }
    assertEquals(MINUTE, doorkeeper.knock(Entrance.TUNNEL, "e", NOW));
  }

  @Test
  void a_knock_that_the_crowd_kept_out_is_not_held_against_its_address() {
    for (String address : new String[] {"a", "b", "c", "d"}) {
      knock(5, address, NOW);
    }
    knock(5, "e", NOW.plusSeconds(59));
    assertEquals(Duration.ZERO, doorkeeper.knock(Entrance.TUNNEL, "e", NOW.plus(MINUTE)));
  }

  @Test
  void a_crowd_at_the_tunnel_keeps_nobody_of_this_machine_out() {
    for (String address : new String[] {"a", "b", "c", "d"}) {
      knock(5, address, NOW);
    }
    assertEquals(Duration.ZERO, doorkeeper.knock(Entrance.LOCAL, "a", NOW));
  }

  @Test
  void only_the_last_1024_addresses_are_remembered() {
    for (String address : new String[] {"a", "b", "c"}) {
      knock(5, address, NOW);
    }
    Instant later = NOW.plusSeconds(30);
    knock(5, "d", later);
    for (int i = 0; i < 1_023; i++) {
      knock(1, "crowd " + i, later);
    }
    assertEquals(Duration.ofSeconds(30), doorkeeper.knock(Entrance.TUNNEL, "d", NOW.plus(MINUTE)));
    for (int i = 0; i < 1_024; i++) {
      knock(1, "new crowd " + i, later);
    }
    assertEquals(Duration.ZERO, doorkeeper.knock(Entrance.TUNNEL, "d", NOW.plus(MINUTE)));
  }
}
