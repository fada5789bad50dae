package intandem.memory.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import intandem.domain.id.Endpoint;
import intandem.domain.id.EntryId;
import intandem.domain.id.Term;
import intandem.domain.protocol.Checkpoint;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Frame.Goodbye.Reason;
import intandem.domain.protocol.HubNote;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.Place;
import intandem.domain.protocol.Rejection;
import intandem.domain.tandem.Ask;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What strangers and removed members can do to those who go on: delay them, and no more. */
final class AdversaryTest extends Trio {
  private static final Endpoint THERE = new Endpoint("stranger.test", 443);

  private final Stranger stranger = new Stranger(world, world.peers.get(4), 50);

  /** The owner dies, and again and again strangers say that a hub is there. */
  private void ownerDies(Function<Frame.Proof, List<Frame>> answer) {
    stranger.hosts(THERE, ada.disk.identity().orElseThrow().workspace(), answer);
    world.kill(ada);
    for (int asked = 0; asked < 240; asked++) {
      stranger.ask(bob, THERE);
      stranger.ask(cem, THERE);
      world.pass(Duration.ofMillis(250));
    }
  }

  private void oneGoesOn() {
    assertTrue(leads(bob) ^ leads(cem));
    assertEquals(bob.disk.log.head(), cem.disk.log.head());
  }

  @Test
  void a_stranger_that_plays_a_silent_hub_does_not_keep_members_from_going_on() {
    ownerDies(proof -> List.of());
    oneGoesOn();
  }

  @Test
  void a_stranger_does_not_end_a_session_by_saying_that_another_process_took_over() {
    ownerDies(proof -> List.of(new Frame.Goodbye(Reason.REPLACED, Duration.ZERO)));
    oneGoesOn();
  }

  @Test
  void a_stranger_whose_entries_are_no_good_is_not_the_hub_and_is_left() {
    ownerDies(
        proof -> {
          Term made = new Term(50, Bytes.of(new byte[32]));
          Place place = new Place(made, proof.head().index() + 1, Instant.EPOCH);
          Entry entry = new Entry(place, new HubNote(proof.from(), true, Bytes.of(new byte[64])));
          Checkpoint sum = new Checkpoint(made, proof.head(), Bytes.of(new byte[64]));
          return List.of(new Frame.Entries(List.of(entry), sum));
        });
    oneGoesOn();
  }

  @Test
  void a_hub_without_members_goes_on_although_a_stranger_says_that_it_was_removed() {
    world.kill(bob);
    world.kill(cem);
    world.pass(MINUTE);
    long before = ada.disk.log.head().index();
    Frame removed = new Frame.Goodbye(Reason.REMOVED, Duration.ZERO);
    List.of(bob, cem).forEach(away -> stranger.tells(away.endpoint(), removed));
    world.pass(MINUTE.multipliedBy(5));
    assertTrue(leads(ada));
    assertEquals(1, term(ada));
    assertEquals(before, ada.disk.log.head().index());
  }

  @Test
  void who_has_not_proven_to_be_the_hub_refuses_nothing_that_waits() {
    Ask.To all = new Ask.To.Everyone();
    bob.session()
        .orElseThrow()
        .ask(new Ask.Send(Bytes.utf8("1"), MessageType.CHAT, Peer.MARKER + " says", all, 0));
    stranger.hosts(
        ada.endpoint(),
        ada.disk.identity().orElseThrow().workspace(),
        proof -> Collections.nCopies(3, refusal(proof.head().index())));
    world.kill(ada);
    world.pass(MINUTE.multipliedBy(3));
    assertEquals(List.of(), bob.disk.vault.load().refused());
    assertEquals(1, world.logs.letters(cem, bob.member().orElseThrow()));
  }

  private Frame refusal(long index) {
    EntryId id = bob.disk.vault.load().outbox().getFirst().id();
    return new Frame.Refused(id, Rejection.NOT_YOURS, index, world.now(), Duration.ZERO);
  }

  @Test
  void who_joined_and_has_no_entry_yet_looks_at_no_strangers_hub() {
    Peer dan = world.peers.get(3);
    dan.join(ada, ada.code().orElseThrow());
    world.until(() -> dan.session().isPresent());
    world.network.separate(ada, dan);
    assertEquals(0, dan.disk.log.head().index());
    stranger.hosts(THERE, ada.disk.identity().orElseThrow().workspace(), proof -> List.of());
    stranger.ask(dan, THERE);
    world.pass(MINUTE);
    assertTrue(dan.session().isPresent());
  }

  /** Bob is removed while away, leads a branch without that, and removes all others from it. */
  private void bobRemovesWhoRemovedHim() {
    world.network.split(Set.of(bob));
    ada.session().orElseThrow().ask(new Ask.Remove(Bytes.utf8("bob"), bob.name()));
    world.pass(MINUTE.multipliedBy(7));
    assertTrue(leads(bob));
    for (Peer other : List.of(ada, cem)) {
      bob.session().orElseThrow().ask(new Ask.Remove(Bytes.utf8(other.name()), other.name()));
      world.pass(MINUTE);
    }
    world.network.heal();
    world.network.block(bob, ada);
    world.network.block(bob, cem);
  }

  @Test
  void who_was_removed_removes_nobody_who_knows_that() {
    bobRemovesWhoRemovedHim();
    for (int asked = 0; asked < 10; asked++) {
      stranger.ask(ada, bob.endpoint());
      stranger.ask(cem, bob.endpoint());
      world.pass(MINUTE);
    }
    assertTrue(ada.session().isPresent() && cem.session().isPresent());
    assertTrue(leads(ada) ^ leads(cem));
    assertEquals(ada.disk.log.head(), cem.disk.log.head());
  }
}
