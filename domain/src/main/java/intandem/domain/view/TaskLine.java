package intandem.domain.view;

import intandem.domain.id.TaskId;
import intandem.domain.workspace.Task;
import java.util.List;

/**
 * One task of a board, as it is listed.
 *
 * @param blockers what it waits for
 * @param waiting how many unfinished tasks wait for it, directly or through others
 */
public record TaskLine(
    Task task, Tasks.Text text, Status status, List<TaskId> blockers, int waiting) {
  /** The task's id. */
  public TaskId id() {
    return task.id();
  }
}
