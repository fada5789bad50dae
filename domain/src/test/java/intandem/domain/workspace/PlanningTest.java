package intandem.domain.workspace;

import static intandem.domain.workspace.BoardWorld.CLAIM;
import static intandem.domain.workspace.BoardWorld.FINISH;
import static intandem.domain.workspace.BoardWorld.REOPEN;
import static intandem.domain.workspace.BoardWorld.on;
import static intandem.domain.workspace.BoardWorld.task;
import static intandem.domain.workspace.BoardWorld.taskFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.TaskId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.NewTask;
import intandem.domain.protocol.NewTask.Dependency;
import intandem.domain.protocol.Rejection;
import intandem.domain.protocol.Reservation;
import intandem.domain.workspace.Task.State;
import intandem.domain.workspace.World.Attempt;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanningTest {
  private static final TaskId NOWHERE = new TaskId("T-000000");

  private final BoardWorld board = new BoardWorld("ana", "bo");

  private static NewTask[] tasks(int count) {
    return Stream.generate(() -> task()).limit(count).toArray(NewTask[]::new);
  }

  /** As many unfinished tasks as a board may have. */
  private List<TaskId> fill() {
    IntStream.range(0, 9).forEach(i -> board.plan("ana", tasks(50)));
    return board.plan("ana", tasks(50));
  }

  @Test
  void a_new_task_is_its_creators_and_open() {
    Attempt attempt = board.world().attempt("ana", new Act.AddTasks(List.of(task(), task())));
    board.world().accept(attempt);
    var id = attempt.command().origin().id();
    Task second = board.board().made(World.id("ana"), id, 2).orElseThrow();
    Task.Origin origin = new Task.Origin(World.id("ana"), id, 2, attempt.stamp().place().at());
    State open = new State.Open(new Reservation.Anyone());
    assertEquals(new Task(TaskId.whole(id, 2).first(6), origin, List.of(), open), second);
  }

  @Test
  void tasks_of_a_plan_wait_for_earlier_and_for_later_ones_and_for_those_of_the_board() {
    TaskId old = board.add("bo");
    List<TaskId> ids = board.plan("ana", task(on(3)), task(on(1), on(old)), task());
    assertEquals(List.of(ids.get(2)), board.task(ids.get(0)).dependencies());
    assertEquals(List.of(ids.get(0), old), board.task(ids.get(1)).dependencies());
  }

  @Test
  void a_new_task_that_waits_for_done_ones_only_is_ready() {
    TaskId done = board.add("ana");
    TaskId next = board.finish("bo", done).add("ana", done);
    assertTrue(board.board().ready(board.task(next)));
  }

  @Test
  void a_new_task_can_be_kept_for_a_member() {
    TaskId id = board.addFor("ana", "bo");
    assertEquals(Rejection.RESERVED, board.refusal("ana", id, CLAIM));
    assertEquals("bo", board.does("bo", id, CLAIM).holder(id));
  }

  @Test
  void a_new_task_is_kept_for_no_stranger_and_for_nobody_who_left() {
    assertEquals(Rejection.UNKNOWN_MEMBER, board.refusal("ana", taskFor("mallory")));
    board.world().does("bo", new Act.Leave());
    assertEquals(Rejection.UNKNOWN_MEMBER, board.refusal("ana", taskFor("bo")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 51})
  void a_plan_without_tasks_or_with_more_than_50_is_malformed(int count) {
    assertEquals(Rejection.MALFORMED, board.refusal("ana", tasks(count)));
  }

  @Test
  void a_plan_of_50_is_fine() {
    board.plan("ana", tasks(50));
    assertEquals(50, board.board().unfinished());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 50})
  void tasks_of_a_plan_do_not_wait_for_one_another_in_a_circle(int length) {
    NewTask[] circle =
        IntStream.rangeClosed(1, length)
            .mapToObj(position -> task(on(position % length + 1)))
            .toArray(NewTask[]::new);
    assertEquals(Rejection.CYCLE, board.refusal("ana", circle));
  }

  @Test
  void a_circle_is_shown_from_its_first_position_back_to_it() {
    List<NewTask> plan = List.of(task(), task(on(3)), task(on(1), on(4)), task(on(2)));
    assertEquals(Optional.of(List.of(2, 3, 4, 2)), Planning.circle(plan));
  }

  @Test
  void two_ways_to_one_task_are_no_circle() {
    List<NewTask> plan = List.of(task(), task(on(1)), task(on(1)), task(on(2), on(3)));
    assertEquals(Optional.empty(), Planning.circle(plan));
  }

  @Test
  void a_dependency_must_be_on_the_board_or_in_the_plan() {
    for (Dependency strange : List.of(on(NOWHERE), on(0), on(3), on(-1))) {
      assertEquals(Rejection.UNKNOWN_TASK, board.refusal("ana", task(), task(strange)));
    }
  }

  @Test
  void a_new_task_waits_for_none_twice_and_for_20_at_most() {
    assertEquals(Rejection.MALFORMED, board.refusal("ana", task(), task(on(1), on(1))));
    NewTask[] plan = tasks(22);
    plan[21] =
        task(IntStream.rangeClosed(1, 21).mapToObj(BoardWorld::on).toArray(Dependency[]::new));
    assertEquals(Rejection.MALFORMED, board.refusal("ana", plan));
    plan[21] =
        task(IntStream.rangeClosed(1, 20).mapToObj(BoardWorld::on).toArray(Dependency[]::new));
    assertEquals(20, board.task(board.plan("ana", plan).getLast()).dependencies().size());
  }

  @Test
  void one_bad_task_and_none_is_added() {
    assertEquals(Rejection.UNKNOWN_TASK, board.refusal("ana", task(), task(), task(on(NOWHERE))));
    assertEquals(Board.EMPTY, board.board());
  }

  @Test
  void the_500th_unfinished_task_is_the_last() {
    fill();
    assertEquals(500, board.board().unfinished());
    assertEquals(Rejection.BOARD_FULL, board.refusal("bo", task()));
  }

  @Test
  void a_plan_that_would_exceed_500_is_refused_as_a_whole() {
    board.finish("bo", fill().getFirst());
    assertEquals(Rejection.BOARD_FULL, board.refusal("bo", task(), task()));
    assertEquals(1, board.plan("bo", task()).size());
  }

  @Test
  void a_done_task_is_not_reopened_on_a_full_board() {
    TaskId done = fill().getFirst();
    board.does("bo", done, CLAIM, FINISH).add("ana");
    assertEquals(Rejection.BOARD_FULL, board.refusal("bo", done, REOPEN));
  }
}
