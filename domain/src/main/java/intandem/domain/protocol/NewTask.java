package intandem.domain.protocol;

import intandem.domain.id.TaskId;
import java.util.List;

/** What the rules see of a task to be added; its texts are in the body, in the same order. */
public record NewTask(Reservation reservation, List<Dependency> dependencies) {
  public NewTask {
    dependencies = List.copyOf(dependencies);
  }

  /** What a new task waits for. */
  public sealed interface Dependency {
    /** A task of the board. */
    record OnTask(TaskId task) implements Dependency {}

    /** A task of the same plan, by its position from 1. */
    record OnPosition(int position) implements Dependency {}
  }
}
