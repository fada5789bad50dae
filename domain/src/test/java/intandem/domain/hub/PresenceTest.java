package intandem.domain.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import intandem.domain.id.MemberId;
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
    return presence.due(world.workspace(), now).map(Member::id).toList();
  }

  @Test
  void a_member_whose_link_is_up_is_called_online_at_once() {
    link(1, World.id("owner"));
    assertEquals(List.of(World.id("owner")), due(online));
  }

  @Test
  void a_member_that_could_not_be_called_online_stays_due() {
    link(1, World.id("owner"));
    assertTrue(presence.next(world.workspace()).filter(at -> !at.isAfter(online)).isPresent());
  }

  @Test
  void a_member_whose_state_is_as_the_log_says_is_left_alone() {
    link(1, ANA);
    assertEquals(List.of(), due(online.plusSeconds(3_600)));
  }

  @Test
  void a_member_without_a_link_is_called_away_after_ten_seconds() {
    Instant lost = online.plusSeconds(60);
    presence.lost(ANA, lost);
    assertEquals(Optional.of(lost.plusSeconds(10)), presence.next(world.workspace()));
    assertEquals(List.of(), due(lost.plusMillis(9_999)));
    assertEquals(List.of(ANA), due(lost.plusSeconds(10)));
  }

  @Test
  void a_member_that_comes_back_in_time_is_not_called_away() {
    presence.lost(ANA, online);
    link(1, ANA);
    assertEquals(List.of(), due(online.plusSeconds(10)));
    assertEquals(Optional.empty(), presence.next(world.workspace()));
  }

  @Test
  void a_member_that_this_hub_never_saw_counts_from_the_last_note() {
    assertEquals(List.of(), due(online.plusMillis(9_999)));
    assertEquals(List.of(ANA), due(online.plusSeconds(10)));
  }

  @Test
  void a_member_that_left_is_not_called_anything() {
    world.does("ana", new Act.Leave());
    link(1, ANA);
    assertEquals(List.of(), due(online.plusSeconds(3_600)));
  }
}
