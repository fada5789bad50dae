package intandem.domain.view;

import intandem.domain.workspace.Board;
import intandem.domain.workspace.Task;
import intandem.domain.workspace.Task.State;
import java.util.Locale;

/** Where a task stands, in the users' words. */
public enum Status {
  /** Ready to be claimed. */
  OPEN,
  /** Open, but waiting for another task. */
  BLOCKED,
  /** Held by a member. */
  CLAIMED,
  /** Held by a member that has begun. */
  IN_PROGRESS,
  /** Finished. */
  DONE;

  /** The status of a task on its board. */
  public static Status of(Board board, Task task) {
    return switch (task.state()) {
      case State.Open open -> board.unblocked(task) ? OPEN : BLOCKED;
      case State.Claimed claimed -> CLAIMED;
      case State.InProgress begun -> IN_PROGRESS;
      case State.Done done -> DONE;
    };
  }

  /** The word users know it by. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
