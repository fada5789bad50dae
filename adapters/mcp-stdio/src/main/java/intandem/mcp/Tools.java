package intandem.mcp;

import static intandem.mcp.Argument.Presence.OPTIONAL;
import static intandem.mcp.Argument.Presence.REQUIRED;
import static intandem.mcp.Argument.text;

import intandem.domain.id.Bytes;
import intandem.domain.protocol.MessageType;
import intandem.domain.session.Ask;
import intandem.domain.session.Ask.To;
import intandem.domain.session.Ask.Where;
import intandem.domain.session.Ask.Which;
import intandem.domain.session.Tandem;
import intandem.mcp.Typed.Outcome;
import intandem.mcp.words.Notices;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The tools of InTandem: a table on the port {@link Tandem}. */
public final class Tools {

  private static final int NAME_CHARS = 60;
  private static final int MESSAGE_CHARS = 40_960;
  private static final int MOST_PEERS = 5;
  private static final int MOST_WAIT_SECONDS = 100;
  private static final int LOG_LIMIT = 30;
  private static final int MOST_LOG_LIMIT = 500;
  private static final long MOST_NUMBER = 1_000_000_000;
  private static final int CALL_BYTES = 16;

  private final Setting setting;
  private final Replies replies;

  private Tools(Tandem tandem, Setting setting) {
    this.setting = setting;
    this.replies = new Replies(tandem, new Notices(setting.entropy()), setting.clock());
  }

  /** How the server presents itself. */
  public static ServerInfo info(String version) {
    return new ServerInfo("intandem", version, Instructions.TEXT);
  }

  /** All tools, in the order in which they are listed. */
  public static List<Tool> of(Tandem tandem, Setting setting) {
    var tools = new Tools(tandem, setting);
    return List.of(
        tools.create(),
        tools.join(),
        tools.rejoin(),
        tools.leave(),
        tools.invite(),
        tools.peers(),
        tools.send(),
        tools.inbox(),
        tools.activityLog());
  }

  private Tool create() {
    return new Tool(
        "intandem_create",
        "Found a shared workspace; answers with the invite code to show to your user.",
        List.of(
            text("name", "Default: the project's directory", NAME_CHARS, OPTIONAL),
            new Argument.Whole(
                "max_peers", "Seats, you included; default 5", 1, MOST_PEERS, OPTIONAL)),
        Set.of(Hint.ALWAYS_LOAD),
        (arguments, _) ->
            replies.to(
                new Ask.Create(
                    arguments.optionalText("name").map(String::strip).orElseGet(this::directory),
                    (int) arguments.optionalWhole("max_peers").orElse(MOST_PEERS))));
  }

  private String directory() {
    var name = setting.directory().strip();
    var end =
        name.offsetByCodePoints(0, Math.min(NAME_CHARS, name.codePointCount(0, name.length())));
    return name.isEmpty() ? "workspace" : name.substring(0, end);
  }

  private Tool join() {
    return new Tool(
        "intandem_join",
        "Join a workspace with the invite code your user gives you.",
        List.of(new Argument.Text("code", "CODE or CODE@HOST[:PORT]", 0, 300, REQUIRED)),
        Set.of(Hint.ALWAYS_LOAD),
        (arguments, _) ->
            switch (Typed.join(arguments.text("code"))) {
              case Outcome.Read<Ask.Join>(Ask.Join join) -> replies.to(join);
              case Outcome.Fault<Ask.Join>(String why) -> replies.refuse(why);
            });
  }

  private Tool rejoin() {
    return new Tool(
        "intandem_rejoin",
        "Return to a workspace without a code, after leave or a restart, with all that was missed.",
        List.of(
            text("workspace", "Its id of 26 characters; default: the last one", 40, OPTIONAL),
            text("host", "HOST[:PORT] if the hub moved", 300, OPTIONAL)),
        Set.of(Hint.IDEMPOTENT),
        (arguments, _) -> rejoin(arguments));
  }

  private ToolResult rejoin(Arguments arguments) throws InterruptedException {
    var which = arguments.optionalText("workspace").map(Typed::workspace);
    return switch (which.orElseGet(() -> new Outcome.Read<>(new Which.Last()))) {
      case Outcome.Read<Which>(Which read) -> rejoin(read, arguments);
      case Outcome.Fault<Which>(String why) -> replies.refuse(why);
    };
  }

  private ToolResult rejoin(Which which, Arguments arguments) throws InterruptedException {
    var host = arguments.optionalText("host").map(Typed::host);
    return switch (host.orElseGet(() -> new Outcome.Read<>(new Where.Known()))) {
      case Outcome.Read<Where>(Where where) -> replies.to(new Ask.Rejoin(which, where));
      case Outcome.Fault<Where>(String why) -> replies.refuse(why);
    };
  }

  private Tool leave() {
    return new Tool(
        "intandem_leave",
        "Leave the workspace; answers with a summary. intandem_rejoin returns.",
        List.of(),
        Set.of(Hint.DESTRUCTIVE),
        (_, _) -> replies.to(new Ask.Leave()));
  }

  private Tool invite() {
    return new Tool(
        "intandem_invite",
        "Show the invite code and how many wrong ones were tried. Owner only.",
        List.of(new Argument.Choice("action", "", List.of("show"), REQUIRED)),
        Set.of(Hint.READ_ONLY),
        (_, _) -> replies.to(new Ask.Invite()));
  }

  private Tool peers() {
    return new Tool(
        "intandem_peers",
        "Who is in the workspace, online or away, with what capabilities.",
        List.of(),
        Set.of(Hint.READ_ONLY),
        (_, _) -> replies.to(new Ask.Peers()));
  }

  private Tool send() {
    return new Tool(
        "intandem_send",
        "Send a message to the peers; answers with how far it got.",
        List.of(
            new Argument.Choice(
                "type",
                "",
                Arrays.stream(MessageType.values()).map(MessageType::word).toList(),
                REQUIRED),
            text("message", "", MESSAGE_CHARS, REQUIRED),
            text(
                "to",
                "Peer who alone can read it; default everyone. Needed for handoff",
                40,
                OPTIONAL),
            new Argument.Whole(
                "reply_to", "Number of the message it answers", 1, MOST_NUMBER, OPTIONAL)),
        Set.of(Hint.ALWAYS_LOAD, Hint.IDEMPOTENT),
        this::send);
  }

  private ToolResult send(Arguments arguments, Call call) throws InterruptedException {
    var type = MessageType.valueOf(arguments.text("type").toUpperCase(Locale.ROOT));
    var to = arguments.optionalText("to").<To>map(To.Named::new).orElseGet(To.Everyone::new);
    if (type == MessageType.HANDOFF && to instanceof To.Everyone) {
      return replies.refuse(
          "A handoff gives work to one peer: name it in `to` (intandem_peers lists the names).");
    }
    var replyTo = arguments.optionalWhole("reply_to").orElse(0);
    return replies.to(new Ask.Send(id(call), type, arguments.text("message"), to, replyTo));
  }

  private Bytes id(Call call) {
    return switch (call) {
      case Call.Identified(String toolUseId) -> Bytes.utf8(toolUseId);
      case Call.Anonymous() -> {
        var random = new byte[CALL_BYTES];
        setting.entropy().nextBytes(random);
        yield Bytes.of(random);
      }
    };
  }

  private Tool inbox() {
    return new Tool(
        "intandem_inbox",
        "Read unread messages in full, waiting for some if told to; or see how far yours got.",
        List.of(
            new Argument.Whole("wait_seconds", "Default 0", 0, MOST_WAIT_SECONDS, OPTIONAL),
            new Argument.Whole(
                "since", "Show again all after this number", 0, MOST_NUMBER, OPTIONAL),
            new Argument.Flag("receipts", "How far my own messages got", OPTIONAL)),
        Set.of(Hint.READ_ONLY, Hint.ALWAYS_LOAD),
        (arguments, _) -> inbox(arguments));
  }

  private ToolResult inbox(Arguments arguments) throws InterruptedException {
    var since = arguments.optionalWhole("since");
    var wait = arguments.optionalWhole("wait_seconds");
    if (!arguments.flag("receipts")) {
      return replies.to(new Ask.Inbox(Duration.ofSeconds(wait.orElse(0)), since.orElse(-1)));
    }
    return since.isPresent() || wait.isPresent()
        ? replies.refuse("receipts goes without since and wait_seconds: call once for each.")
        : replies.to(new Ask.Receipts());
  }

  private Tool activityLog() {
    return new Tool(
        "intandem_activity_log",
        "What happened in the workspace, a line each, newest last.",
        List.of(
            new Argument.Whole("limit", "Default 30", 1, MOST_LOG_LIMIT, OPTIONAL),
            new Argument.Whole("since", "Only after this number", 0, MOST_NUMBER, OPTIONAL),
            text("actor", "Only what this member did", 40, OPTIONAL)),
        Set.of(Hint.READ_ONLY),
        (arguments, _) ->
            replies.to(
                new Ask.Activity(
                    (int) arguments.optionalWhole("limit").orElse(LOG_LIMIT),
                    arguments.optionalWhole("since").orElse(-1),
                    arguments.optionalText("actor").map(String::strip).orElse(""))));
  }
}
