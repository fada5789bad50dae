package intandem.memory.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import intandem.domain.id.Endpoint;
import intandem.domain.protocol.MessageType;
import intandem.domain.tandem.Ask;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members on several machines, which reach each other through tunnels only, when the hub moves. */
final class StandByTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final World world = new World(2);
  private final Peer ada = world.peers.get(0);
  private final Peer bob = world.peers.get(1);
  private final Peer cem = world.peers.get(2);
  private int texts;

  @BeforeEach
  void cem_is_on_another_machine_than_ada_and_bob() {
    assertTrue(world.shared(), "one user on each machine");
    cem.moveTo(1);
    ada.tunnel.allow();
    world.pass(MINUTE);
  }

  private void join(Peer... peers) {
    for (Peer peer : peers) {
      peer.join(ada, ada.code().orElseThrow());
      world.pass(MINUTE);
      assertTrue(peer.session().isPresent(), "joined");
    }
  }

  private static boolean leads(Peer peer) {
    return peer.hub().isPresent();
  }

  private static boolean open(Peer peer) {
    return peer.tunnel.address().isPresent();
  }

  private void says(Peer peer) {
    texts++;
    Bytes call = Bytes.utf8("note " + texts);
    String text = Peer.MARKER + " notes " + texts;
    peer.session()
        .orElseThrow()
        .ask(new Ask.Send(call, MessageType.CHAT, text, new Ask.To.Everyone(), 0));
  }

  /** Whether what each of them says now is on the disks of all. */
  private void assertTogether(Peer... peers) {
    List.of(peers).forEach(this::says);
    world.pass(SECOND.multipliedBy(5));
    for (Peer peer : peers) {
      assertEquals(peers[0].disk.log.head(), peer.disk.log.head());
      assertEquals(0, peer.disk.vault.load().outbox().size());
    }
  }

  @Test
  void nobody_stands_by_as_long_as_all_are_on_one_machine() {
    bob.tunnel.allow();
    join(bob);
    assertFalse(open(bob));
  }

  @Test
  void nobody_stands_by_with_a_tunnel_for_a_hub_that_has_none() {
    World alone = new World(2);
    Peer hub = alone.peers.get(0);
    Peer other = alone.peers.get(1);
    other.tunnel.allow();
    alone.pass(MINUTE);
    other.join(hub, hub.code().orElseThrow());
    other.moveTo(1);
    alone.pass(MINUTE);
    assertTrue(other.session().isPresent());
    assertFalse(open(other));
  }

  @Test
  void the_first_to_join_stands_by_as_soon_as_someone_is_elsewhere() {
    bob.tunnel.allow();
    cem.tunnel.allow();
    join(bob, cem);
    assertTrue(open(bob));
    assertFalse(open(cem));
  }

  @Test
  void where_the_first_has_no_tunnel_the_next_stands_by() {
    cem.tunnel.allow();
    join(bob, cem);
    assertTrue(open(cem));
  }

  @Test
  void a_member_elsewhere_follows_a_standby_within_seconds_of_the_owners_death() {
    bob.tunnel.allow();
    join(bob, cem);
    world.kill(ada);
    world.pass(SECOND.multipliedBy(10));
    assertTrue(leads(bob));
    assertTogether(bob, cem);
  }

  @Test
  void members_beside_the_owner_follow_a_standby_elsewhere() {
    cem.tunnel.allow();
    join(bob, cem);
    world.kill(ada);
    world.pass(SECOND.multipliedBy(20));
    assertTrue(leads(cem));
    assertTogether(cem, bob);
  }

  @Test
  void on_three_machines_a_standby_leads_for_one_that_it_cannot_reach_itself() {
    bob.moveTo(2);
    bob.tunnel.allow();
    join(bob, cem);
    world.kill(ada);
    world.pass(SECOND.multipliedBy(20));
    assertTrue(leads(bob));
    assertTogether(bob, cem);
  }

  @Test
  void a_leaving_owner_hands_over_to_the_standby_and_all_follow() {
    cem.tunnel.allow();
    join(bob, cem);
    ada.session().orElseThrow().ask(new Ask.Leave());
    world.pass(SECOND.multipliedBy(20));
    assertTrue(leads(cem));
    assertTogether(cem, bob);
  }

  @Test
  void a_tunnel_that_comes_back_elsewhere_is_found_through_the_standby() {
    bob.tunnel.allow();
    join(bob, cem);
    Optional<Endpoint> before = ada.tunnel.address();
    world.drop(ada);
    world.pass(SECOND);
    ada.tunnel.open();
    assertNotEquals(before, ada.tunnel.address());
    world.pass(SECOND.multipliedBy(10));
    assertTrue(leads(ada));
    assertTogether(ada, bob, cem);
  }

  @Test
  void a_hub_that_comes_back_elsewhere_goes_and_tells_the_one_other_member() {
    cem.tunnel.allow();
    join(cem);
    assertTrue(open(cem));
    for (int times = 0; times < 3; times++) {
      world.drop(ada);
      world.pass(SECOND);
      ada.tunnel.open();
      world.pass(SECOND.multipliedBy(12));
      assertTrue(leads(ada));
      assertTogether(ada, cem);
    }
  }

  @Test
  void a_former_owner_stands_by_with_the_tunnel_that_it_has() {
    bob.tunnel.allow();
    join(bob, cem);
    world.freeze(ada);
    world.pass(MINUTE);
    assertTrue(leads(bob));
    world.resume(ada);
    world.pass(MINUTE);
    assertTrue(open(ada));
    assertTogether(bob, cem, ada);
    world.kill(bob);
    world.pass(SECOND.multipliedBy(20));
    assertTrue(leads(ada));
    assertTogether(ada, cem);
  }

  @Test
  void the_standbys_tunnel_closes_when_the_last_one_elsewhere_has_left() {
    bob.tunnel.allow();
    join(bob, cem);
    cem.session().orElseThrow().ask(new Ask.Leave());
    world.pass(MINUTE);
    assertFalse(open(bob));
    assertTrue(open(ada));
  }

  @Test
  void without_any_tunnel_the_user_of_a_member_elsewhere_can_say_where_the_hub_is() {
    join(bob, cem);
    world.kill(ada);
    world.pass(MINUTE);
    assertTrue(leads(bob));
    says(bob);
    world.pass(MINUTE);
    assertNotEquals(bob.disk.log.head(), cem.disk.log.head());
    bob.tunnel.allow();
    cem.session().orElseThrow().ask(new Ask.Seek(bob.endpoint(cem)));
    world.pass(SECOND.multipliedBy(5));
    assertTogether(bob, cem);
  }
}
