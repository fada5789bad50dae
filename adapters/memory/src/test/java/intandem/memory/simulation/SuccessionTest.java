package intandem.memory.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body.TaskText;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.Priority;
import intandem.domain.protocol.Waking;
import intandem.domain.session.boundary.SessionInput;
import intandem.domain.tandem.Ask;
import intandem.domain.view.Status;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who leads when, with faults set by hand: each rule of succession that a run could do without. */
final class SuccessionTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final World world = new World(2);
  private final Peer ada = world.peers.get(0);
  private final Peer bob = world.peers.get(1);
  private final Peer cem = world.peers.get(2);
  private int texts;

  @BeforeEach
  void three_members_gather() {
    world.pass(MINUTE);
    for (Peer peer : List.of(bob, cem)) {
      peer.join(ada, ada.code().orElseThrow());
      world.pass(MINUTE);
    }
    assertTrue(leads(ada));
  }

  private static boolean leads(Peer peer) {
    return peer.hub().isPresent();
  }

  private static Workspace workspace(Peer peer) {
    return peer.session().flatMap(loop -> loop.session.workspace()).orElseThrow();
  }

  private static int term(Peer peer) {
    return workspace(peer).reign().term().number();
  }

  private static long entries(Peer peer) {
    return peer.disk.log.head().index();
  }

  private void says(Peer peer) {
    texts++;
    String text = Peer.MARKER + " notes " + texts;
    Bytes call = Bytes.utf8("note " + texts);
    peer.session()
        .orElseThrow()
        .ask(new Ask.Send(call, MessageType.CHAT, text, new Ask.To.Everyone(), 0));
  }

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
  void what_an_author_that_is_gone_wrote_is_brought_back_by_others() {
    world.network.separate(bob, ada);
    world.pass(MINUTE);
    says(ada);
    world.pass(MINUTE);
    long before = world.witness.safety().commands(cem).size();
    world.kill(ada);
    world.freeze(cem);
    world.pass(MINUTE.multipliedBy(7));
    assertTrue(leads(bob));
    world.resume(cem);
    world.pass(MINUTE.multipliedBy(2));
    assertTrue(world.witness.safety().healed());
    assertEquals(bob.disk.log.head(), cem.disk.log.head());
    assertTrue(world.witness.safety().commands(bob).size() > before);
    assertTrue(world.witness.safety().letters(bob, ada.member().orElseThrow()) > 0);
  }

  private long profiles(Peer reader, Peer of) {
    return world.witness.safety().commands(reader).stream()
        .filter(command -> command.act() instanceof Act.UpdateMember)
        .filter(command -> command.origin().from().equals(of.member().orElseThrow()))
        .count();
  }

  @Test
  void a_profile_that_was_told_on_a_branch_that_is_cut_off_is_told_again() {
    world.network.split(Set.of(ada));
    world.pass(MINUTE);
    assertTrue(leads(bob) && leads(ada));
    long before = profiles(cem, ada);
    ada.session().orElseThrow().input(new SessionInput.Wakeable(Waking.SOCKET));
    world.pass(MINUTE);
    assertEquals(before + 1, profiles(ada, ada));
    world.network.heal();
    world.pass(MINUTE);
    assertFalse(leads(ada));
    assertEquals(before + 1, profiles(cem, ada));
  }

  /** What Bob writes while he is apart cannot be sent, as Cem is removed meanwhile. */
  private void aMessageIsRefused(Bytes call) {
    world.network.split(Set.of(bob));
    sends(bob, call, new Ask.To.Named(cem.name()));
    ada.session().orElseThrow().ask(new Ask.Remove(Bytes.utf8("remove"), cem.name()));
    world.pass(MINUTE);
    world.network.heal();
    world.pass(MINUTE);
    assertEquals(1, bob.disk.vault.load().refused().size());
  }

  private static void sends(Peer author, Bytes call, Ask.To to) {
    author
        .session()
        .orElseThrow()
        .ask(new Ask.Send(call, MessageType.CHAT, Peer.MARKER + " to some", to, 0));
  }

  @Test
  void what_was_refused_and_is_asked_for_again_outlives_the_process() {
    Bytes call = Bytes.utf8("to some");
    aMessageIsRefused(call);
    world.network.split(Set.of(bob));
    sends(bob, call, new Ask.To.Everyone());
    bob.session().orElseThrow().ask(new Ask.Inbox(Duration.ZERO, -1));
    world.pass(MINUTE);
    assertFalse(world.story().contains("Failed[id="), world.story());
    world.kill(bob);
    world.network.heal();
    world.restart(bob, Optional.of(ada));
    world.pass(MINUTE);
    assertEquals(1, world.witness.safety().letters(ada, bob.member().orElseThrow()));
    assertEquals(List.of(), bob.disk.vault.load().outbox());
  }

  @Test
  void what_was_refused_is_told_once_also_by_the_next_process() {
    aMessageIsRefused(Bytes.utf8("to some"));
    world.kill(bob);
    world.restart(bob, Optional.of(ada));
    world.pass(MINUTE);
    assertEquals(1, bob.disk.vault.load().refused().size());
    bob.session().orElseThrow().ask(new Ask.Inbox(Duration.ZERO, -1));
    world.pass(MINUTE);
    assertEquals(0, bob.disk.vault.load().refused().size());
  }

  @Test
  void a_claim_that_was_called_lost_is_told_of_if_the_old_owner_brings_it_back() {
    TaskText text = new TaskText(Peer.MARKER + " task", "", Priority.LOW);
    Ask.Planned planned = new Ask.Planned(text, new Ask.To.Everyone(), List.of());
    ada.session().orElseThrow().ask(new Ask.Plan(Bytes.utf8("plan"), List.of(planned)));
    world.pass(MINUTE);
    long before = entries(ada);
    List<TaskId> tasks = new ArrayList<>();
    workspace(cem).board().tasks().forEach((id, task) -> tasks.add(id));
    Ask.Wanted claimed = new Ask.Wanted.Standing(Status.CLAIMED);
    cem.session()
        .orElseThrow()
        .ask(new Ask.Change(Bytes.utf8("claim"), tasks.getFirst().value(), claimed, List.of()));
    world.until(() -> entries(ada) > before);
    world.kill(ada);
    world.pass(MINUTE);
    assertTrue(world.story().contains("NOT_STORED"));
    world.restart(ada, Optional.of(bob));
    world.pass(MINUTE.multipliedBy(2));
    cem.session().orElseThrow().ask(new Ask.Inbox(Duration.ZERO, -1));
    world.pass(MINUTE);
    assertTrue(
        world.story().lines().anyMatch(line -> line.matches(".*Ended\\[.*Changed\\[.*")),
        world.story());
  }

  @Test
  void a_member_whose_process_ends_is_away_at_once_and_one_that_vanishes_after_ten_seconds() {
    Instant ends = world.now();
    bob.session().orElseThrow().input(new SessionInput.Closing());
    world.until(() -> !online(bob));
    assertEquals(ends, world.now());
    Instant vanishes = world.now();
    world.kill(cem);
    world.until(() -> !online(cem));
    assertEquals(vanishes.plusSeconds(10), world.now());
  }

  private boolean online(Peer peer) {
    return workspace(ada).roster().find(peer.member().orElseThrow()).orElseThrow().online();
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
    assertTrue(workspace(ada).roster().find(bob.member().orElseThrow()).orElseThrow().seated());
    assertEquals(1, world.witness.safety().letters(ada, bob.member().orElseThrow()));
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
    assertEquals(1, world.witness.safety().letters(bob, cem.member().orElseThrow()));
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
