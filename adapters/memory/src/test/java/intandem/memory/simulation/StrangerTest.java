package intandem.memory.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hub and a member whose disks have forgotten a third one, which leads a higher term by now. */
final class StrangerTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final World world = new World(2);
  private final Peer ada = world.peers.get(0);
  private final Peer bob = world.peers.get(1);
  private final Peer cem = world.peers.get(2);

  @BeforeEach
  void the_third_leads_apart() {
    join(bob);
    int ofAda = ada.disk.age();
    int ofBob = bob.disk.age();
    join(cem);
    List.of(ada, bob, cem).forEach(world::kill);
    forget(ada, ofAda);
    forget(bob, ofBob);
    lead(cem);
    lead(cem);
    world.network.split(Set.of(cem));
    world.restart(ada, Optional.empty());
    world.restart(bob, Optional.empty());
    world.pass(MINUTE);
  }

  private void join(Peer peer) {
    world.pass(MINUTE);
    peer.join(ada, ada.code().orElseThrow());
    world.pass(MINUTE);
  }

  private void forget(Peer peer, int age) {
    peer.disk.rollBack(age);
    world.witness.safety().rolledBack(peer);
  }

  /** Starts, takes the lead, and dies again, so that it leads a higher term the next time. */
  private void lead(Peer peer) {
    world.kill(peer);
    world.restart(peer, Optional.empty());
    world.pass(MINUTE.multipliedBy(7));
  }

  @Test
  void a_hub_with_members_follows_a_stranger_whose_log_shows_a_higher_term() {
    HubLoop before = ada.hub().orElseThrow();
    world.network.heal();
    world.network.separate(bob, cem);
    world.pass(MINUTE.multipliedBy(2));
    assertFalse(ada.hub().filter(before::equals).isPresent());
    assertEquals(cem.disk.log.head(), ada.disk.log.head());
  }

  @Test
  void a_hub_with_members_goes_on_while_a_stranger_cannot_show_its_log() {
    HubLoop before = ada.hub().orElseThrow();
    world.network.heal();
    world.network.block(ada, cem);
    world.network.block(bob, cem);
    world.pass(MINUTE.multipliedBy(10));
    assertEquals(before, ada.hub().orElseThrow());
    assertEquals(ada.disk.log.head(), bob.disk.log.head());
    assertNotEquals(cem.disk.log.head(), ada.disk.log.head());
  }
}
