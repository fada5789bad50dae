package intandem.domain.workspace;

import intandem.domain.admission.Limits;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Header.Origin;
import intandem.domain.protocol.NewTask;
import intandem.domain.protocol.NewTask.Dependency;
import intandem.domain.protocol.NewTask.Dependency.OnPosition;
import intandem.domain.protocol.NewTask.Dependency.OnTask;
import intandem.domain.protocol.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether tasks may be added together, and the board with them. */
public final class Planning {
  private Planning() {}

  /** The first rule that the tasks break. */
  static Optional<Rejection> fault(Workspace workspace, Origin origin, List<NewTask> tasks) {
    BoardRules rules = new BoardRules(workspace, origin.from(), workspace.at());
    if (tasks.isEmpty() || tasks.size() > Limits.TASKS_PER_PLAN) {
      return Optional.of(Rejection.MALFORMED);
    }
    if (!rules.room(tasks.size())) {
      return Optional.of(Rejection.BOARD_FULL);
    }
    return tasks.stream()
        .flatMap(task -> fault(workspace.board(), rules, task, tasks.size()).stream())
        .findFirst()
        .or(() -> circle(tasks).map(path -> Rejection.CYCLE))
        .or(() -> idFault(workspace.board(), origin, tasks.size()));
  }

  private static Optional<Rejection> fault(Board board, BoardRules rules, NewTask task, int size) {
    Optional<Rejection> unknown =
        task.dependencies().stream().allMatch(dependency -> known(board, dependency, size))
            ? Optional.empty()
            : Optional.of(Rejection.UNKNOWN_TASK);
    return rules
        .assigneeFault(task.reservation())
        .or(() -> BoardRules.distinctFault(task.dependencies()))
        .or(() -> unknown);
  }

  private static boolean known(Board board, Dependency dependency, int size) {
    return switch (dependency) {
      case OnTask(TaskId task) -> board.find(task).isPresent();
      case OnPosition(int position) -> position >= 1 && position <= size;
    };
  }

  /** Positions that wait for one another in a circle, the first one again at the end. */
  public static Optional<List<Integer>> circle(List<NewTask> tasks) {
    return positions(tasks.size())
        .boxed()
        .flatMap(position -> circle(tasks, position).stream())
        .findFirst();
  }

  private static Optional<List<Integer>> circle(List<NewTask> tasks, int position) {
    return inPlan(tasks.get(position - 1))
        .flatMap(
            next -> Paths.shortest(next, position, node -> inPlan(tasks.get(node - 1))).stream())
        .findFirst()
        .map(path -> Stream.concat(Stream.of(position), path.stream()).toList());
  }

  private static Stream<Integer> inPlan(NewTask task) {
    return task.dependencies().stream()
        .flatMap(
            dependency ->
                dependency instanceof OnPosition(int position)
                    ? Stream.of(position)
                    : Stream.empty());
  }

  private static Optional<Rejection> idFault(Board board, Origin origin, int size) {
    return positions(size).allMatch(position -> board.free(origin.id(), position).isPresent())
        ? Optional.empty()
        : Optional.of(Rejection.DUPLICATE);
  }

  /** The board with tasks that break no rule. */
  static Board apply(Board board, Act.AddTasks act, Origin origin, Instant at) {
    List<TaskId> ids = new ArrayList<>();
    Board grown = board;
    for (int position = 1; position <= act.tasks().size(); position++) {
      NewTask task = act.tasks().get(position - 1);
      TaskId id = grown.free(origin.id(), position).orElseThrow();
      ids.add(id);
      var made = new Task.Origin(origin.from(), origin.id(), position, at);
      var open = new Task.State.Open(task.reservation());
      grown = grown.with(new Task(id, made, List.of(), open));
    }
    for (int position = 1; position <= ids.size(); position++) {
      Task task = grown.find(ids.get(position - 1)).orElseThrow();
      grown = grown.with(task.waitingFor(dependencies(act.tasks().get(position - 1), ids)));
    }
    return grown;
  }

  private static List<TaskId> dependencies(NewTask task, List<TaskId> ids) {
    return task.dependencies().stream()
        .map(
            dependency ->
                switch (dependency) {
                  case OnTask(TaskId id) -> id;
                  case OnPosition(int position) -> ids.get(position - 1);
                })
        .toList();
  }

  private static IntStream positions(int size) {
    return IntStream.rangeClosed(1, size);
  }
}
