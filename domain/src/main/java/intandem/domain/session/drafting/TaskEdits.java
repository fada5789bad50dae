package intandem.domain.session.drafting;

import intandem.domain.admission.Limits;
import intandem.domain.id.MemberId;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Body.News;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.Reservation;
import intandem.domain.protocol.TaskChange;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.People;
import intandem.domain.session.core.TaskNames;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import intandem.domain.view.Status;
import intandem.domain.workspace.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes changes to a task. */
final class TaskEdits {
  private final Core core;
  private final People people;
  private final TaskNames names;

  TaskEdits(Core core) {
    this.core = core;
    this.people = new People(core);
    this.names = new TaskNames(core);
  }

  Written write(Ask.Change ask) {
    Optional<Task> task = names.find(ask.task());
    if (task.isEmpty()) {
      return new Written.Refused(names.noSuch(ask.task()));
    }
    return ask.news().stream()
        .flatMap(news -> fault(news).stream())
        .findFirst()
        .<Written>map(Written.Refused::new)
        .orElseGet(() -> write(task.get(), ask));
  }

  private static Optional<Refusal> fault(News news) {
    return switch (news) {
      case News.Title(String text) -> new Part("title", text, Limits.TITLE_CHARS).fault();
      case News.Description(String text) ->
          new Part("description", text, Limits.DESCRIPTION_CHARS).lengthFault();
      case News.Result(String text) ->
          new Part("result", text, Limits.DESCRIPTION_CHARS).lengthFault();
      case News.Urgency urgency -> Optional.empty();
    };
  }

  private Written write(Task task, Ask.Change ask) {
    return switch (ask.wanted()) {
      case Ask.Wanted.Standing(Status status) -> standing(task, status, ask);
      case Ask.Wanted.GivenBack back -> command(task, new TaskChange.Unclaim(), ask);
      case Ask.Wanted.WaitingFor(List<String> tasks) -> depending(task, tasks, ask);
      case Ask.Wanted.KeptFor(Ask.To to) -> kept(task, to, ask);
      case Ask.Wanted.Reworded reworded -> command(task, new TaskChange.Describe(), ask);
    };
  }

  private Written standing(Task task, Status status, Ask.Change ask) {
    return switch (status) {
      case OPEN ->
          command(task, task.done() ? new TaskChange.Reopen() : new TaskChange.Unclaim(), ask);
      case BLOCKED -> new Written.Refused(new Refusal.Derived(names.list().line(task)));
      case CLAIMED -> command(task, new TaskChange.Claim(), ask);
      case IN_PROGRESS -> command(task, new TaskChange.Start(), ask);
      case DONE -> command(task, new TaskChange.Finish(), ask);
    };
  }

  private Written kept(Task task, Ask.To to, Ask.Change ask) {
    return switch (to) {
      case Ask.To.Everyone all ->
          command(task, new TaskChange.Reserve(new Reservation.Anyone()), ask);
      case Ask.To.Named(String name) -> {
        Optional<MemberId> member = people.find(name);
        yield member.isEmpty()
            ? new Written.Refused(people.noSuch(name))
            : command(task, new TaskChange.Reserve(new Reservation.For(member.get())), ask);
      }
    };
  }

  private Written depending(Task task, List<String> wanted, Ask.Change ask) {
    List<TaskId> ids = new ArrayList<>();
    for (String name : wanted.stream().distinct().toList()) {
      Optional<Task> found = names.find(name);
      if (found.isEmpty()) {
        return new Written.Refused(names.noSuch(name));
      }
      ids.add(found.get().id());
    }
    if (ids.size() > Limits.DEPENDENCIES) {
      return new Written.Refused(
          new Refusal.TooMany("depends_on", ids.size(), Limits.DEPENDENCIES));
    }
    return circle(task.id(), ids)
        .<Written>map(path -> new Written.Refused(new Refusal.Circle(path)))
        .orElseGet(() -> command(task, new TaskChange.Depend(ids), ask));
  }

  private Optional<List<String>> circle(TaskId task, List<TaskId> dependencies) {
    return dependencies.stream()
        .flatMap(dependency -> names.board().path(dependency, task).stream())
        .findFirst()
        .map(path -> Stream.concat(Stream.of(task), path.stream()).map(TaskId::value).toList());
  }

  /** Whether it asks for an earlier change, whatever became of the task since. */
  boolean same(Ask.Change ask, Act.ChangeTask before) {
    return TaskId.parse(ask.task()).equals(Optional.of(before.task()))
        && switch (ask.wanted()) {
          case Ask.Wanted.Standing(Status status) -> same(status, before.change());
          case Ask.Wanted.GivenBack back -> before.change() instanceof TaskChange.Unclaim;
          case Ask.Wanted.WaitingFor(List<String> tasks) ->
              before.change().equals(new TaskChange.Depend(ids(tasks)));
          case Ask.Wanted.KeptFor(Ask.To to) ->
              before.change() instanceof TaskChange.Reserve(Reservation kept) && same(to, kept);
          case Ask.Wanted.Reworded reworded -> before.change() instanceof TaskChange.Describe;
        };
  }

  private static boolean same(Status status, TaskChange before) {
    return switch (status) {
      case OPEN -> before instanceof TaskChange.Unclaim || before instanceof TaskChange.Reopen;
      case BLOCKED -> false;
      case CLAIMED -> before instanceof TaskChange.Claim;
      case IN_PROGRESS -> before instanceof TaskChange.Start;
      case DONE -> before instanceof TaskChange.Finish;
    };
  }

  private static List<TaskId> ids(List<String> tasks) {
    return tasks.stream().distinct().flatMap(name -> TaskId.parse(name).stream()).toList();
  }

  private boolean same(Ask.To to, Reservation before) {
    return switch (to) {
      case Ask.To.Everyone all -> before instanceof Reservation.Anyone;
      case Ask.To.Named(String name) ->
          core.replica().view().find(name).map(Reservation.For::new).equals(Optional.of(before));
    };
  }

  private Written command(Task task, TaskChange change, Ask.Change ask) {
    if (claiming(task)) {
      return new Written.Refused(new Refusal.Claiming(task.id()));
    }
    Act act = new Act.ChangeTask(task.id(), task.leaseOf(core.self()), change);
    return new Written.Command(new Recipient.All(), act, new Body.TaskNews(ask.news()));
  }

  /** Whether a claim of this member is under way, so that it is not known whose the task is. */
  private boolean claiming(Task task) {
    return core.outbox
        .all()
        .anyMatch(
            draft ->
                draft.act() instanceof Act.ChangeTask(TaskId id, _, TaskChange.Claim _)
                    && id.equals(task.id()));
  }
}
