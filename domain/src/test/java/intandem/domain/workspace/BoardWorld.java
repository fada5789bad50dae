package intandem.domain.workspace;

import intandem.domain.id.TaskId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Lease;
import intandem.domain.protocol.NewTask;
import intandem.domain.protocol.NewTask.Dependency;
import intandem.domain.protocol.Rejection;
import intandem.domain.protocol.Reservation;
import intandem.domain.protocol.TaskChange;
import intandem.domain.workspace.World.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A {@link World} whose members are online and have tasks; each relies on the claim it has. */
public final class BoardWorld {
  static final TaskChange CLAIM = new TaskChange.Claim();
  static final TaskChange UNCLAIM = new TaskChange.Unclaim();
  static final TaskChange START = new TaskChange.Start();
  static final TaskChange FINISH = new TaskChange.Finish();
  static final TaskChange REOPEN = new TaskChange.Reopen();
  static final TaskChange DESCRIBE = new TaskChange.Describe();
  static final TaskChange OPEN_TO_ALL = new TaskChange.Reserve(new Reservation.Anyone());

  private final World world;

  /** A workspace of five seats, with those members besides the owner. */
  public BoardWorld(String... members) {
    world = new World(members);
    Stream.concat(Stream.of("owner"), Stream.of(members)).forEach(name -> world.notes(name, true));
  }

  /** The whole of it. */
  public World world() {
    return world;
  }

  /** The board as it is. */
  public Board board() {
    return world.workspace().board();
  }

  /** The task as it is. */
  public Task task(TaskId id) {
    return board().find(id).orElseThrow();
  }

  /** Who holds a task, or held it when it was done. */
  String holder(TaskId id) {
    return Stream.of("owner", "ana", "bo", "cy", "di")
        .filter(name -> task(id).heldBy(World.id(name)))
        .findFirst()
        .orElse("nobody");
  }

  /** A task for anyone. */
  static NewTask task(Dependency... dependencies) {
    return new NewTask(new Reservation.Anyone(), List.of(dependencies));
  }

  /** A task for one member. */
  static NewTask taskFor(String name) {
    return new NewTask(new Reservation.For(World.id(name)), List.of());
  }

  static Dependency on(int position) {
    return new Dependency.OnPosition(position);
  }

  static Dependency on(TaskId task) {
    return new Dependency.OnTask(task);
  }

  static TaskChange waitFor(TaskId... tasks) {
    return new TaskChange.Depend(List.of(tasks));
  }

  static TaskChange keepFor(String name) {
    return new TaskChange.Reserve(new Reservation.For(World.id(name)));
  }

  /** Adds tasks together. */
  List<TaskId> plan(String author, NewTask... tasks) {
    Attempt attempt = world.attempt(author, new Act.AddTasks(List.of(tasks)));
    world.accept(attempt);
    var origin = attempt.command().origin();
    return IntStream.rangeClosed(1, tasks.length)
        .mapToObj(position -> board().made(origin.from(), origin.id(), position).orElseThrow().id())
        .toList();
  }

  /** Adds a task that waits for those. */
  public TaskId add(String author, TaskId... dependencies) {
    Dependency[] waiting = Stream.of(dependencies).map(BoardWorld::on).toArray(Dependency[]::new);
    return plan(author, task(waiting)).getFirst();
  }

  /** Adds a task for one member. */
  TaskId addFor(String author, String reader) {
    return plan(author, taskFor(reader)).getFirst();
  }

  /** A change that relies on the claim which its author has, if any. */
  public Act.ChangeTask change(String author, TaskChange change, TaskId id) {
    return new Act.ChangeTask(id, task(id).leaseOf(World.id(author)), change);
  }

  /** Makes changes that must count, one after another. */
  public BoardWorld does(String author, TaskId id, TaskChange... changes) {
    Stream.of(changes).forEach(change -> world.does(author, change(author, change, id)));
    return this;
  }

  /** Makes a member claim a task and finish it. */
  public BoardWorld finish(String author, TaskId id) {
    return does(author, id, CLAIM, FINISH);
  }

  /** Why a change does not count. */
  Rejection refusal(String author, TaskId id, TaskChange change) {
    return world.refusal(author, change(author, change, id));
  }

  /** Why a change does not count that relies on a claim. */
  Rejection refusal(String author, TaskId id, TaskChange change, Lease lease) {
    return world.refusal(author, new Act.ChangeTask(id, lease, change));
  }

  /** Why a plan does not count. */
  Rejection refusal(String author, NewTask... tasks) {
    return world.refusal(author, new Act.AddTasks(List.of(tasks)));
  }

  /** Lets so much log time pass before the next entry. */
  BoardWorld after(Duration time) {
    world.after(time);
    return this;
  }
}
