package intandem.domain.view;

import intandem.domain.id.TaskId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Body.News;
import intandem.domain.protocol.Body.TaskText;
import intandem.domain.protocol.NewTask;
import intandem.domain.protocol.NewTask.Dependency;
import intandem.domain.protocol.Priority;
import intandem.domain.protocol.Reservation;
import intandem.domain.protocol.TaskChange;
import intandem.domain.workspace.Board;
import intandem.domain.workspace.BoardWorld;
import intandem.domain.workspace.Task;
import intandem.domain.workspace.World.Attempt;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A board together with its opened texts. Tasks are titled with their priority's word. */
final class BoardView {
  private final BoardWorld world = new BoardWorld("ana", "bo");
  private final View view = new View();

  Board board() {
    return world.board();
  }

  Task task(TaskId id) {
    return world.task(id);
  }

  TaskList list() {
    return view.tasks(board());
  }

  Tasks.Text text(TaskId id) {
    return list().line(task(id)).text();
  }

  private Attempt show(String author, Act act, Opened opened) {
    Attempt attempt = world.world().attempt(author, act);
    world.world().accept(attempt);
    view.add(attempt.stamp().place(), attempt.command(), opened, board());
    return attempt;
  }

  /** Tasks of ana's in one plan. */
  List<TaskId> plan(Opened texts, NewTask... tasks) {
    var origin = show("ana", new Act.AddTasks(List.of(tasks)), texts).command().origin();
    return IntStream.rangeClosed(1, tasks.length)
        .mapToObj(position -> board().made(origin.from(), origin.id(), position).orElseThrow().id())
        .toList();
  }

  /** A task of ana's for anyone. */
  TaskId add(Priority priority, TaskId... dependencies) {
    return add(priority, new Reservation.Anyone(), dependencies);
  }

  /** A task of ana's. */
  TaskId add(Priority priority, Reservation reservation, TaskId... dependencies) {
    List<Dependency> waiting =
        Stream.of(dependencies).<Dependency>map(Dependency.OnTask::new).toList();
    return plan(texts(priority), new NewTask(reservation, waiting)).getFirst();
  }

  /** Texts for a plan of one task for each priority. */
  static Opened texts(Priority... priorities) {
    List<TaskText> texts =
        Stream.of(priorities).map(one -> new TaskText(one.word(), "about it", one)).toList();
    return new Opened.Legible(new Body.Tasks(texts));
  }

  BoardView does(String author, TaskId id, TaskChange change, News... news) {
    return does(author, id, change, new Opened.Legible(new Body.TaskNews(List.of(news))));
  }

  BoardView does(String author, TaskId id, TaskChange change, Opened news) {
    show(author, world.change(author, change, id), news);
    return this;
  }

  BoardView finish(String author, TaskId id) {
    return does(author, id, new TaskChange.Claim()).does(author, id, new TaskChange.Finish());
  }

  static List<TaskId> ids(List<TaskLine> lines) {
    return lines.stream().map(TaskLine::id).toList();
  }
}
