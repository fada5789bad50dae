package intandem.mcp.tools;

import static intandem.domain.admission.Limits.DEPENDENCIES;
import static intandem.domain.admission.Limits.DESCRIPTION_CHARS;
import static intandem.domain.admission.Limits.TASKS_PER_PLAN;
import static intandem.domain.admission.Limits.TITLE_CHARS;
import static intandem.mcp.arguments.Argument.Presence.OPTIONAL;
import static intandem.mcp.arguments.Argument.Presence.REQUIRED;
import static intandem.mcp.arguments.Argument.text;

import intandem.domain.id.Bytes;
import intandem.domain.id.Lv;
import intandem.domain.protocol.Body.News;
import intandem.domain.protocol.Body.TaskText;
import intandem.domain.protocol.Priority;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Ask.Planned;
import intandem.domain.tandem.Ask.To;
import intandem.domain.tandem.Ask.Wanted;
import intandem.domain.view.Status;
import intandem.mcp.arguments.Argument;
import intandem.mcp.arguments.Arguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tools for the task board. */
final class TaskTools {

  private static final int ID_CHARS = 70;
  private static final int NAME_CHARS = 40;
  private static final int KEY_CHARS = 100;

  private final Setting setting;
  private final Replies replies;

  TaskTools(Setting setting, Replies replies) {
    this.setting = setting;
    this.replies = replies;
  }

  List<Tool> all() {
    return List.of(board(), addTask(), plan(), claim(), unclaim(), update());
  }

  private Tool board() {
    return new Tool(
        "intandem_board",
        "The task board, most urgent first; with task_id all about one task, and why it is not"
            + " ready.",
        List.of(task(OPTIONAL), anyStatus("Default: all unfinished")),
        Set.of(Hint.READ_ONLY),
        (arguments, _) -> board(arguments));
  }

  private ToolResult board(Arguments arguments) throws InterruptedException {
    if (!arguments.has("task_id")) {
      var wanted = arguments.optionalText("status").map(TaskTools::status);
      return replies.to(new Ask.Board(wanted.<Set<Status>>map(Set::of).orElse(Set.of())));
    }
    return arguments.has("status")
        ? replies.refuse("status goes without task_id: one task has one status.")
        : replies.to(new Ask.Task(arguments.text("task_id")));
  }

  private static Argument task(Argument.Presence presence) {
    return text("task_id", "", ID_CHARS, presence);
  }

  private static Argument anyStatus(String description) {
    return new Argument.Choice(
        "status", description, Arrays.stream(Status.values()).map(Status::word).toList(), OPTIONAL);
  }

  private static Status status(String word) {
    return Status.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Argument priority() {
    var words = Arrays.stream(Priority.values()).map(Priority::word).toList();
    return new Argument.Choice("priority", "", words, OPTIONAL);
  }

  private static List<Argument> texts() {
    return List.of(
        text("title", "", TITLE_CHARS, REQUIRED),
        new Argument.Text("description", "", 0, DESCRIPTION_CHARS, OPTIONAL),
        priority());
  }

  private static Argument dependencies(String description) {
    return new Argument.Texts("depends_on", description, DEPENDENCIES, TITLE_CHARS, OPTIONAL);
  }

  private Tool addTask() {
    var arguments = new ArrayList<>(texts());
    arguments.add(dependencies("Ids of tasks it waits for"));
    return new Tool(
        "intandem_add_task",
        "Add a task to the board; answers with its id.",
        arguments,
        Set.of(Hint.IDEMPOTENT),
        (given, call) -> replies.to(new Ask.Plan(setting.id(call), List.of(planned(given)))));
  }

  private static Planned planned(Arguments given) {
    var priority =
        Priority.valueOf(given.optionalText("priority").orElse("medium").toUpperCase(Locale.ROOT));
    var description = given.optionalText("description").orElse("");
    return new Planned(
        new TaskText(given.text("title").strip(), description, priority),
        given.has("assignee") ? new To.Named(given.text("assignee")) : new To.Everyone(),
        given.texts("depends_on"));
  }

  private Tool plan() {
    var fields = new ArrayList<>(texts());
    fields.add(text("assignee", "Peer who alone may claim it", NAME_CHARS, OPTIONAL));
    fields.add(dependencies("Ids, or #1 or titles of tasks of this plan"));
    return new Tool(
        "intandem_plan",
        "Add several tasks at once, all or none; answers with the id of each position.",
        List.of(
            new Argument.Objects("tasks", "", TASKS_PER_PLAN, fields, REQUIRED),
            text("key", "Names the plan: the same key adds it only once", KEY_CHARS, OPTIONAL)),
        Set.of(Hint.IDEMPOTENT),
        this::plan);
  }

  private ToolResult plan(Arguments given, Call call) throws InterruptedException {
    var key = given.optionalText("key");
    var id = key.map(TaskTools::named).orElseGet(() -> setting.id(call));
    var tasks = given.objects("tasks").stream().map(TaskTools::planned).toList();
    return replies.to(new Ask.Plan(id, key.orElse(""), tasks));
  }

  private static Bytes named(String key) {
    return Lv.of("plan").add(key).bytes();
  }

  private Tool claim() {
    return new Tool(
        "intandem_claim_task",
        "Make a ready task yours; refused with who holds it, or what blocks it, and what is ready.",
        List.of(task(REQUIRED)),
        Set.of(Hint.IDEMPOTENT),
        (given, call) -> replies.to(change(given, call, new Wanted.Standing(Status.CLAIMED))));
  }

  private Tool unclaim() {
    return new Tool(
        "intandem_unclaim_task",
        "Give a task of yours back: it is open again.",
        List.of(task(REQUIRED)),
        Set.of(Hint.IDEMPOTENT),
        (given, call) -> replies.to(change(given, call, new Wanted.GivenBack())));
  }

  private Ask.Change change(Arguments given, Call call, Wanted wanted) {
    return new Ask.Change(setting.id(call), given.text("task_id"), wanted, news(given));
  }

  private static List<News> news(Arguments given) {
    var news = new ArrayList<News>();
    given.optionalText("title").map(String::strip).map(News.Title::new).ifPresent(news::add);
    given.optionalText("description").map(News.Description::new).ifPresent(news::add);
    given.optionalText("result").map(News.Result::new).ifPresent(news::add);
    given
        .optionalText("priority")
        .map(word -> new News.Urgency(Priority.valueOf(word.toUpperCase(Locale.ROOT))))
        .ifPresent(news::add);
    return news;
  }

  private Tool update() {
    return new Tool(
        "intandem_update_task",
        "Change a task: its holder sets status and result (done answers with what became ready),"
            + " its creator texts, and while it is open whom it is kept for.",
        List.of(
            task(REQUIRED),
            anyStatus("open gives it back, or reopens your done one"),
            new Argument.Text("result", "", 0, DESCRIPTION_CHARS, OPTIONAL),
            text("title", "", TITLE_CHARS, OPTIONAL),
            new Argument.Text("description", "", 0, DESCRIPTION_CHARS, OPTIONAL),
            priority(),
            dependencies("Replaces all it waits for"),
            new Argument.Text("assignee", "Peer; empty for anyone", 0, NAME_CHARS, OPTIONAL)),
        Set.of(Hint.IDEMPOTENT),
        this::update);
  }

  private ToolResult update(Arguments given, Call call) throws InterruptedException {
    var moves = List.of("status", "depends_on", "assignee").stream().filter(given::has).toList();
    if (moves.size() > 1) {
      return replies.refuse(
          "%s cannot be changed in one call: each is decided on what stands before it. Call once"
                  .formatted(String.join(" and ", moves))
              + " for each; texts may go with any of them.");
    }
    if (moves.isEmpty() && news(given).isEmpty()) {
      return replies.refuse(
          "There is nothing to change: give at least one argument besides task_id.");
    }
    return replies.to(change(given, call, moves.isEmpty() ? new Wanted.Reworded() : wanted(given)));
  }

  private static Wanted wanted(Arguments given) {
    if (given.has("status")) {
      return new Wanted.Standing(status(given.text("status")));
    }
    if (given.has("depends_on")) {
      return new Wanted.WaitingFor(given.texts("depends_on"));
    }
    var assignee = given.text("assignee").strip();
    return new Wanted.KeptFor(assignee.isEmpty() ? new To.Everyone() : new To.Named(assignee));
  }
}
