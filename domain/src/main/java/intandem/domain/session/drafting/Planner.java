package intandem.domain.session.drafting;

import intandem.domain.admission.Limits;
import intandem.domain.id.MemberId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Body.TaskText;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.NewTask;
import intandem.domain.protocol.NewTask.Dependency;
import intandem.domain.protocol.Reservation;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.People;
import intandem.domain.session.core.TaskNames;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Ask.Planned;
import intandem.domain.tandem.Refusal;
import intandem.domain.workspace.Planning;
import intandem.domain.workspace.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Writes plans: resolves whom tasks are for and what they wait for, all or nothing. */
final class Planner {
  private static final Pattern POSITION = Pattern.compile("#([1-9][0-9]{0,3})");

  private final Core core;
  private final People people;
  private final TaskNames names;

  Planner(Core core) {
    this.core = core;
    this.people = new People(core);
    this.names = new TaskNames(core);
  }

  /** One thing made out of what was asked, or why not. */
  private sealed interface Resolved<T> {
    record Fine<T>(T value) implements Resolved<T> {}

    record Faulty<T>(Refusal refusal) implements Resolved<T> {}
  }

  Written write(Ask.Plan ask) {
    return fault(ask.tasks()).<Written>map(Written.Refused::new).orElseGet(() -> resolved(ask));
  }

  private Optional<Refusal> fault(List<Planned> tasks) {
    if (tasks.isEmpty()) {
      return Optional.of(new Refusal.Empty("tasks"));
    }
    if (tasks.size() > Limits.TASKS_PER_PLAN) {
      return Optional.of(new Refusal.TooMany("tasks", tasks.size(), Limits.TASKS_PER_PLAN));
    }
    int unfinished = names.board().unfinished();
    if (unfinished + tasks.size() > Limits.UNFINISHED_TASKS) {
      return Optional.of(new Refusal.BoardFull(unfinished, Limits.UNFINISHED_TASKS));
    }
    return tasks.stream().flatMap(task -> fault(task).stream()).findFirst();
  }

  private static Optional<Refusal> fault(Planned task) {
    TaskText text = task.text();
    int dependencies = task.dependencies().size();
    return new Part("title", text.title(), Limits.TITLE_CHARS)
        .fault()
        .or(new Part("description", text.description(), Limits.DESCRIPTION_CHARS)::lengthFault)
        .or(
            () ->
                dependencies > Limits.DEPENDENCIES
                    ? Optional.of(
                        new Refusal.TooMany("depends_on", dependencies, Limits.DEPENDENCIES))
                    : Optional.empty());
  }

  /** Whether it says what an earlier plan said; whom it names may be gone, and counts as named. */
  boolean same(Ask.Plan ask, List<NewTask> tasks, List<TaskText> texts) {
    return texts(ask).equals(texts)
        && switch (tasks(ask)) {
          case Resolved.Fine<List<NewTask>>(List<NewTask> named) -> named.equals(tasks);
          case Resolved.Faulty<List<NewTask>> unknown -> true;
        };
  }

  private static List<TaskText> texts(Ask.Plan ask) {
    return ask.tasks().stream().map(Planned::text).toList();
  }

  private Resolved<List<NewTask>> tasks(Ask.Plan ask) {
    List<NewTask> tasks = new ArrayList<>();
    for (Planned planned : ask.tasks()) {
      switch (task(planned, ask.tasks())) {
        case Resolved.Fine<NewTask>(NewTask task) -> tasks.add(task);
        case Resolved.Faulty<NewTask>(Refusal refusal) -> {
          return new Resolved.Faulty<>(refusal);
        }
      }
    }
    return new Resolved.Fine<>(List.copyOf(tasks));
  }

  private Written resolved(Ask.Plan ask) {
    return switch (tasks(ask)) {
      case Resolved.Fine<List<NewTask>>(List<NewTask> tasks) -> written(ask, tasks);
      case Resolved.Faulty<List<NewTask>>(Refusal refusal) -> new Written.Refused(refusal);
    };
  }

  private Written written(Ask.Plan ask, List<NewTask> tasks) {
    Optional<List<Integer>> circle = Planning.circle(tasks);
    if (circle.isPresent()) {
      return new Written.Refused(new Refusal.Circle(spelt(circle.get(), ask.tasks())));
    }
    List<TaskText> texts = texts(ask);
    int fitting = fitting(ask, tasks, texts);
    return fitting < tasks.size()
        ? new Written.Refused(new Refusal.PlanTooLarge(tasks.size(), fitting))
        : new Written.Command(new Recipient.All(), new Act.AddTasks(tasks), new Body.Tasks(texts));
  }

  private static List<String> spelt(List<Integer> circle, List<Planned> tasks) {
    return circle.stream()
        .map(position -> "#" + position + " " + tasks.get(position - 1).text().title())
        .toList();
  }

  private Resolved<NewTask> task(Planned planned, List<Planned> plan) {
    List<Dependency> dependencies = new ArrayList<>();
    for (String name : planned.dependencies().stream().distinct().toList()) {
      switch (dependency(name.strip(), plan)) {
        case Resolved.Fine<Dependency>(Dependency dependency) -> dependencies.add(dependency);
        case Resolved.Faulty<Dependency>(Refusal refusal) -> {
          return new Resolved.Faulty<>(refusal);
        }
      }
    }
    List<Dependency> distinct = dependencies.stream().distinct().toList();
    return switch (planned.assignee()) {
      case Ask.To.Everyone all ->
          new Resolved.Fine<>(new NewTask(new Reservation.Anyone(), distinct));
      case Ask.To.Named(String name) -> {
        Optional<MemberId> member = people.find(name);
        yield member.isPresent()
            ? new Resolved.Fine<>(new NewTask(new Reservation.For(member.get()), distinct))
            : new Resolved.Faulty<>(people.noSuch(name));
      }
    };
  }

  private Resolved<Dependency> dependency(String name, List<Planned> plan) {
    Matcher position = POSITION.matcher(name);
    if (position.matches()) {
      int number = Integer.parseInt(position.group(1));
      return number <= plan.size()
          ? new Resolved.Fine<>(new Dependency.OnPosition(number))
          : new Resolved.Faulty<>(new Refusal.NoPosition(number, plan.size()));
    }
    Optional<Task> onBoard = names.find(name);
    return onBoard.isPresent()
        ? new Resolved.Fine<>(new Dependency.OnTask(onBoard.get().id()))
        : titled(name, plan);
  }

  private Resolved<Dependency> titled(String title, List<Planned> plan) {
    int[] positions =
        IntStream.rangeClosed(1, plan.size())
            .filter(position -> plan.get(position - 1).text().title().strip().equals(title))
            .toArray();
    return switch (positions.length) {
      case 0 -> new Resolved.Faulty<>(names.noSuch(title));
      case 1 -> new Resolved.Fine<>(new Dependency.OnPosition(positions[0]));
      default -> new Resolved.Faulty<>(new Refusal.Ambiguous(title));
    };
  }

  /** How many of the first tasks fit into one entry. */
  private int fitting(Ask.Plan ask, List<NewTask> tasks, List<TaskText> texts) {
    int fitting = tasks.size();
    while (fitting > 0 && size(ask, tasks.subList(0, fitting), texts) > Limits.MESSAGE_BYTES) {
      fitting--;
    }
    return fitting;
  }

  private int size(Ask.Plan ask, List<NewTask> tasks, List<TaskText> texts) {
    Act act = new Act.AddTasks(tasks);
    Body body = new Body.Tasks(texts.subList(0, tasks.size()));
    Draft draft =
        new Draft(core.drafts.id(ask.call()), new Recipient.All(), act, body, Instant.EPOCH);
    return core.ports.codec().encode(draft).size();
  }
}
