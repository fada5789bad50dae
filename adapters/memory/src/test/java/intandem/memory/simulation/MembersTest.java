package intandem.memory.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import intandem.domain.session.boundary.SessionInput;
import intandem.domain.tandem.Ask;
import intandem.domain.workspace.Member;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is a member and who is there, and that those it concerns come to know it. */
final class MembersTest extends Trio {
  @Test
  void who_was_removed_does_not_lead_who_knows_it() {
    world.network.separate(ada, bob);
    world.network.separate(cem, bob);
    ada.session().orElseThrow().ask(new Ask.Remove(Bytes.utf8("remove"), bob.name()));
    world.pass(MINUTE.multipliedBy(7));
    assertTrue(leads(bob));
    world.kill(ada);
    world.network.heal();
    world.pass(MINUTE.multipliedBy(7));
    assertTrue(leads(cem));
  }

  private static boolean expelled(Peer peer) {
    return peer.state() instanceof Peer.State.Expelled;
  }

  @Test
  void a_removal_of_someone_whom_the_higher_term_never_knew_is_kept() {
    Peer dan = world.peers.get(3);
    world.network.split(Set.of(ada, dan));
    world.pass(MINUTE);
    assertTrue(leads(bob));
    dan.join(ada, ada.code().orElseThrow());
    world.pass(MINUTE);
    ada.session().orElseThrow().ask(new Ask.Remove(Bytes.utf8("remove"), dan.name()));
    world.pass(MINUTE);
    world.network.heal();
    world.pass(MINUTE);
    assertEquals(ada.disk.log.head(), bob.disk.log.head());
    Member gone = workspace(bob).roster().find(dan.member().orElseThrow()).orElseThrow();
    assertFalse(gone.active());
  }

  @Test
  void who_was_removed_while_away_is_shown_the_removal() {
    world.network.split(Set.of(bob));
    ada.session().orElseThrow().ask(new Ask.Remove(Bytes.utf8("remove"), bob.name()));
    world.pass(MINUTE);
    assertFalse(expelled(bob));
    world.network.heal();
    world.pass(MINUTE);
    assertTrue(expelled(bob));
  }

  @Test
  void who_was_removed_is_told_what_it_never_sent() {
    world.network.split(Set.of(bob));
    says(bob);
    ada.session().orElseThrow().ask(new Ask.Remove(Bytes.utf8("remove"), bob.name()));
    world.pass(MINUTE);
    world.network.heal();
    world.until(() -> expelled(bob));
    assertTrue(world.story().contains("unsent=[Unsent["));
  }

  @Test
  void who_was_removed_and_leads_alone_is_shown_the_removal() {
    world.network.split(Set.of(bob));
    ada.session().orElseThrow().ask(new Ask.Remove(Bytes.utf8("remove"), bob.name()));
    world.pass(MINUTE.multipliedBy(7));
    assertTrue(leads(bob));
    world.network.heal();
    world.pass(MINUTE);
    assertTrue(expelled(bob));
    assertTrue(leads(ada));
  }

  @Test
  void a_member_whose_process_ends_is_away_at_once_and_one_that_vanishes_after_ten_seconds() {
    Instant ends = world.now();
    bob.session().orElseThrow().input(new SessionInput.Closing());
    world.until(() -> !seen(bob).online());
    assertEquals(ends, world.now());
    Instant vanishes = world.now();
    world.kill(cem);
    world.until(() -> !seen(cem).online());
    assertEquals(vanishes.plusSeconds(10), world.now());
  }

  @Test
  void who_left_and_returns_without_a_hub_takes_its_seat_when_there_is_one() {
    bob.session().orElseThrow().ask(new Ask.Leave());
    world.pass(MINUTE);
    world.kill(cem);
    world.kill(ada);
    world.restart(bob, Optional.empty());
    bob.session().orElseThrow().ask(new Ask.Brief());
    says(bob);
    world.pass(MINUTE);
    world.restart(ada, Optional.empty());
    world.pass(MINUTE.multipliedBy(2));
    assertTrue(seen(bob).seated());
    assertEquals(1, world.logs.letters(ada, bob.member().orElseThrow()));
  }
}
