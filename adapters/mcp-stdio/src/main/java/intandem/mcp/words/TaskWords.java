package intandem.mcp.words;

import intandem.domain.id.MemberId;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Reservation;
import intandem.domain.protocol.TaskChange;
import intandem.domain.tandem.Answer;
import intandem.domain.view.Status;
import intandem.domain.view.TaskLine;
import intandem.domain.workspace.Task;
import intandem.domain.workspace.Task.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tasks and boards in words; titles are quoted, as peers wrote them. */
record TaskWords(Answer.Names names) {

  private static final int TITLE_CHARS = 120;
  private static final int MOST_LINES = 200;
  private static final String FOR_NOW =
      "\nStored on this disk only so far: if this session is lost before another one has it, so is"
          + " the change; until then a split may undo it.";

  /** {@code [T-a1b2c3] CLAIMED [HIGH] - "Title" (Bob)}. */
  String line(TaskLine line) {
    return "[%s] %s [%s] - %s%s"
        .formatted(
            line.id(),
            line.status(),
            line.text().priority(),
            Notices.quote(line.text().title(), TITLE_CHARS),
            remarks(line));
  }

  private String remarks(TaskLine line) {
    var remarks = new ArrayList<String>();
    switch (line.task().state()) {
      case State.Open(Reservation.For(var member)) -> remarks.add("kept for " + name(member));
      case State.Open(Reservation.Anyone()) -> {}
      case State.Claimed(var hold) -> remarks.add(name(hold.holder()));
      case State.InProgress(var hold) -> remarks.add(name(hold.holder()));
      case State.Done(var hold, _) -> remarks.add(name(hold.holder()));
    }
    if (!line.blockers().isEmpty() && line.status() != Status.DONE) {
      remarks.add("depends on: " + ids(line.blockers()));
    }
    return remarks.isEmpty() ? "" : " (" + String.join("; ", remarks) + ")";
  }

  private static String ids(List<TaskId> ids) {
    return ids.stream().map(TaskId::value).collect(Collectors.joining(", "));
  }

  private String name(MemberId member) {
    return Notices.name(names.of(member));
  }

  /** A line for each task; the last ones of a long list are counted. */
  String lines(List<TaskLine> lines) {
    var shown = lines.stream().limit(MOST_LINES).map(this::line).collect(Collectors.joining("\n"));
    var rest = lines.size() - MOST_LINES;
    return rest <= 0 ? shown : shown + "\n(%d more; ask for one status)".formatted(rest);
  }

  /** How many tasks there are of each status. */
  static String counts(Map<Status, Long> counts) {
    return Arrays.stream(Status.values())
        .filter(status -> counts.getOrDefault(status, 0L) > 0)
        .map(status -> counts.get(status) + " " + status.word().replace('_', ' '))
        .collect(Collectors.joining(", "));
  }

  static String board(Answer.Board board) {
    var counts = counts(board.counts());
    if (counts.isEmpty()) {
      return "The board has no tasks yet. intandem_add_task and intandem_plan add some.";
    }
    var words = new TaskWords(board.names());
    return board.tasks().isEmpty()
        ? "No such tasks. On the board: " + counts + "."
        : "Board: " + counts + "\n" + words.lines(board.tasks());
  }

  /** What became of new tasks: their places in the plan, and the ids they got. */
  static String planned(Answer.Planned planned) {
    var words = new TaskWords(planned.names());
    var tasks = planned.tasks();
    if (tasks.size() == 1) {
      return words.line(tasks.getFirst()) + caveat(planned.safe());
    }
    return "%d tasks added:%s%s"
        .formatted(tasks.size(), words.positions(tasks), caveat(planned.safe()));
  }

  /** A plan that is on the board since an earlier call with its key. */
  static String plannedBefore(Answer.PlannedBefore before) {
    var planned = before.planned();
    return "The key %s was used already for this plan. Nothing was added again; its tasks are:%s%s"
        .formatted(
            Notices.quote(before.key(), TITLE_CHARS),
            new TaskWords(planned.names()).positions(planned.tasks()),
            caveat(planned.safe()));
  }

  private String positions(List<TaskLine> tasks) {
    return IntStream.rangeClosed(1, tasks.size())
        .mapToObj(position -> "\n#%d → %s".formatted(position, line(tasks.get(position - 1))))
        .collect(Collectors.joining());
  }

  private static String caveat(boolean safe) {
    return safe ? "" : FOR_NOW;
  }

  /** What a change came to, and what hangs on the task. */
  static String changed(Answer.Changed changed) {
    var words = new TaskWords(changed.names());
    var line = changed.task();
    var next = words.lines(changed.next());
    var text =
        switch (changed.change()) {
          case TaskChange.Claim() -> "Yours: " + words.line(line) + lease(line);
          case TaskChange.Unclaim() -> "Given back: " + words.line(line);
          case TaskChange.Start() -> "Begun: " + words.line(line);
          case TaskChange.Finish() ->
              "Done: " + words.line(line) + (next.isEmpty() ? "" : "\nReady now:\n" + next);
          case TaskChange.Reopen() -> "Open again: " + words.line(line);
          case TaskChange.Describe(), TaskChange.Depend _, TaskChange.Reserve _ ->
              "Changed: " + words.line(line);
        };
    var waiting =
        changed.change() instanceof TaskChange.Claim && !next.isEmpty()
            ? "\nThese wait for it:\n" + next
            : "";
    return text + waiting + caveat(changed.safe());
  }

  /** That a task need not be claimed or begun once more. */
  static String yoursAlready(Answer.YoursAlready yours) {
    var line = yours.task();
    return "It is yours already, and nothing was changed: %s%s"
        .formatted(new TaskWords(yours.names()).line(line), lease(line));
  }

  private static String lease(TaskLine line) {
    return line.task().hold().map(hold -> ", lease " + hold.claim().shown()).orElse("");
  }

  /** Everything about one task, and why it is not ready if it is not. */
  static String detail(Answer.Task task, Notices notices, Moments moments) {
    var words = new TaskWords(task.names());
    var detail = task.detail();
    var line = detail.line();
    var parts = new ArrayList<String>();
    parts.add(words.line(line));
    parts.add(words.history(line.task(), moments));
    var title = line.text().title();
    text(parts, "Title:", Notices.quotable(title, TITLE_CHARS) ? "" : title, notices);
    text(parts, "Description:", line.text().description(), notices);
    text(parts, "Result:", line.text().result(), notices);
    parts.add(words.why(line));
    words.tasks(parts, "Depends on:", detail.dependencies());
    if (line.task().done()) {
      return String.join("\n", parts);
    }
    words.tasks(parts, "Done, it makes ready:", detail.unblocks());
    words.tasks(parts, "Waiting for it:", detail.waiting());
    if (detail.chain().size() > 2) {
      var ids = detail.chain().stream().map(one -> one.id().value());
      parts.add("Longest chain it sits on: " + ids.collect(Collectors.joining(" → ")));
    }
    return String.join("\n", parts);
  }

  private static void text(List<String> parts, String label, String text, Notices notices) {
    if (!text.isBlank()) {
      parts.add(label + "\n" + notices.block(text));
    }
  }

  private void tasks(List<String> parts, String label, List<TaskLine> lines) {
    if (!lines.isEmpty()) {
      parts.add(label + "\n" + lines(lines));
    }
  }

  private String history(Task task, Moments moments) {
    var made =
        "Added by %s at %s"
            .formatted(name(task.origin().creator()), moments.clock(task.origin().at()));
    var held =
        task.hold()
            .map(
                hold ->
                    "; %s holds it since %s"
                        .formatted(name(hold.holder()), moments.clock(hold.since())))
            .orElse("");
    return task.state() instanceof State.Done(var hold, var at)
        ? "%s; done by %s at %s UTC.".formatted(made, name(hold.holder()), moments.clock(at))
        : made + held + " UTC.";
  }

  private String why(TaskLine line) {
    return switch (line.task().state()) {
      case State.Done _ -> "It is done; whoever finished it can reopen it.";
      case State.Claimed(var hold) -> "Not ready: " + name(hold.holder()) + " holds it.";
      case State.InProgress(var hold) -> "Not ready: " + name(hold.holder()) + " works on it.";
      case State.Open(var reservation) -> open(line, reservation);
    };
  }

  private String open(TaskLine line, Reservation reservation) {
    if (!line.blockers().isEmpty()) {
      return "Not ready: it waits for " + ids(line.blockers()) + ".";
    }
    return reservation instanceof Reservation.For(var member)
        ? "Ready for %s alone, for whom it is kept.".formatted(name(member))
        : "Ready: intandem_claim_task makes it yours.";
  }
}
