package intandem.domain.workspace;

import intandem.domain.id.MemberId;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Body.TaskText;
import intandem.domain.protocol.NewTask;
import intandem.domain.protocol.NewTask.Dependency;
import intandem.domain.protocol.Priority;
import intandem.domain.protocol.Reservation;
import intandem.domain.protocol.TaskChange;
import intandem.domain.view.Opened;
import intandem.domain.view.TaskLine;
import intandem.domain.view.View;
import intandem.domain.workspace.World.Attempt;
import java.util.ArrayList;
import java.util.List;

/**
 * A board as a project leaves it: most tasks done, and of the unfinished ones the first held, the
 * next three waiting for it, every later third for the one before, the others ready.
 */
final class BenchedBoard {
  private static final int WAITING = 4;
  private static final int STEP = 3;

  private final World world = new World("ana");
  private final View view = new View();
  private final List<TaskId> unfinished = new ArrayList<>();

  BenchedBoard(int tasks, int unfinishedTasks) {
    for (int done = unfinishedTasks; done < tasks; done++) {
      TaskId task = add(List.of());
      does(task, new TaskChange.Claim());
      does(task, new TaskChange.Finish());
    }
    for (int i = 0; i < unfinishedTasks; i++) {
      unfinished.add(add(dependencies(i)));
    }
    does(held(), new TaskChange.Claim());
  }

  private List<TaskId> dependencies(int i) {
    if (i > 0 && i < WAITING) {
      return List.of(held());
    }
    return i > WAITING && i % STEP == 0 ? List.of(unfinished.get(i - 1)) : List.of();
  }

  /** The task that ana holds. */
  TaskId held() {
    return unfinished.getFirst();
  }

  /** A task that anyone could claim. */
  TaskId ready() {
    return unfinished.get(WAITING);
  }

  private static Act plan(List<TaskId> dependencies) {
    List<Dependency> waiting =
        dependencies.stream().<Dependency>map(Dependency.OnTask::new).toList();
    return new Act.AddTasks(List.of(new NewTask(new Reservation.Anyone(), waiting)));
  }

  private TaskId add(List<TaskId> dependencies) {
    TaskText text = new TaskText("A title", "What is to be done.", Priority.MEDIUM);
    Attempt attempt = world.attempt("ana", plan(dependencies));
    show(attempt, new Body.Tasks(List.of(text)));
    MemberId ana = World.id("ana");
    return board().made(ana, attempt.command().origin().id(), 1).orElseThrow().id();
  }

  private void does(TaskId task, TaskChange change) {
    show(change(task, change), new Body.TaskNews(List.of()));
  }

  private void show(Attempt attempt, Body body) {
    world.accept(attempt);
    view.add(attempt.stamp().place(), attempt.command(), new Opened.Legible(body), board());
  }

  private Board board() {
    return world.workspace().board();
  }

  /** A change by ana, ready to be decided. */
  Attempt change(TaskId task, TaskChange change) {
    var lease = board().find(task).orElseThrow().leaseOf(World.id("ana"));
    return world.attempt("ana", new Act.ChangeTask(task, lease, change));
  }

  /** A new task that waits for the one that ana holds, ready to be decided. */
  Attempt addition() {
    return world.attempt("ana", plan(List.of(held())));
  }

  /** What the rules say to it. */
  Workspace decide(Attempt attempt) {
    return switch (world.workspace().decide(attempt.command(), attempt.stamp())) {
      case Decision.Accepted(Workspace next) -> next;
      case Decision.Rejected(var reason) -> throw new IllegalStateException(reason.name());
    };
  }

  /** What became ready with that task. */
  List<TaskLine> readyAfter(Workspace next, TaskId done) {
    return view.tasks(next.board()).readyAfter(done);
  }

  /** The unfinished tasks in order. */
  List<TaskLine> list() {
    return view.tasks(board()).unfinished();
  }
}
