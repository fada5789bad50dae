package intandem.domain.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.TaskId;
import intandem.domain.protocol.Body.News;
import intandem.domain.protocol.NewTask;
import intandem.domain.protocol.Priority;
import intandem.domain.protocol.Reservation;
import intandem.domain.protocol.TaskChange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The texts of tasks. */
class TasksTest {
  private static final NewTask TASK = new NewTask(new Reservation.Anyone(), List.of());
  private static final TaskChange DESCRIBE = new TaskChange.Describe();
  private static final Tasks.Text UNREADABLE =
      new Tasks.Text("(unreadable)", "", Priority.MEDIUM, "");

  private final BoardView view = new BoardView();

  @Test
  void a_new_task_has_the_text_of_its_position() {
    var texts = BoardView.texts(Priority.LOW, Priority.HIGH);
    List<TaskId> ids = view.plan(texts, TASK, TASK);
    assertEquals(new Tasks.Text("low", "about it", Priority.LOW, ""), view.text(ids.get(0)));
    assertEquals(new Tasks.Text("high", "about it", Priority.HIGH, ""), view.text(ids.get(1)));
  }

  @Test
  void a_change_replaces_the_texts_it_has_and_no_other() {
    TaskId id = view.add(Priority.LOW);
    view.does("ana", id, DESCRIBE, new News.Title("Title"), new News.Urgency(Priority.HIGH));
    assertEquals(new Tasks.Text("Title", "about it", Priority.HIGH, ""), view.text(id));
    view.does("ana", id, DESCRIBE, new News.Description("More"), new News.Result("Done"));
    assertEquals(new Tasks.Text("Title", "More", Priority.HIGH, "Done"), view.text(id));
  }

  @Test
  void tasks_that_cannot_be_read_are_on_the_board_all_the_same() {
    List<TaskId> ids = view.plan(new Opened.Unreadable(), TASK, TASK);
    assertEquals(UNREADABLE, view.text(ids.getFirst()));
    assertEquals(ids, BoardView.ids(view.list().unfinished()));
  }

  @Test
  void a_task_without_a_text_of_its_own_is_unreadable() {
    List<TaskId> ids = view.plan(BoardView.texts(Priority.LOW), TASK, TASK);
    assertEquals(UNREADABLE, view.text(ids.getLast()));
  }

  @Test
  void a_change_that_cannot_be_read_keeps_the_texts_and_counts() {
    TaskId id = view.add(Priority.LOW);
    view.does("bo", id, new TaskChange.Claim())
        .does("bo", id, new TaskChange.Finish(), new Opened.Unreadable());
    assertEquals("low", view.text(id).title());
    assertEquals(List.of(), view.list().unfinished());
  }
}
