package intandem.mcp.tools;

import static intandem.domain.admission.Limits.FINDING_CHARS;
import static intandem.domain.admission.Limits.MESSAGE_BYTES;
import static intandem.domain.admission.Limits.TITLE_CHARS;
import static intandem.domain.admission.Limits.VARIABLE_CHARS;
import static intandem.domain.admission.Limits.VARIABLE_NAME_CHARS;
import static intandem.mcp.arguments.Argument.Presence.OPTIONAL;
import static intandem.mcp.arguments.Argument.Presence.REQUIRED;
import static intandem.mcp.arguments.Argument.text;

import intandem.domain.protocol.Body;
import intandem.domain.protocol.Expected;
import intandem.domain.protocol.Severity;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Ask.To;
import intandem.mcp.arguments.Argument;
import intandem.mcp.arguments.Arguments;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tools for what the members share besides tasks: code, findings and variables. */
final class SharedTools {

  private static final int ID_CHARS = 70;
  private static final int PATH_CHARS = 1_000;
  private static final int LANGUAGE_CHARS = 40;
  private static final int NAME_CHARS = 40;
  private static final int MOST_LINES = 1_000_000;
  private static final int MOST_PATTERNS = 20;
  private static final long MOST_COUNT = 1_000_000_000;
  private static final String ALL = "*";

  private final Setting setting;
  private final Replies replies;

  SharedTools(Setting setting, Replies replies) {
    this.setting = setting;
    this.replies = replies;
  }

  List<Tool> all() {
    return List.of(share(), finding(), findings(), setVariable(), getVariable());
  }

  private Tool share() {
    return new Tool(
        "intandem_share",
        "Show peers lines of a file of the project, as many as fit, or a snippet.",
        List.of(
            text("file", "Path in the project", PATH_CHARS, OPTIONAL),
            new Argument.Prose("snippet", "", MESSAGE_BYTES, OPTIONAL),
            new Argument.Whole("start_line", "Default 1", 1, MOST_LINES, OPTIONAL),
            new Argument.Whole("end_line", "Default: the file's last", 1, MOST_LINES, OPTIONAL),
            new Argument.Text("language", "", 0, LANGUAGE_CHARS, OPTIONAL),
            new Argument.Text("message", "", 0, FINDING_CHARS, OPTIONAL),
            text("to", "Peer who alone can read it", NAME_CHARS, OPTIONAL)),
        Set.of(Hint.IDEMPOTENT),
        this::share);
  }

  private ToolResult share(Arguments given, Call call) throws InterruptedException {
    if (given.has("file") == given.has("snippet")) {
      return replies.refuse("Give either file or snippet, and not both.");
    }
    var about =
        new Ask.About(
            given.optionalText("language").orElse(""),
            given.optionalText("message").orElse(""),
            given.optionalText("to").<To>map(To.Named::new).orElseGet(To.Everyone::new));
    if (given.has("file")) {
      var from = (int) given.optionalWhole("start_line").orElse(1);
      var to = (int) given.optionalWhole("end_line").orElse(0);
      var path = given.text("file");
      return replies.to(new Ask.Share(setting.id(call), path, from, to, about));
    }
    if (given.has("start_line") || given.has("end_line")) {
      return replies.refuse("start_line and end_line go with file; a snippet is shared whole.");
    }
    var snippet = given.text("snippet");
    var lines = snippet.split("\n", -1).length;
    var code = new Body.Code("", 1, lines, about.language(), snippet, about.note());
    return replies.to(new Ask.Show(setting.id(call), code, about.to()));
  }

  private static Argument severity(Argument.Presence presence) {
    var words = Arrays.stream(Severity.values()).map(Severity::word).toList();
    return new Argument.Choice("severity", "", words, presence);
  }

  private static Severity severity(String word) {
    return Severity.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private Tool finding() {
    return new Tool(
        "intandem_finding",
        "Record something found out, for all; a known one is counted again.",
        List.of(
            text("service", "", TITLE_CHARS, REQUIRED),
            severity(REQUIRED),
            text("summary", "", FINDING_CHARS, REQUIRED),
            new Argument.Text("category", "", 0, TITLE_CHARS, OPTIONAL),
            new Argument.Whole("count", "Times seen; default 1", 1, MOST_COUNT, OPTIONAL),
            new Argument.Texts("patterns", "", MOST_PATTERNS, TITLE_CHARS, OPTIONAL),
            new Argument.Text("recommendation", "", 0, FINDING_CHARS, OPTIONAL),
            text("task_id", "", ID_CHARS, OPTIONAL)),
        Set.of(Hint.IDEMPOTENT),
        (given, call) ->
            replies.to(
                new Ask.Report(
                    setting.id(call),
                    new Body.Finding(
                        given.text("service").strip(),
                        severity(given.text("severity")),
                        given.text("summary"),
                        given.optionalText("category").orElse(""),
                        given.optionalWhole("count").orElse(1),
                        given.texts("patterns"),
                        given.optionalText("recommendation").orElse(""),
                        given.optionalText("task_id").orElse("")))));
  }

  private Tool findings() {
    return new Tool(
        "intandem_findings",
        "What was found out, worst first, with counts.",
        List.of(
            severity(OPTIONAL),
            text("service", "", TITLE_CHARS, OPTIONAL),
            text("task_id", "", ID_CHARS, OPTIONAL)),
        Set.of(Hint.READ_ONLY),
        (given, _) ->
            replies.to(
                new Ask.Findings(
                    given
                        .optionalText("severity")
                        .map(SharedTools::severity)
                        .<Set<Severity>>map(Set::of)
                        .orElse(Set.of()),
                    given.optionalText("service").orElse(""),
                    given.optionalText("task_id").orElse(""))));
  }

  private Tool setVariable() {
    return new Tool(
        "intandem_set_var",
        "Set a variable that all peers share.",
        List.of(
            text("key", "", VARIABLE_NAME_CHARS, REQUIRED),
            new Argument.Text("value", "", 0, VARIABLE_CHARS, REQUIRED),
            new Argument.Whole(
                "expected_version",
                "Set it only if it has this version; 0: only if it is new",
                0,
                MOST_COUNT,
                OPTIONAL)),
        Set.of(Hint.IDEMPOTENT),
        this::set);
  }

  private ToolResult set(Arguments given, Call call) throws InterruptedException {
    var key = given.text("key").strip();
    if (key.equals(ALL)) {
      return replies.refuse("* stands for all variables and cannot be the name of one.");
    }
    var expected =
        given.has("expected_version")
            ? new Expected.Version(given.whole("expected_version"))
            : new Expected.Any();
    return replies.to(new Ask.SetVariable(setting.id(call), key, given.text("value"), expected));
  }

  private Tool getVariable() {
    return new Tool(
        "intandem_get_var",
        "Read a shared variable, or all of them.",
        List.of(text("key", "* for all", VARIABLE_NAME_CHARS, REQUIRED)),
        Set.of(Hint.READ_ONLY),
        (given, _) -> {
          var key = given.text("key").strip();
          return replies.to(new Ask.Variables(key.equals(ALL) ? "" : key));
        });
  }
}
