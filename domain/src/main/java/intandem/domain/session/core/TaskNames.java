package intandem.domain.session.core;

import intandem.domain.id.TaskId;
import intandem.domain.tandem.Refusal;
import intandem.domain.view.TaskLine;
import intandem.domain.view.TaskList;
import intandem.domain.workspace.Board;
import intandem.domain.workspace.Task;
import java.util.List;
import java.util.Optional;

/** Finds the tasks that are named, and what could be done instead. */
public final class TaskNames {
  private static final int OFFERED = 5;

  private final Core core;

  /** On the board as it is when asked. */
  public TaskNames(Core core) {
    this.core = core;
  }

  /** The board of the moment. */
  public Board board() {
    return core.workspace().board();
  }

  /** The board of the moment, with its tasks' texts. */
  public TaskList list() {
    return core.replica().view().tasks(board());
  }

  /** The task of that id. */
  public Optional<Task> find(String id) {
    return TaskId.parse(id).flatMap(board()::find);
  }

  /** Whether a task is this member's to do, or kept for it, and waits for nothing. */
  boolean isToDo(TaskId id) {
    return core.replica().workspace().isPresent()
        && list().concerning(core.self()).stream()
            .filter(task -> task.id().equals(id))
            .anyMatch(board()::unblocked);
  }

  /** The first few tasks that this member could claim. */
  public List<TaskLine> ready() {
    return list().readyFor(core.self()).stream().limit(OFFERED).toList();
  }

  /** No task is called that. */
  public Refusal noSuch(String id) {
    return new Refusal.UnknownTask(id.strip(), ready(), core.replica().view()::nameOf);
  }
}
