package intandem.domain.protocol;

import intandem.domain.id.TaskId;
import java.util.List;

/** What is changed about one task. New texts, sealed in the body, may go with any of them. */
public sealed interface TaskChange {
  /** Become its holder: of a ready task, or of one whose holder was away for too long. */
  record Claim() implements TaskChange {}

  /** Give it back: it is open again. Holder only. */
  record Unclaim() implements TaskChange {}

  /** Say that work has begun. Holder only. */
  record Start() implements TaskChange {}

  /** Say that it is done. Holder only. */
  record Finish() implements TaskChange {}

  /** Open a done task again. Only the member that finished it. */
  record Reopen() implements TaskChange {}

  /** Nothing but texts. Creator or holder. */
  record Describe() implements TaskChange {}

  /** Wait for exactly these tasks from now on. The holder, or the creator while it is open. */
  record Depend(List<TaskId> tasks) implements TaskChange {
    public Depend {
      tasks = List.copyOf(tasks);
    }
  }

  /** Keep an open task for one member, or for nobody. Creator only. */
  record Reserve(Reservation reservation) implements TaskChange {}
}
