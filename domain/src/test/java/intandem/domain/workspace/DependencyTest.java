package intandem.domain.workspace;

import static intandem.domain.workspace.BoardWorld.CLAIM;
import static intandem.domain.workspace.BoardWorld.FINISH;
import static intandem.domain.workspace.BoardWorld.REOPEN;
import static intandem.domain.workspace.BoardWorld.START;
import static intandem.domain.workspace.BoardWorld.UNCLAIM;
import static intandem.domain.workspace.BoardWorld.waitFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.TaskId;
import intandem.domain.protocol.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks that wait for others. */
class DependencyTest {
  private final BoardWorld board = new BoardWorld("ana", "bo");

  /** So many tasks of ana's, each of which waits for the one before. */
  private List<TaskId> chain(int length) {
    List<TaskId> chain = new ArrayList<>(List.of(board.add("ana")));
    while (chain.size() < length) {
      chain.add(board.add("ana", chain.getLast()));
    }
    return chain;
  }

  @Test
  void a_task_is_ready_when_the_last_one_that_it_waits_for_is_done() {
    TaskId first = board.add("ana");
    TaskId second = board.add("ana");
    TaskId last = board.add("ana", first, second);
    board.finish("ana", first);
    assertEquals(Rejection.BLOCKED, board.refusal("bo", last, CLAIM));
    assertTrue(board.finish("ana", second).does("bo", last, CLAIM).task(last).active());
  }

  @Test
  void a_dependency_added_to_work_in_progress_takes_it_from_nobody_but_keeps_it_from_its_end() {
    TaskId late = board.add("ana");
    TaskId id = board.add("ana");
    board.does("bo", id, CLAIM, START, waitFor(late));
    assertEquals("bo", board.holder(id));
    assertEquals(Rejection.BLOCKED, board.refusal("bo", id, FINISH));
    assertTrue(board.finish("ana", late).does("bo", id, FINISH).task(id).done());
  }

  @Test
  void a_dependency_added_to_a_claimed_task_keeps_it_from_its_start() {
    TaskId id = board.add("ana");
    board.does("bo", id, CLAIM, waitFor(board.add("ana")));
    assertEquals(Rejection.BLOCKED, board.refusal("bo", id, START));
    assertTrue(board.does("bo", id, waitFor(), START).task(id).active());
  }

  @Test
  void a_blocked_task_can_be_given_back() {
    TaskId id = board.add("ana");
    board.does("bo", id, CLAIM, waitFor(board.add("ana")), UNCLAIM);
    assertFalse(board.task(id).active());
  }

  @Test
  void a_dependency_reopened_under_work_in_progress_keeps_it_from_its_end() {
    List<TaskId> chain = chain(2);
    board.finish("ana", chain.getFirst()).does("bo", chain.getLast(), CLAIM, START);
    board.does("ana", chain.getFirst(), REOPEN);
    assertEquals("bo", board.holder(chain.getLast()));
    assertEquals(Rejection.BLOCKED, board.refusal("bo", chain.getLast(), FINISH));
  }

  @Test
  void a_done_task_stays_done_when_what_it_waited_for_is_reopened() {
    List<TaskId> chain = chain(3);
    board.finish("ana", chain.get(0)).finish("bo", chain.get(1)).does("ana", chain.get(0), REOPEN);
    assertTrue(board.task(chain.get(1)).done());
    assertTrue(board.does("bo", chain.get(2), CLAIM).task(chain.get(2)).active());
  }

  @Test
  void a_reopened_task_that_waits_for_an_unfinished_one_is_blocked() {
    List<TaskId> chain = chain(2);
    board.finish("ana", chain.getFirst()).finish("bo", chain.getLast());
    board.does("ana", chain.getFirst(), REOPEN).does("bo", chain.getLast(), REOPEN);
    assertEquals(Rejection.BLOCKED, board.refusal("bo", chain.getLast(), CLAIM));
  }

  @Test
  void new_dependencies_replace_the_old_ones() {
    List<TaskId> chain = chain(2);
    TaskId other = board.add("ana");
    board.does("ana", chain.getLast(), waitFor(other));
    assertEquals(List.of(other), board.task(chain.getLast()).dependencies());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void tasks_do_not_wait_for_one_another_in_a_circle(int length) {
    List<TaskId> chain = chain(length);
    assertEquals(Rejection.CYCLE, board.refusal("ana", chain.getFirst(), waitFor(chain.getLast())));
  }

  @Test
  void a_circle_that_leads_through_a_done_task_is_one() {
    List<TaskId> chain = chain(2);
    board.finish("ana", chain.getFirst()).finish("ana", chain.getLast());
    board.does("ana", chain.getFirst(), REOPEN);
    assertEquals(Rejection.CYCLE, board.refusal("ana", chain.getFirst(), waitFor(chain.getLast())));
  }

  @Test
  void a_circle_is_broken_by_dropping_the_other_way_first() {
    List<TaskId> chain = chain(2);
    board.does("ana", chain.getLast(), waitFor());
    board.does("ana", chain.getFirst(), waitFor(chain.getLast()));
    assertEquals(List.of(chain.getLast()), board.task(chain.getFirst()).dependencies());
  }

  @Test
  void a_task_waits_for_tasks_of_the_board_only() {
    TaskId nowhere = new TaskId("T-000000");
    assertEquals(Rejection.UNKNOWN_TASK, board.refusal("ana", board.add("ana"), waitFor(nowhere)));
  }

  @Test
  void a_task_waits_for_none_twice_and_for_20_at_most() {
    TaskId id = board.add("ana");
    TaskId other = board.add("ana");
    assertEquals(Rejection.MALFORMED, board.refusal("ana", id, waitFor(other, other)));
    TaskId[] many = Stream.generate(() -> board.add("ana")).limit(21).toArray(TaskId[]::new);
    assertEquals(Rejection.MALFORMED, board.refusal("ana", id, waitFor(many)));
    TaskId[] twenty = Stream.of(many).limit(20).toArray(TaskId[]::new);
    assertEquals(20, board.does("ana", id, waitFor(twenty)).task(id).dependencies().size());
  }
}
