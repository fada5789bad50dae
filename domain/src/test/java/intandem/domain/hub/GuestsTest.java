package intandem.domain.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import intandem.domain.port.Entrance;
import intandem.domain.workspace.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuestsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Guests guests = new Guests();

  private Guest arrive(long link) {
    return arrive(link, Entrance.LOCAL);
  }

  private Guest arrive(long link, Entrance entrance) {
    Guest guest = new Guest(new HubInput.Opened(link, entrance, ""), Bytes.EMPTY, NOW);
    guests.add(guest);
    return guest;
  }

  private List<Long> unwelcome(Instant now) {
    return guests.unwelcome(now).stream().map(guest -> guest.link).toList();
  }

  @Test
  void a_guest_is_found_by_link_and_once_logged_in_by_member() {
    Guest guest = arrive(1);
    assertEquals(Optional.of(guest), guests.find(1));
    assertEquals(Optional.empty(), guests.find(World.id("ana")));
    guest.login(World.id("ana"), 0, NOW);
    assertEquals(Optional.of(guest), guests.find(World.id("ana")));
  }

  @Test
  void a_ninth_stranger_crowds_out_the_oldest() {
    for (long link = 1; link <= 8; link++) {
      arrive(link);
    }
    assertEquals(List.of(), unwelcome(NOW));
    arrive(9);
    assertEquals(List.of(1L), unwelcome(NOW));
  }

  @Test
  void strangers_at_the_tunnel_crowd_out_nobody_of_this_machine() {
    arrive(1, Entrance.LOCAL);
    for (long link = 2; link <= 10; link++) {
      arrive(link, Entrance.TUNNEL);
    }
    assertEquals(List.of(2L), unwelcome(NOW));
  }

  @Test
  void members_are_no_strangers() {
    for (long link = 1; link <= 9; link++) {
      arrive(link).login(World.id("member " + link), 0, NOW);
    }
    assertEquals(List.of(), unwelcome(NOW.plusSeconds(3_600)));
  }

  @Test
  void a_stranger_has_ten_seconds_to_log_in() {
    arrive(1);
    assertEquals(List.of(), unwelcome(NOW.plusMillis(9_999)));
    assertEquals(List.of(1L), unwelcome(NOW.plusSeconds(10)));
  }

  @Test
  void a_joiner_has_forty() {
    arrive(1).join();
    assertEquals(List.of(), unwelcome(NOW.plusMillis(39_999)));
    assertEquals(List.of(1L), unwelcome(NOW.plusSeconds(40)));
  }

  @Test
  void the_fifth_fault_is_one_too_many() {
    Guest guest = arrive(1);
    for (int fault = 1; fault <= 4; fault++) {
      assertFalse(guest.strike());
    }
    assertTrue(guest.strike());
  }

  @Test
  void at_most_four_batches_are_under_way_to_a_member() {
    Guest guest = arrive(1);
    assertFalse(guest.ready());
    guest.login(World.id("ana"), 0, NOW);
    for (long index = 1; index <= 4; index++) {
      assertTrue(guest.ready());
      guest.send(index, NOW);
    }
    assertFalse(guest.ready());
    guest.taken(NOW);
    assertTrue(guest.ready());
  }

  @Test
  void a_member_owes_an_answer_since_it_last_gave_one() {
    Guest guest = arrive(1);
    guest.login(World.id("ana"), 0, NOW);
    assertEquals(Optional.empty(), guest.owing());
    guest.send(1, NOW.plusSeconds(1));
    guest.send(2, NOW.plusSeconds(2));
    assertEquals(Optional.of(NOW.plusSeconds(1)), guest.owing());
    guest.taken(NOW.plusSeconds(3));
    assertEquals(Optional.of(NOW.plusSeconds(3)), guest.owing());
    guest.taken(NOW.plusSeconds(4));
    assertEquals(Optional.empty(), guest.owing());
  }
}
