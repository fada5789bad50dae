package intandem.domain.view;

import intandem.domain.id.MemberId;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Reservation;
import intandem.domain.workspace.Board;
import intandem.domain.workspace.Task;
import intandem.domain.workspace.Task.State;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Answers what people ask of a board: rules' state and opened texts together. */
public final class TaskList {
  /** Most urgent first, then by how many tasks wait, then the oldest. */
  private static final Comparator<TaskLine> ORDER =
      Comparator.comparing((TaskLine line) -> line.text().priority())
          .thenComparing(Comparator.comparingInt(TaskLine::waiting).reversed())
          .thenComparing(line -> line.task().origin().at())
          .thenComparingInt(line -> line.task().origin().position());

  private final Board board;
  private final Tasks tasks;

  TaskList(Board board, Tasks tasks) {
    this.board = board;
    this.tasks = tasks;
  }

  /** Why a task is where it is, and what hangs on it. */
  public record Detail(
      TaskLine line,
      List<TaskLine> dependencies,
      List<TaskLine> unblocks,
      List<TaskLine> waiting,
      List<TaskLine> chain) {}

  /** Tasks that are not done, most urgent first. */
  public List<TaskLine> unfinished() {
    return sorted(tasks.unfinished());
  }

  /** All tasks, most urgent first. */
  public List<TaskLine> all() {
    return sorted(tasks.all());
  }

  private List<TaskLine> sorted(Stream<TaskId> ids) {
    return ids.flatMap(id -> board.find(id).stream()).map(this::line).sorted(ORDER).toList();
  }

  /** What that member could claim now, most urgent first. */
  public List<TaskLine> readyFor(MemberId member) {
    return sorted(
        tasks.unfinished().filter(id -> board.find(id).filter(t -> open(t, member)).isPresent()));
  }

  private boolean open(Task task, MemberId member) {
    boolean free =
        task.state() instanceof State.Open(Reservation reservation)
            && !(reservation instanceof Reservation.For(MemberId other) && !other.equals(member));
    return free && board.unblocked(task);
  }

  /** Unfinished tasks that the member holds, or that are kept for it. */
  public List<Task> concerning(MemberId member) {
    return tasks
        .unfinished()
        .flatMap(id -> board.find(id).stream())
        .filter(
            task ->
                task.active()
                    ? task.heldBy(member)
                    : task.state() instanceof State.Open(Reservation reservation)
                        && reservation.equals(new Reservation.For(member)))
        .toList();
  }

  /** What became ready when that task was done. */
  public List<TaskLine> readyAfter(TaskId done) {
    return sorted(tasks.waitingFor(board, done).filter(board::ready).map(Task::id));
  }

  /** What depends on that task and is not done. */
  public List<TaskLine> waitingFor(TaskId id) {
    return sorted(tasks.waitingFor(board, id).map(Task::id));
  }

  /** One task as it is listed. */
  public TaskLine line(Task task) {
    List<TaskId> blockers = board.blockers(task).map(Task::id).toList();
    return new TaskLine(
        task, tasks.text(task.id()), Status.of(board, task), blockers, waiting(task));
  }

  private int waiting(Task task) {
    Set<TaskId> found = new HashSet<>();
    Queue<TaskId> frontier = new ArrayDeque<>(task.done() ? List.of() : List.of(task.id()));
    while (!frontier.isEmpty()) {
      tasks
          .waitingFor(board, frontier.remove())
          .map(Task::id)
          .filter(found::add)
          .forEach(frontier::add);
    }
    return found.size();
  }

  /** Everything about one task. */
  public Detail detail(Task task) {
    if (task.done()) {
      List<TaskLine> none = List.of();
      return new Detail(line(task), sorted(task.dependencies().stream()), none, none, none);
    }
    List<Task> waiting = tasks.waitingFor(board, task.id()).toList();
    return new Detail(
        line(task),
        sorted(task.dependencies().stream()),
        sorted(waiting.stream().filter(this::waitsForOne).map(Task::id)),
        waitingFor(task.id()),
        chain(task));
  }

  private boolean waitsForOne(Task task) {
    return task.state() instanceof State.Open && board.blockers(task).count() == 1;
  }

  /** The longest row of unfinished tasks that wait for one another, through this one. */
  private List<TaskLine> chain(Task task) {
    List<Task> before = longest(task, t -> board.blockers(t), new HashMap<>()).reversed();
    List<Task> after = longest(task, t -> tasks.waitingFor(board, t.id()), new HashMap<>());
    return Stream.concat(before.stream(), after.stream().skip(1)).map(this::line).toList();
  }

  private static List<Task> longest(
      Task from, Function<Task, Stream<Task>> next, Map<TaskId, List<Task>> known) {
    List<Task> found = known.get(from.id());
    if (found != null) {
      return found;
    }
    List<Task> tail =
        next.apply(from)
            .map(task -> longest(task, next, known))
            .max(Comparator.comparingInt(List::size))
            .orElse(List.of());
    List<Task> path = Stream.concat(Stream.of(from), tail.stream()).toList();
    known.put(from.id(), path);
    return path;
  }
}
