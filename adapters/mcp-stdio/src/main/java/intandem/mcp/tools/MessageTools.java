package intandem.mcp.tools;

import static intandem.domain.admission.Limits.MESSAGE_BYTES;
import static intandem.mcp.arguments.Argument.Presence.OPTIONAL;
import static intandem.mcp.arguments.Argument.Presence.REQUIRED;
import static intandem.mcp.arguments.Argument.text;

import intandem.domain.protocol.MessageType;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Ask.To;
import intandem.mcp.arguments.Argument;
import intandem.mcp.arguments.Arguments;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tools for talking: messages, the inbox, and what happened. */
final class MessageTools {

  private static final int MOST_WAIT_SECONDS = 100;
  private static final int LOG_LIMIT = 30;
  private static final int MOST_LOG_LIMIT = 500;
  private static final long MOST_NUMBER = 1_000_000_000;

  private final Setting setting;
  private final Replies replies;

  MessageTools(Setting setting, Replies replies) {
    this.setting = setting;
    this.replies = replies;
  }

  List<Tool> all() {
    return List.of(send(), inbox(), activityLog());
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
            new Argument.Prose("message", "", MESSAGE_BYTES, REQUIRED),
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
    return replies.to(new Ask.Send(setting.id(call), type, arguments.text("message"), to, replyTo));
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
        Set.of(Hint.READ_ONLY, Hint.ALWAYS_LOAD, Hint.LONG),
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
