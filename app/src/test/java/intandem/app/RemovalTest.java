package intandem.app;

import static intandem.app.Desktop.refusal;
import static intandem.app.Moves.claim;
import static intandem.app.Moves.plan;
import static intandem.app.Moves.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.app.Desktop.Person;
import intandem.domain.id.Bytes;
import intandem.domain.id.InviteCode;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Frame.JoinFailed.Failure;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import intandem.domain.view.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the owner can do about its invitation and its members, on the real adapters. */
class RemovalTest {
  private static final Ask REMOVE_THE_SECOND = new Ask.Remove(Bytes.utf8("r"), "Ada-2");

  @TempDir private Path directory = Path.of("");

  private static InviteCode code(Person owner) throws InterruptedException {
    return assertInstanceOf(Answer.Invited.class, owner.asks(new Ask.Invite())).invitation().code();
  }

  /** Returns when that member knows that it is one no more. */
  private static void awaitExpulsion(Person person) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          while (!(person.asks(new Ask.Peers()) instanceof Answer.Refused)) {
            Thread.onSpinWait();
          }
        });
  }

  /** The files of the one member that this home has, but for the log's companions. */
  private static List<Path> kept(Path desktop) throws IOException {
    try (Stream<Path> all = Files.walk(desktop.resolve("home"))) {
      return all.filter(file -> file.toString().matches(".*M-[^/]*\\.(db|json)")).toList();
    }
  }

  @Test
  void a_removed_member_is_told_by_whatever_it_asks_next() throws Exception {
    try (Team team = new Team(directory, 3)) {
      Answer removed = team.get(0).asks(REMOVE_THE_SECOND);
      assertEquals(new Answer.Removed("Ada-2", true), removed);
      awaitExpulsion(team.get(1));
      assertEquals(
          new Refusal.Expelled("demo", List.of()), refusal(team.get(1).says("still here?")));
    }
  }

  @Test
  void a_removed_member_keeps_neither_keys_nor_log() throws Exception {
    Path elsewhere = Files.createDirectory(directory.resolve("other"));
    try (Team team = new Team(directory, 1);
        Desktop other = new Desktop(elsewhere, "Bob")) {
      Person bob = other.session("b");
      bob.joins(code(team.get(0)), HubPort.of(directory.resolve("home")));
      assertEquals(2, kept(elsewhere).size(), "a log and its keys");
      team.get(0).asks(new Ask.Remove(Bytes.utf8("r"), "Bob"));
      awaitExpulsion(bob);
      assertEquals(new Refusal.Expelled("demo", List.of()), rejoining(bob));
      assertEquals(List.of(), kept(elsewhere));
    }
  }

  @Test
  void a_member_removed_while_it_was_away_keeps_nothing_once_it_returns() throws Exception {
    Path elsewhere = Files.createDirectory(directory.resolve("other"));
    try (Team team = new Team(directory, 1)) {
      try (Desktop other = new Desktop(elsewhere, "Bob")) {
        other.session("b").joins(code(team.get(0)), HubPort.of(directory.resolve("home")));
      }
      team.get(0).asks(new Ask.Remove(Bytes.utf8("r"), "Bob"));
      try (Desktop other = new Desktop(elsewhere, "Bob")) {
        assertEquals(new Refusal.Expelled("demo", List.of()), rejoining(other.session("b")));
        assertEquals(List.of(), kept(elsewhere));
      }
    }
  }

  /** What a return is refused with, once the last of the earlier stay is gone. */
  private static Refusal rejoining(Person person) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          Refusal refusal = refusal(person.rejoins());
          while (refusal instanceof Refusal.AlreadyIn) {
            Thread.onSpinWait();
            refusal = refusal(person.rejoins());
          }
          return refusal;
        });
  }

  @Test
  void the_rest_go_on_with_keys_that_the_removed_member_lacks() throws Exception {
    try (Team team = new Team(directory, 3)) {
      team.get(0).asks(REMOVE_THE_SECOND);
      team.get(0).says("among us");
      assertEquals(List.of("Ada: among us"), team.get(2).reads(1));
    }
  }

  @Test
  void the_tasks_of_a_removed_member_are_open_again() throws Exception {
    try (Team team = new Team(directory, 2)) {
      Answer planned = team.get(0).asks(plan("p", task("taken")));
      TaskId id = assertInstanceOf(Answer.Planned.class, planned).tasks().getFirst().id();
      team.settle();
      assertInstanceOf(Answer.Changed.class, team.get(1).asks(claim("c", id)));
      team.get(0).asks(REMOVE_THE_SECOND);
      assertEquals(Status.OPEN, Team.board(team.get(0)).getFirst().status());
    }
  }

  @Test
  void a_removal_changes_the_code_that_the_removed_member_knows() throws Exception {
    try (Team team = new Team(directory, 2)) {
      InviteCode old = code(team.get(0));
      team.get(0).asks(REMOVE_THE_SECOND);
      assertNotEquals(old, code(team.get(0)));
    }
  }

  @Test
  void only_the_owner_removes_members() throws Exception {
    try (Team team = new Team(directory, 3)) {
      assertEquals(new Refusal.OwnerOnly("Ada"), refusal(team.get(2).asks(REMOVE_THE_SECOND)));
    }
  }

  @Test
  void the_owner_cannot_remove_itself() throws Exception {
    try (Team team = new Team(directory, 1)) {
      Ask self = new Ask.Remove(Bytes.utf8("r"), "Ada");
      assertEquals(new Refusal.OwnerStays(), refusal(team.get(0).asks(self)));
    }
  }

  @Test
  void nobody_of_that_name_is_answered_with_those_who_are_there() throws Exception {
    try (Team team = new Team(directory, 2)) {
      Ask nobody = new Ask.Remove(Bytes.utf8("r"), "Eve");
      assertEquals(
          new Refusal.UnknownPeer("Eve", List.of("Ada-2")), refusal(team.get(0).asks(nobody)));
    }
  }

  @Test
  void a_rotated_code_lets_in_and_the_one_before_does_not() throws Exception {
    try (Team team = new Team(directory, 1);
        Desktop other = new Desktop(Files.createDirectory(directory.resolve("other")), "Bob")) {
      InviteCode old = code(team.get(0));
      Answer rotated = team.get(0).asks(new Ask.Rotate());
      InviteCode fresh = assertInstanceOf(Answer.Invited.class, rotated).invitation().code();
      int port = HubPort.of(directory.resolve("home"));
      Person bob = other.session("b");
      Refusal wrong = refusal(bob.joins(old, port));
      assertTrue(
          wrong instanceof Refusal.JoinRefused r && r.failure() == Failure.WRONG_CODE,
          wrong::toString);
      assertInstanceOf(Answer.Entered.class, bob.joins(fresh, port));
    }
  }

  @Test
  void a_revoked_code_lets_nobody_in_until_another_is_made() throws Exception {
    try (Team team = new Team(directory, 1);
        Desktop other = new Desktop(Files.createDirectory(directory.resolve("other")), "Bob")) {
      InviteCode old = code(team.get(0));
      assertEquals(new Answer.Uninvited(), team.get(0).asks(new Ask.Revoke()));
      assertEquals(new Answer.Uninvited(), team.get(0).asks(new Ask.Invite()));
      Person bob = other.session("b");
      Refusal refused = refusal(bob.joins(old, HubPort.of(directory.resolve("home"))));
      assertTrue(
          refused instanceof Refusal.JoinRefused r && r.failure() == Failure.NO_CODE,
          refused::toString);
    }
  }
}
