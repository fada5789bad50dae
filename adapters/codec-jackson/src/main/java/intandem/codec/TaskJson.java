package intandem.codec;

import intandem.domain.id.TaskId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body.News;
import intandem.domain.protocol.Body.TaskText;
import intandem.domain.protocol.Lease;
import intandem.domain.protocol.NewTask;
import intandem.domain.protocol.NewTask.Dependency;
import intandem.domain.protocol.Priority;
import intandem.domain.protocol.Reservation;
import intandem.domain.protocol.TaskChange;
import java.util.List;

/** What is said about tasks: in clear what the rules need, in bodies their texts. */
final class TaskJson {
  private TaskJson() {}

  static FieldWriter write(Act.ChangeTask act, FieldWriter out) {
    out.text("task", act.task().value());
    switch (act.lease()) {
      case Lease.None _ -> {}
      case Lease.Held(var claim) -> out.bytes("lease", claim.value());
    }
    return switch (act.change()) {
      case TaskChange.Claim _ -> out.text("do", "claim");
      case TaskChange.Unclaim _ -> out.text("do", "unclaim");
      case TaskChange.Start _ -> out.text("do", "start");
      case TaskChange.Finish _ -> out.text("do", "done");
      case TaskChange.Reopen _ -> out.text("do", "reopen");
      case TaskChange.Describe _ -> out.text("do", "edit");
      case TaskChange.Depend(List<TaskId> tasks) ->
          out.text("do", "depend").texts("deps", tasks.stream().map(TaskId::value).toList());
      case TaskChange.Reserve(Reservation reservation) ->
          write(reservation, out.text("do", "assign"));
    };
  }

  static Act.ChangeTask change(FieldReader in) {
    Lease lease = in.has("lease") ? new Lease.Held(in.id("lease")) : new Lease.None();
    return new Act.ChangeTask(
        in.task("task"),
        lease,
        switch (in.text("do")) {
          case "claim" -> new TaskChange.Claim();
          case "unclaim" -> new TaskChange.Unclaim();
          case "start" -> new TaskChange.Start();
          case "done" -> new TaskChange.Finish();
          case "reopen" -> new TaskChange.Reopen();
          case "edit" -> new TaskChange.Describe();
          case "depend" -> new TaskChange.Depend(in.tasks("deps"));
          case "assign" -> new TaskChange.Reserve(reservation(in));
          default -> throw new Unreadable("do: an unknown change");
        });
  }

  static FieldWriter write(NewTask task) {
    FieldWriter out = write(task.reservation(), new FieldWriter());
    return out.texts("deps", task.dependencies().stream().map(TaskJson::word).toList());
  }

  static NewTask task(FieldReader in) {
    return new NewTask(
        reservation(in), in.texts("deps").stream().map(TaskJson::dependency).toList());
  }

  private static FieldWriter write(Reservation reservation, FieldWriter out) {
    return switch (reservation) {
      case Reservation.Anyone _ -> out;
      case Reservation.For(var member) -> out.text("for", member.value());
    };
  }

  private static Reservation reservation(FieldReader in) {
    return in.has("for") ? new Reservation.For(in.member("for")) : new Reservation.Anyone();
  }

  private static String word(Dependency dependency) {
    return switch (dependency) {
      case Dependency.OnTask(TaskId task) -> task.value();
      case Dependency.OnPosition(int position) -> "#" + position;
    };
  }

  private static Dependency dependency(String word) {
    if (!word.startsWith("#")) {
      return new Dependency.OnTask(new TaskId(word));
    }
    var position = new Dependency.OnPosition(Integer.parseInt(word, 1, word.length(), 10));
    if (!word(position).equals(word)) {
      throw new Unreadable("deps: not a plain position");
    }
    return position;
  }

  static FieldWriter write(TaskText text) {
    return new FieldWriter()
        .text("title", text.title())
        .text("description", text.description())
        .word("priority", text.priority());
  }

  static TaskText text(FieldReader in) {
    return new TaskText(
        in.text("title"), in.text("description"), in.word("priority", Priority.values()));
  }

  static FieldWriter write(News news) {
    FieldWriter out = new FieldWriter();
    return switch (news) {
      case News.Title(String text) -> out.text("title", text);
      case News.Description(String text) -> out.text("description", text);
      case News.Result(String text) -> out.text("result", text);
      case News.Urgency(Priority priority) -> out.word("priority", priority);
    };
  }

  static News news(FieldReader in) {
    if (in.has("title")) {
      return new News.Title(in.text("title"));
    }
    if (in.has("description")) {
      return new News.Description(in.text("description"));
    }
    return in.has("result")
        ? new News.Result(in.text("result"))
        : new News.Urgency(in.word("priority", Priority.values()));
  }
}
