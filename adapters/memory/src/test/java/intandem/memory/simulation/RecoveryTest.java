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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is brought back after a split or a crash, and that authors hear what is not. */
final class RecoveryTest extends Trio {
  @Test
  void what_an_author_that_is_gone_wrote_is_brought_back_by_others() {
    world.network.separate(bob, ada);
    world.pass(MINUTE);
    says(ada);
    world.pass(MINUTE);
    long before = world.logs.commands(cem).size();
    world.kill(ada);
    world.freeze(cem);
    world.pass(MINUTE.multipliedBy(7));
    assertTrue(leads(bob));
    world.resume(cem);
    world.pass(MINUTE.multipliedBy(2));
    assertTrue(world.witness.safety().healed());
    assertEquals(bob.disk.log.head(), cem.disk.log.head());
    assertTrue(world.logs.commands(bob).size() > before);
    assertTrue(world.logs.letters(bob, ada.member().orElseThrow()) > 0);
  }

  private long profiles(Peer reader, Peer of) {
    return world.logs.commands(reader).stream()
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
    world.pass(Duration.ofSeconds(1));
    bob.session().orElseThrow().ask(new Ask.Inbox(Duration.ZERO, -1));
    world.pass(Duration.ofSeconds(1));
    assertTrue(world.story().contains("answer=Letters["), world.story());
    assertFalse(world.story().contains("Failed[id="), world.story());
    world.pass(MINUTE);
    world.kill(bob);
    world.network.heal();
    world.restart(bob, Optional.of(ada));
    world.pass(MINUTE);
    assertEquals(1, world.logs.letters(ada, bob.member().orElseThrow()));
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
}
