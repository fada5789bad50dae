package intandem.mcp.tools;

import static intandem.mcp.arguments.Argument.Presence.OPTIONAL;
import static intandem.mcp.arguments.Argument.Presence.REQUIRED;
import static intandem.mcp.arguments.Argument.text;

import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Ask.Where;
import intandem.domain.tandem.Ask.Which;
import intandem.mcp.arguments.Argument;
import intandem.mcp.arguments.Arguments;
import intandem.mcp.tools.Typed.Outcome;
import java.util.List;
import java.util.Set;

/** Tools for being in a workspace: founding, joining, leaving, and who is there. */
final class MemberTools {

  private static final int NAME_CHARS = 60;
  private static final int MOST_PEERS = 5;

  private final Setting setting;
  private final Replies replies;

  MemberTools(Setting setting, Replies replies) {
    this.setting = setting;
    this.replies = replies;
  }

  List<Tool> all() {
    return List.of(create(), join(), rejoin(), leave(), invite(), peers());
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
        "The invite code: show it, rotate to a new one, revoke it, or remove a peer for good."
            + " Owner only.",
        List.of(
            new Argument.Choice(
                "action", "", List.of("show", "rotate", "revoke", "remove"), REQUIRED),
            text("peer", "Whom to remove", 40, OPTIONAL)),
        Set.of(Hint.DESTRUCTIVE, Hint.ASKS_USER),
        this::invite);
  }

  private ToolResult invite(Arguments arguments, Call call) throws InterruptedException {
    var action = arguments.text("action");
    var peer = arguments.optionalText("peer");
    if (peer.isPresent() != action.equals("remove")) {
      return replies.refuse("`peer` names whom to remove, and goes with the action remove only.");
    }
    return replies.to(
        switch (action) {
          case "rotate" -> new Ask.Rotate();
          case "revoke" -> new Ask.Revoke();
          case "remove" -> new Ask.Remove(setting.id(call), peer.orElseThrow());
          default -> new Ask.Invite();
        });
  }

  private Tool peers() {
    return new Tool(
        "intandem_peers",
        "Who is in the workspace, online or away, with what capabilities.",
        List.of(),
        Set.of(Hint.READ_ONLY),
        (_, _) -> replies.to(new Ask.Peers()));
  }
}
