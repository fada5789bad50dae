package intandem.mcp.tools;

import static intandem.mcp.arguments.Argument.Presence.OPTIONAL;
import static intandem.mcp.arguments.Argument.text;

import intandem.domain.tandem.Ask.Moment;
import intandem.mcp.arguments.Arguments;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Claude Code's hooks of type {@code mcp_tool} call; the model never sees the tool. The answer
 * is the hook's output as Claude Code reads it, or nothing. It is never an error.
 */
final class HookTool {

  private static final int LONGEST_PROMPT = 1_000_000;
  private static final int LONGEST_WORD = 200;

  private final Setting setting;
  private final Replies replies;

  HookTool(Setting setting, Replies replies) {
    this.setting = setting;
    this.replies = replies;
  }

  Tool tool() {
    return new Tool(
        "intandem_hook",
        "For the host's hooks.",
        List.of(
            text("event", "The hook's event", LONGEST_WORD, OPTIONAL),
            text("prompt", "What the model was given to do", LONGEST_PROMPT, OPTIONAL),
            text("agent_id", "Which subagent it is about", LONGEST_WORD, OPTIONAL)),
        Set.of(Hint.HIDDEN, Hint.TOLERANT),
        (arguments, _) -> hook(arguments));
  }

  private ToolResult hook(Arguments arguments) throws InterruptedException {
    var event = given(arguments, "event").orElse("");
    var moment = moment(event, given(arguments, "prompt").orElse(""));
    var forSubagent = given(arguments, "agent_id").isPresent();
    return moment.isEmpty() || forSubagent
        ? ToolResult.of(HookOutput.NOTHING)
        : replies.toHook(event, moment.get());
  }

  /** A placeholder that the host did not fill in counts as not given. */
  private static Optional<String> given(Arguments arguments, String name) {
    return arguments.optionalText(name).filter(text -> !text.matches("\\$\\{\\w+}"));
  }

  private Optional<Moment> moment(String event, String prompt) {
    return switch (event) {
      case "UserPromptSubmit" -> Optional.of(new Moment.Prompted(prompt));
      case "PostToolBatch", "PostToolUse", "PostToolUseFailure", "PreToolUse" ->
          Optional.of(new Moment.Worked());
      case "Stop" -> Optional.of(new Moment.Stopping(setting.stopWait()));
      case "SessionStart" -> Optional.of(new Moment.Started());
      default -> Optional.empty();
    };
  }
}
