package intandem.domain.workspace;

import intandem.domain.id.EntryId;
import intandem.domain.id.MemberId;
import intandem.domain.id.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All tasks of a workspace.
 *
 * @param unfinished how many are not done
 */
public record Board(PersistentMap<TaskId, Task> tasks, int unfinished) {
  private static final int ALL_DIGITS = 64;

  /** The board without tasks. */
  public static final Board EMPTY = new Board(PersistentMap.empty(), 0);

  /** The task of that id. */
  public Optional<Task> find(TaskId id) {
    return tasks.get(id);
  }

  /** What a task waits for: those of its dependencies that are not done. */
  public Stream<Task> blockers(Task task) {
    return task.dependencies().stream()
        .flatMap(id -> find(id).stream())
        .filter(dependency -> !dependency.done());
  }

  /** Whether a task waits for nothing. */
  public boolean unblocked(Task task) {
    return blockers(task).findAny().isEmpty();
  }

  /** Whether a task is open and waits for nothing. */
  public boolean ready(Task task) {
    return task.state() instanceof Task.State.Open && unblocked(task);
  }

  /** The shortest way from one task to another along dependencies, both included. */
  public Optional<List<TaskId>> path(TaskId from, TaskId to) {
    return Paths.shortest(
        from, to, id -> find(id).stream().flatMap(task -> task.dependencies().stream()));
  }

  /** The task that was made by that member's command at that position, if there is one. */
  public Optional<Task> made(MemberId creator, EntryId entry, int position) {
    TaskId whole = TaskId.whole(entry, position);
    return digits()
        .mapToObj(digits -> find(whole.first(digits)))
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .filter(task -> madeBy(task.origin(), creator, entry, position))
        .findFirst();
  }

  private static boolean madeBy(Task.Origin origin, MemberId by, EntryId entry, int position) {
    return origin.creator().equals(by)
        && origin.entry().equals(entry)
        && origin.position() == position;
  }

  /** The shortest free id; empty if even the longest is taken, which only a forger can bring on. */
  Optional<TaskId> free(EntryId entry, int position) {
    TaskId whole = TaskId.whole(entry, position);
    IntPredicate taken = digits -> find(whole.first(digits)).isPresent();
    return digits().filter(taken.negate()).mapToObj(whole::first).findFirst();
  }

  private static IntStream digits() {
    return IntStream.rangeClosed(TaskId.LEAST_DIGITS, ALL_DIGITS);
  }

  /** This board with a new task, or with a task changed. */
  Board with(Task task) {
    int before = find(task.id()).filter(old -> !old.done()).isPresent() ? 1 : 0;
    int after = task.done() ? 0 : 1;
    return new Board(tasks.with(task.id(), task), unfinished - before + after);
  }

  /** This board after that member has gone: what it held or what was kept for it is anyone's. */
  Board without(MemberId member) {
    List<Task> freed = new ArrayList<>();
    tasks.forEach(
        (id, task) -> {
          if (!task.without(member).equals(task)) {
            freed.add(task.without(member));
          }
        });
    Board changed = this;
    for (Task task : freed) {
      changed = changed.with(task);
    }
    return changed;
  }
}
