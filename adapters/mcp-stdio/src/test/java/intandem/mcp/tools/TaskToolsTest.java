package intandem.mcp.tools;

import static intandem.mcp.tools.ToolCalls.asked;
import static intandem.mcp.tools.ToolCalls.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Body.News;
import intandem.domain.protocol.Body.TaskText;
import intandem.domain.protocol.Priority;
import intandem.domain.protocol.Rejection;
import intandem.domain.protocol.TaskChange;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Ask.Planned;
import intandem.domain.tandem.Ask.To;
import intandem.domain.tandem.Ask.Wanted;
import intandem.domain.tandem.Refusal;
import intandem.domain.view.Status;
import intandem.mcp.Boards;
import intandem.mcp.FakeTandem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskToolsTest {

  private static final Bytes CALL = Bytes.utf8("toolu_1");
  private static final TaskId BLOCKER = new TaskId("T-0f9e8d");

  private static String told(Answer answer) {
    return call(FakeTandem.answering(answer), "intandem_board", Map.of()).text();
  }

  private static Ask change(Wanted wanted, News... news) {
    return new Ask.Change(CALL, "T-a1b2c3", wanted, List.of(news));
  }

  @Test
  void the_board_has_a_line_a_task() {
    var lines =
        List.of(
            Boards.claimed("T-a1b2c3", "Write the cart"),
            Boards.open("T-b1b2c3", "Test </x>", BLOCKER),
            Boards.kept("T-c1b2c3", "Ship it"));
    var counts = Map.of(Status.CLAIMED, 1L, Status.BLOCKED, 1L, Status.OPEN, 1L, Status.DONE, 7L);
    assertEquals(
        """
        Board: 1 open, 1 blocked, 1 claimed, 7 done
        [T-a1b2c3] CLAIMED [CRITICAL] - "Write the cart" (CosmicYoda)
        [T-b1b2c3] BLOCKED [CRITICAL] - "Test &lt;/x&gt;" (depends on: T-0f9e8d)
        [T-c1b2c3] OPEN [CRITICAL] - "Ship it" (kept for CosmicYoda)\
        """,
        told(new Answer.Board(lines, counts, Boards.NAMES)));
  }

  @Test
  void an_empty_board_says_how_to_fill_it() {
    assertTrue(told(new Answer.Board(List.of(), Map.of(), Boards.NAMES)).contains("add_task"));
  }

  @Test
  void one_task_is_asked_for_by_its_id_and_several_by_status() {
    assertEquals(new Ask.Task("T-a1b2c3"), asked("intandem_board", Map.of("task_id", "T-a1b2c3")));
    assertEquals(
        new Ask.Board(Set.of(Status.DONE)), asked("intandem_board", Map.of("status", "done")));
    assertEquals(new Ask.Board(Set.of()), asked("intandem_board", Map.of()));
  }

  @Test
  void a_new_task_is_a_plan_of_one() {
    var given = Map.of("title", " Write ", "priority", "high", "depends_on", List.of("T-0f9e8d"));
    var planned =
        new Planned(
            new TaskText("Write", "", Priority.HIGH), new To.Everyone(), List.of("T-0f9e8d"));
    assertEquals(new Ask.Plan(CALL, List.of(planned)), asked("intandem_add_task", given));
  }

  @Test
  void a_plan_keeps_the_order_of_its_tasks() {
    var first = Map.of("title", "A", "assignee", "Bob");
    var second = Map.of("title", "B", "depends_on", List.of("#1", "A"));
    var plan = (Ask.Plan) asked("intandem_plan", Map.of("tasks", List.of(first, second)));
    assertEquals(
        List.of(
            new Planned(new TaskText("A", "", Priority.MEDIUM), new To.Named("Bob"), List.of()),
            new Planned(
                new TaskText("B", "", Priority.MEDIUM), new To.Everyone(), List.of("#1", "A"))),
        plan.tasks());
  }

  @Test
  void a_plans_key_names_it_whatever_the_call() {
    var given = Map.of("tasks", List.of(Map.of("title", "A")), "key", "toolu_1");
    var plan = (Ask.Plan) asked("intandem_plan", given);
    assertEquals(plan, asked("intandem_plan", given));
    assertNotEquals(CALL, plan.call());
  }

  @Test
  void a_plan_maps_positions_to_ids() {
    var lines = List.of(Boards.open("T-a1b2c3", "A"), Boards.open("T-b1b2c3", "B", BLOCKER));
    assertEquals(
        """
        2 tasks added:
        #1 → [T-a1b2c3] OPEN [CRITICAL] - "A"
        #2 → [T-b1b2c3] BLOCKED [CRITICAL] - "B" (depends on: T-0f9e8d)\
        """,
        told(new Answer.Planned(lines, true, Boards.NAMES)));
  }

  @Test
  void a_plan_that_was_added_before_is_not_called_added() {
    var planned = new Answer.Planned(List.of(Boards.open("T-a1b2c3", "A")), true, Boards.NAMES);
    assertEquals(
        """
        The key "k<1" was used already for this plan. Nothing was added again; its tasks are:
        #1 → [T-a1b2c3] OPEN [CRITICAL] - "A"\
        """
            .replace("<", "&lt;"),
        told(new Answer.PlannedBefore("k<1", planned)));
  }

  @Test
  void another_plan_under_a_used_key_is_told_what_the_key_names() {
    var titles = List.of("A", "B", "C", "D", "E", "F", "G");
    var told = told(new Answer.Refused(new Refusal.KeyUsed("k1", titles)));
    assertEquals(
        "The key \"k1\" was used already for another plan: \"A\", \"B\", \"C\", \"D\", \"E\", and 2"
            + " more. Nothing was added; take another key.",
        told);
  }

  @Test
  void what_is_ones_own_already_is_no_error() {
    var yours = new Answer.YoursAlready(Boards.claimed("T-a1b2c3", "A"), Boards.NAMES);
    var result = call(FakeTandem.answering(yours), "intandem_claim_task", Map.of("task_id", "T-1"));
    assertFalse(result.isError());
    assertTrue(
        result.text().startsWith("It is yours already, and nothing was changed: [T-a1b2c3]"));
  }

  @Test
  void a_task_that_is_done_is_not_said_to_be_held() {
    var line = Boards.done("T-a1b2c3", "A");
    var refusal = new Refusal.Task(line, Rejection.NOT_YOURS, List.of(), Boards.NAMES);
    var text = told(new Answer.Refused(refusal));
    assertTrue(text.startsWith("Not done: it is done, by CosmicYoda, who alone can reopen"), text);
  }

  @Test
  void a_claim_names_its_lease_and_what_waits() {
    var waiting = List.of(Boards.open("T-b1b2c3", "B", BLOCKER));
    var claimed = Boards.claimed("T-a1b2c3", "A");
    assertEquals(
        """
        Yours: [T-a1b2c3] CLAIMED [CRITICAL] - "A" (CosmicYoda), lease 00000000
        These wait for it:
        [T-b1b2c3] BLOCKED [CRITICAL] - "B" (depends on: T-0f9e8d)\
        """,
        told(new Answer.Changed(claimed, new TaskChange.Claim(), waiting, true, Boards.NAMES)));
  }

  @Test
  void a_claim_on_one_disk_only_may_be_undone() {
    var claimed = Boards.claimed("T-a1b2c3", "A");
    var answer =
        new Answer.Changed(claimed, new TaskChange.Claim(), List.of(), false, Boards.NAMES);
    assertTrue(told(answer).contains("a split may undo it"), told(answer));
  }

  @Test
  void what_is_done_says_what_is_ready_now() {
    var ready = List.of(Boards.open("T-b1b2c3", "B"));
    var done = Boards.done("T-a1b2c3", "A");
    assertEquals(
        """
        Done: [T-a1b2c3] DONE [CRITICAL] - "A" (CosmicYoda)
        Ready now:
        [T-b1b2c3] OPEN [CRITICAL] - "B"\
        """,
        told(new Answer.Changed(done, new TaskChange.Finish(), ready, true, Boards.NAMES)));
  }

  @Test
  void the_loser_of_a_race_hears_who_won_and_what_else_is_ready() {
    var refusal =
        new Refusal.Task(
            Boards.claimed("T-a1b2c3", "A"),
            Rejection.HELD,
            List.of(Boards.open("T-b1b2c3", "B")),
            Boards.NAMES);
    assertEquals(
        """
        Not done: CosmicYoda holds it.
        [T-a1b2c3] CLAIMED [CRITICAL] - "A" (CosmicYoda)
        Ready to claim:
        [T-b1b2c3] OPEN [CRITICAL] - "B"\
        """,
        told(new Answer.Refused(refusal)));
  }

  @Test
  void a_circle_is_spelt_out() {
    var refused =
        new Answer.Refused(new Refusal.Circle(List.of("T-a1b2c3", "T-b1b2c3", "T-a1b2c3")));
    assertTrue(told(refused).contains("T-a1b2c3 → T-b1b2c3 → T-a1b2c3"), told(refused));
  }

  @Test
  void a_status_becomes_a_wish() {
    var given = Map.of("task_id", "T-a1b2c3", "status", "done", "result", "Merged.");
    assertEquals(
        change(new Wanted.Standing(Status.DONE), new News.Result("Merged.")),
        asked("intandem_update_task", given));
    assertEquals(
        change(new Wanted.Standing(Status.CLAIMED)),
        asked("intandem_claim_task", Map.of("task_id", "T-a1b2c3")));
    assertEquals(
        change(new Wanted.GivenBack()),
        asked("intandem_unclaim_task", Map.of("task_id", "T-a1b2c3")));
  }

  @Test
  void texts_go_alone_or_with_one_other_change() {
    assertEquals(
        change(new Wanted.Reworded(), new News.Title("New")),
        asked("intandem_update_task", Map.of("task_id", "T-a1b2c3", "title", "New")));
    assertEquals(
        change(new Wanted.KeptFor(new To.Everyone())),
        asked("intandem_update_task", Map.of("task_id", "T-a1b2c3", "assignee", "")));
    assertEquals(
        change(new Wanted.WaitingFor(List.of())),
        asked("intandem_update_task", Map.of("task_id", "T-a1b2c3", "depends_on", List.of())));
  }

  @Test
  void two_changes_that_hang_on_each_other_are_two_calls() {
    var given = Map.of("task_id", "T-a1b2c3", "status", "claimed", "depends_on", List.of());
    var result = call(FakeTandem.answering(), "intandem_update_task", given);
    assertTrue(result.isError());
    assertTrue(result.text().contains("status and depends_on cannot"), result.text());
  }

  @Test
  void an_update_without_a_change_is_refused() {
    var given = Map.of("task_id", "T-a1b2c3");
    assertTrue(call(FakeTandem.answering(), "intandem_update_task", given).isError());
  }
}
