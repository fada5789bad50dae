package intandem.domain.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Bytes;
import intandem.domain.id.MemberId;
import intandem.domain.port.Entrance;
import intandem.domain.protocol.Act;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PresenceTest {
  private static final MemberId ANA = World.id("ana");

  private final World world = new World("ana").notes("ana", true);
  private final Instant online = world.workspace().at();
  private final Guests guests = new Guests();
  private final Presence presence = new Presence(guests);

  private void link(long link, MemberId member) {
    Guest guest = new Guest(new HubInput.Opened(link, Entrance.LOCAL, ""), Bytes.EMPTY, online);
    guest.login(member, 0, online);
    guests.add(guest);
  }

  private List<MemberId> due(Instant now) {
    return presence.due(world.workspace(), now).stream().map(Member::id).toList();
  }

  @Test
  void a_member_whose_link_is_up_is_called_online_at_once() {
    link(1, World.id("owner"));
    assertEquals(List.of(World.id("owner")), due(online));
  }

  @Test
  void a_member_that_could_not_be_called_online_stays_due() {
    link(1, World.id("owner"));
    due(online);
    assertEquals(List.of(World.id("owner")), due(online.plusSeconds(1)));
    assertEquals(Optional.of(online), presence.next());
  }

  @Test
  void a_member_whose_state_is_as_the_log_says_is_left_alone() {
    link(1, ANA);
    assertEquals(List.of(), due(online.plusSeconds(3_600)));
  }

  @Test
  void a_member_without_a_link_is_called_away_after_ten_seconds() {
    Instant lost = online.plusSeconds(60);
    assertEquals(List.of(), due(lost));
    assertEquals(Optional.of(lost.plusSeconds(10)), presence.next());
    assertEquals(List.of(), due(lost.plusMillis(9_999)));
    assertEquals(List.of(ANA), due(lost.plusSeconds(10)));
  }

  @Test
  void a_member_that_comes_back_in_time_is_not_called_away() {
    due(online);
    link(1, ANA);
    assertEquals(List.of(), due(online.plusSeconds(10)));
    assertEquals(Optional.empty(), presence.next());
  }

  @Test
  void a_member_that_said_that_it_ends_is_called_away_at_once() {
    presence.ended(ANA);
    assertEquals(List.of(ANA), due(online));
  }

  @Test
  void a_member_that_ended_and_came_back_has_ten_seconds_when_its_link_is_lost() {
    presence.ended(ANA);
    link(1, ANA);
    due(online);
    guests.remove(1);
    assertEquals(List.of(), due(online.plusSeconds(1)));
  }

  @Test
  void a_member_that_goes_again_has_ten_seconds_again() {
    due(online);
    link(1, ANA);
    due(online.plusSeconds(9));
    guests.remove(1);
    assertEquals(List.of(), due(online.plusSeconds(10)));
    assertEquals(Optional.of(online.plusSeconds(20)), presence.next());
  }

  @Test
  void a_clock_that_is_hours_behind_the_log_delays_nothing() {
    Instant early = online.minusSeconds(36_000);
    link(1, World.id("owner"));
    assertEquals(List.of(World.id("owner")), due(early));
    assertEquals(List.of(World.id("owner"), ANA), due(early.plusSeconds(10)));
  }

  @Test
  void a_member_that_left_is_not_called_anything() {
    world.does("ana", new Act.Leave());
    link(1, ANA);
    assertEquals(List.of(), due(online.plusSeconds(3_600)));
  }
}
