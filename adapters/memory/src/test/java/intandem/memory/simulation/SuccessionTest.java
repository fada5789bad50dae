package intandem.memory.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.session.boundary.SessionInput;
import intandem.domain.tandem.Ask;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who leads when, with faults set by hand: each rule of succession that a run could do without. */
final class SuccessionTest extends Trio {
  @Test
  void a_member_that_alone_cannot_reach_the_owner_leaves_it_in_place() {
    world.network.separate(ada, bob);
    world.pass(MINUTE.multipliedBy(10));
    assertTrue(leads(ada));
    assertEquals(1, term(cem));
  }

  @Test
  void a_member_that_reaches_nobody_waits_for_five_minutes() {
    world.network.split(Set.of(bob));
    world.pass(MINUTE.multipliedBy(5));
    assertFalse(leads(bob));
    world.pass(MINUTE);
    assertTrue(leads(bob));
  }

  @Test
  void whoever_has_the_most_of_the_log_leads() {
    world.network.separate(ada, bob);
    world.pass(MINUTE);
    says(cem);
    world.pass(MINUTE);
    assertTrue(entries(cem) > entries(bob));
    world.kill(ada);
    world.pass(MINUTE);
    assertTrue(leads(cem));
    assertFalse(world.witness.safety().healed());
  }

  @Test
  void among_equals_the_first_to_join_leads() {
    world.kill(ada);
    world.pass(MINUTE);
    assertTrue(leads(bob));
    assertEquals(term(bob), term(cem));
  }

  @Test
  void a_frozen_owner_gives_way_and_follows_when_it_goes_on() {
    world.freeze(ada);
    world.pass(Duration.ofSeconds(30));
    assertTrue(leads(bob));
    says(ada);
    world.resume(ada);
    world.pass(MINUTE);
    assertFalse(leads(ada));
    assertEquals(bob.disk.log.head(), ada.disk.log.head());
  }

  @Test
  void nobody_follows_an_owner_whose_term_was_given_up() {
    world.network.split(Set.of(ada));
    world.pass(MINUTE);
    assertTrue(leads(bob) && leads(ada));
    world.kill(bob);
    world.network.heal();
    world.network.separate(ada, bob);
    world.pass(MINUTE.multipliedBy(2));
    assertTrue(term(cem) > 1);
    assertEquals(term(cem), term(ada));
  }

  @Test
  void a_leaving_owner_hands_over() {
    ada.session().orElseThrow().ask(new Ask.Leave());
    world.pass(Duration.ofSeconds(10));
    assertTrue(leads(bob));
    assertEquals(2, term(cem));
  }

  @Test
  void an_owner_that_has_to_end_as_soon_as_it_leads_leaves_no_hub_behind_that_takes_nothing() {
    world.kill(ada);
    world.until(() -> leads(bob));
    bob.session().orElseThrow().input(new SessionInput.Closing());
    world.pass(MINUTE);
    says(cem);
    world.pass(MINUTE);
    assertEquals(1, world.logs.letters(bob, cem.member().orElseThrow()));
  }

  @Test
  void a_founder_that_died_before_the_first_epoch_leads_again() {
    World fresh = new World(3);
    Peer founder = fresh.peers.getFirst();
    fresh.kill(founder);
    assertEquals(1, entries(founder));
    fresh.restart(founder);
    fresh.pass(MINUTE);
    assertTrue(leads(founder));
  }
}
