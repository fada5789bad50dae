package intandem.domain.workspace;

import static intandem.domain.workspace.BoardWorld.CLAIM;
import static intandem.domain.workspace.BoardWorld.DESCRIBE;
import static intandem.domain.workspace.BoardWorld.FINISH;
import static intandem.domain.workspace.BoardWorld.OPEN_TO_ALL;
import static intandem.domain.workspace.BoardWorld.REOPEN;
import static intandem.domain.workspace.BoardWorld.START;
import static intandem.domain.workspace.BoardWorld.UNCLAIM;
import static intandem.domain.workspace.BoardWorld.keepFor;
import static intandem.domain.workspace.BoardWorld.waitFor;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.TaskId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Lease;
import intandem.domain.protocol.Rejection;
import intandem.domain.protocol.Reservation;
import intandem.domain.protocol.TaskChange;
import intandem.domain.workspace.Task.Hold;
import intandem.domain.workspace.Task.State;
import intandem.domain.workspace.World.Attempt;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardRulesTest {
  private static final TaskId NOWHERE = new TaskId("T-000000");

  private final BoardWorld board = new BoardWorld("ana", "bo", "cy");

  /** What the rules say: {@code ok}, the reason against it, or {@code -} for a wrong state. */
  private String verdict(TaskId id, TaskChange change) {
    var attempt = board.world().attempt("ana", board.change("ana", change, id));
    return switch (board.world().workspace().decide(attempt.command(), attempt.stamp())) {
      case Decision.Accepted accepted -> "ok";
      case Decision.Rejected(Rejection reason) ->
          reason == Rejection.WRONG_STATE ? "-" : reason.name();
    };
  }

  /** A task in that situation, as ana sees it. */
  private TaskId taskOf(String creator, String situation) {
    TaskId first = board.add("cy");
    TaskId id = board.add(creator);
    switch (situation) {
      case "open" -> {}
      case "blocked" -> board.does(creator, id, waitFor(first));
      case "kept: me" -> board.does(creator, id, keepFor("ana"));
      case "kept: bo" -> board.does(creator, id, keepFor("bo"));
      case "held: me" -> board.does("ana", id, CLAIM);
      case "begun: me" -> board.does("ana", id, CLAIM, START);
      case "stuck: me" -> board.does("ana", id, CLAIM, waitFor(first));
      case "held: bo" -> board.does("bo", id, CLAIM);
      case "begun: bo" -> board.does("bo", id, CLAIM, START);
      case "done: me" -> board.finish("ana", id);
      case "done: bo" -> board.finish("bo", id);
      default -> throw new IllegalArgumentException(situation);
    }
    return id;
  }

  private void expect(String creator, String situation, String verdicts) {
    TaskId id = taskOf(creator, situation);
    TaskChange depend = waitFor(board.add("cy"));
    List<TaskChange> changes =
        List.of(CLAIM, UNCLAIM, START, FINISH, REOPEN, DESCRIBE, depend, keepFor("cy"));
    String found = changes.stream().map(change -> verdict(id, change)).collect(joining(" "));
    assertEquals(verdicts.replaceAll(" +", " "), found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          #          claim     unclaim   start     done      reopen    edit      depend    assign
          open      |ok        -         -         -         -         NOT_YOURS NOT_YOURS NOT_YOURS
          blocked   |BLOCKED   -         -         -         -         NOT_YOURS NOT_YOURS NOT_YOURS
          kept: me  |ok        -         -         -         -         NOT_YOURS NOT_YOURS NOT_YOURS
          kept: bo  |RESERVED  -         -         -         -         NOT_YOURS NOT_YOURS NOT_YOURS
          held: me  |NO_CHANGE ok        ok        ok        -         ok        ok        -
          begun: me |NO_CHANGE ok        NO_CHANGE ok        -         ok        ok        -
          stuck: me |NO_CHANGE ok        BLOCKED   BLOCKED   -         ok        ok        -
          held: bo  |HELD      NOT_YOURS NOT_YOURS NOT_YOURS -         NOT_YOURS HELD      -
          begun: bo |HELD      NOT_YOURS NOT_YOURS NOT_YOURS -         NOT_YOURS HELD      -
          done: me  |-         -         -         -         ok        ok        -         -
          done: bo  |-         -         -         -         NOT_YOURS NOT_YOURS -         -
          """)
  void what_a_member_may_do_to_a_task_of_another(String situation, String verdicts) {
    expect("bo", situation, verdicts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          #          claim     unclaim   start     done      reopen    edit      depend    assign
          open      |ok        -         -         -         -         ok        ok        ok
          blocked   |BLOCKED   -         -         -         -         ok        ok        ok
          kept: me  |ok        -         -         -         -         ok        ok        ok
          kept: bo  |RESERVED  -         -         -         -         ok        ok        ok
          held: me  |NO_CHANGE ok        ok        ok        -         ok        ok        -
          begun: me |NO_CHANGE ok        NO_CHANGE ok        -         ok        ok        -
          stuck: me |NO_CHANGE ok        BLOCKED   BLOCKED   -         ok        ok        -
          held: bo  |HELD      NOT_YOURS NOT_YOURS NOT_YOURS -         ok        HELD      -
          begun: bo |HELD      NOT_YOURS NOT_YOURS NOT_YOURS -         ok        HELD      -
          done: me  |-         -         -         -         ok        ok        -         -
          done: bo  |-         -         -         -         NOT_YOURS ok        -         -
          """)
  void what_a_member_may_do_to_a_task_of_its_own(String situation, String verdicts) {
    expect("ana", situation, verdicts);
  }

  @Test
  void a_task_that_is_not_there_cannot_be_changed() {
    assertEquals(Rejection.UNKNOWN_TASK, board.refusal("ana", NOWHERE, CLAIM, new Lease.None()));
  }

  @Test
  void a_claim_makes_a_holder_whose_lease_is_that_command() {
    TaskId id = board.add("bo");
    Attempt claim = board.world().attempt("ana", board.change("ana", CLAIM, id));
    board.world().accept(claim);
    Hold hold =
        new Hold(World.id("ana"), claim.command().origin().id(), board.world().workspace().at());
    assertEquals(new State.Claimed(hold), board.task(id).state());
  }

  @Test
  void a_task_that_is_begun_and_done_keeps_its_holder() {
    TaskId id = board.add("bo");
    Hold hold = board.does("ana", id, CLAIM).task(id).hold().orElseThrow();
    assertEquals(new State.InProgress(hold), board.does("ana", id, START).task(id).state());
    State done = board.does("ana", id, FINISH).task(id).state();
    assertEquals(new State.Done(hold, board.world().workspace().at()), done);
  }

  @Test
  void a_task_given_back_or_reopened_is_open_to_anyone() {
    State open = new State.Open(new Reservation.Anyone());
    TaskId back = board.addFor("bo", "ana");
    assertEquals(open, board.does("ana", back, CLAIM, UNCLAIM).task(back).state());
    assertEquals(open, board.finish("cy", back).does("cy", back, REOPEN).task(back).state());
  }

  @Test
  void an_edit_changes_nothing_that_the_rules_see() {
    TaskId id = board.add("ana");
    Task before = board.does("bo", id, CLAIM).task(id);
    assertEquals(before, board.does("ana", id, DESCRIBE).does("bo", id, DESCRIBE).task(id));
  }

  @Test
  void a_task_is_kept_for_one_member_until_it_is_kept_for_nobody() {
    TaskId id = board.add("ana");
    board.does("ana", id, keepFor("bo"));
    assertEquals(Rejection.RESERVED, board.refusal("ana", id, CLAIM));
    assertTrue(board.does("ana", id, OPEN_TO_ALL).does("cy", id, CLAIM).task(id).active());
  }

  @Test
  void a_task_is_kept_for_members_only() {
    TaskId id = board.add("ana");
    assertEquals(Rejection.UNKNOWN_MEMBER, board.refusal("ana", id, keepFor("mallory")));
    board.world().does("bo", new Act.Leave());
    assertEquals(Rejection.UNKNOWN_MEMBER, board.refusal("ana", id, keepFor("bo")));
  }
}
