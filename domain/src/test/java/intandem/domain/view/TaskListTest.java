package intandem.domain.view;

import static intandem.domain.protocol.Priority.CRITICAL;
import static intandem.domain.protocol.Priority.HIGH;
import static intandem.domain.protocol.Priority.LOW;
import static intandem.domain.protocol.Priority.MEDIUM;
import static intandem.domain.view.BoardView.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.TaskId;
import intandem.domain.protocol.Body.News;
import intandem.domain.protocol.NewTask;
import intandem.domain.protocol.Reservation;
import intandem.domain.protocol.TaskChange;
import intandem.domain.workspace.World;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TaskListTest {
  private static final TaskChange CLAIM = new TaskChange.Claim();
  private static final TaskChange START = new TaskChange.Start();
  private static final TaskChange REOPEN = new TaskChange.Reopen();

  private final BoardView view = new BoardView();

  private static TaskChange waitFor(TaskId... tasks) {
    return new TaskChange.Depend(List.of(tasks));
  }

  private Status status(TaskId id) {
    return view.list().line(view.task(id)).status();
  }

  private int waiting(TaskId id) {
    return view.list().line(view.task(id)).waiting();
  }

  @Nested
  class InOrder {
    @Test
    void the_most_urgent_come_first() {
      TaskId low = view.add(LOW);
      TaskId critical = view.add(CRITICAL);
      TaskId medium = view.add(MEDIUM);
      TaskId high = view.add(HIGH);
      assertEquals(List.of(critical, high, medium, low), ids(view.list().unfinished()));
    }

    @Test
    void of_equally_urgent_ones_that_comes_first_for_which_most_wait_through_others_too() {
      TaskId alone = view.add(HIGH);
      TaskId two = view.add(HIGH);
      TaskId three = view.add(HIGH);
      view.add(LOW, two);
      view.add(LOW, two);
      view.add(LOW, view.add(LOW, view.add(LOW, three)));
      assertEquals(List.of(three, two, alone), ids(view.list().unfinished()).subList(0, 3));
    }

    @Test
    void of_those_for_which_as_many_wait_the_oldest_comes_first() {
      List<TaskId> ids = Stream.generate(() -> view.add(HIGH)).limit(5).toList();
      assertEquals(ids, ids(view.list().unfinished()));
    }

    @Test
    void a_reopened_task_is_as_old_as_before() {
      TaskId first = view.add(HIGH);
      TaskId second = view.add(HIGH);
      view.finish("bo", first).does("bo", first, REOPEN);
      assertEquals(List.of(first, second), ids(view.list().unfinished()));
    }

    @Test
    void what_waits_for_a_task_is_listed_oldest_first_whenever_it_began_to_wait() {
      TaskId base = view.add(HIGH);
      TaskId first = view.add(LOW);
      TaskId second = view.add(LOW, base);
      view.does("ana", first, waitFor(base));
      assertEquals(List.of(first, second), ids(view.list().waitingFor(base)));
    }

    @Test
    void tasks_of_one_plan_stay_in_its_order() {
      NewTask task = new NewTask(new Reservation.Anyone(), List.of());
      List<TaskId> ids = view.plan(BoardView.texts(LOW, LOW, LOW), task, task, task);
      view.finish("bo", ids.getFirst()).does("bo", ids.getFirst(), REOPEN);
      assertEquals(ids, ids(view.list().unfinished()));
    }

    @Test
    void done_tasks_are_among_all_only() {
      TaskId done = view.add(HIGH);
      TaskId open = view.add(LOW);
      view.finish("bo", done);
      assertEquals(List.of(open), ids(view.list().unfinished()));
      assertEquals(List.of(done, open), ids(view.list().all()));
    }

    @Test
    void a_new_priority_moves_a_task() {
      TaskId first = view.add(HIGH);
      TaskId second = view.add(HIGH);
      view.does("ana", second, new TaskChange.Describe(), new News.Urgency(CRITICAL));
      assertEquals(List.of(second, first), ids(view.list().unfinished()));
    }
  }

  @Nested
  class Ready {
    @Test
    void a_member_can_claim_what_is_open_and_waits_for_nothing() {
      TaskId open = view.add(LOW);
      view.add(HIGH, open);
      TaskId held = view.add(HIGH);
      view.does("bo", held, CLAIM).finish("bo", view.add(HIGH));
      assertEquals(List.of(open), ids(view.list().readyFor(World.id("ana"))));
    }

    @Test
    void what_is_kept_for_a_member_is_ready_for_that_member_alone() {
      TaskId kept = view.add(LOW, new Reservation.For(World.id("bo")));
      assertEquals(List.of(kept), ids(view.list().readyFor(World.id("bo"))));
      assertEquals(List.of(), ids(view.list().readyFor(World.id("ana"))));
    }

    @Test
    void a_done_task_makes_ready_what_waited_for_it_alone() {
      TaskId done = view.add(LOW);
      TaskId other = view.add(LOW);
      TaskId second = view.add(LOW, done);
      TaskId first = view.add(HIGH, done);
      view.add(LOW, done, other);
      view.add(LOW, first);
      view.finish("bo", done);
      assertEquals(List.of(first, second), ids(view.list().readyAfter(done)));
    }

    @Test
    void what_is_held_already_is_not_made_ready() {
      TaskId done = view.add(LOW);
      TaskId held = view.add(LOW);
      view.does("bo", held, CLAIM).does("bo", held, waitFor(done)).finish("ana", done);
      assertEquals(List.of(), ids(view.list().readyAfter(done)));
    }

    @Test
    void what_no_longer_depends_on_a_task_is_not_made_ready_by_it() {
      TaskId done = view.add(LOW);
      TaskId dropped = view.add(LOW, done);
      view.does("ana", dropped, waitFor()).finish("bo", done);
      assertEquals(List.of(), ids(view.list().readyAfter(done)));
    }
  }

  @Nested
  class Lines {
    @Test
    void a_status_follows_from_state_and_dependencies() {
      TaskId first = view.add(LOW);
      TaskId second = view.add(LOW, first);
      assertEquals(List.of(Status.OPEN, Status.BLOCKED), List.of(status(first), status(second)));
      view.does("bo", first, CLAIM);
      assertEquals(Status.CLAIMED, status(first));
      view.does("bo", first, START);
      assertEquals(Status.IN_PROGRESS, status(first));
      view.does("bo", first, new TaskChange.Finish());
      assertEquals(List.of(Status.DONE, Status.OPEN), List.of(status(first), status(second)));
    }

    @Test
    void only_what_is_not_done_blocks() {
      TaskId done = view.add(LOW);
      TaskId open = view.add(LOW);
      TaskId last = view.add(LOW, done, open);
      view.finish("bo", done);
      assertEquals(List.of(open), view.list().line(view.task(last)).blockers());
    }

    @Test
    void a_task_that_waits_along_two_ways_counts_once() {
      TaskId top = view.add(LOW);
      view.add(LOW, view.add(LOW, top), view.add(LOW, top));
      assertEquals(3, waiting(top));
    }

    @Test
    void nothing_waits_for_a_done_task() {
      TaskId done = view.add(LOW);
      view.add(LOW, done);
      view.finish("bo", done);
      assertEquals(0, waiting(done));
    }
  }

  @Nested
  class Details {
    private final TaskId first = view.add(LOW);
    private final TaskId other = view.add(HIGH);
    private final TaskId middle = view.add(LOW, first, other);
    private final TaskId both = view.add(LOW, middle, other);
    private final TaskId alone = view.add(LOW, middle);
    private final TaskId last = view.add(LOW, alone);

    private TaskList.Detail detail(TaskId id) {
      return view.list().detail(view.task(id));
    }

    @Test
    void dependencies_are_shown_done_or_not() {
      view.finish("bo", first);
      assertEquals(List.of(other, first), ids(detail(middle).dependencies()));
    }

    @Test
    void all_that_wait_for_a_task_are_shown_and_of_them_those_that_wait_for_nothing_else() {
      assertEquals(List.of(alone, both), ids(detail(middle).waiting()));
      assertEquals(List.of(alone), ids(detail(middle).unblocks()));
    }

    @Test
    void a_done_task_unblocks_nothing_and_nothing_waits_for_it() {
      view.finish("bo", first);
      assertEquals(List.of(), ids(detail(first).unblocks()));
      assertEquals(List.of(), ids(detail(first).waiting()));
      assertEquals(List.of(), ids(detail(first).chain()));
    }

    @Test
    void a_held_task_is_not_unblocked() {
      TaskId base = view.add(LOW);
      TaskId held = view.add(LOW);
      view.does("bo", held, CLAIM).does("bo", held, waitFor(base));
      assertEquals(List.of(), ids(detail(base).unblocks()));
    }

    @Test
    void the_longest_chain_leads_through_the_task() {
      assertEquals(List.of(first, middle, alone, last), ids(detail(middle).chain()));
      assertEquals(List.of(first, middle, both), ids(detail(both).chain()));
    }

    @Test
    void a_chain_has_no_done_task() {
      view.finish("bo", first).finish("bo", other);
      assertEquals(List.of(middle, alone, last), ids(detail(last).chain()));
    }
  }
}
