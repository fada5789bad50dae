package intandem.mcp.tools;

import intandem.mcp.arguments.Arguments;
import intandem.mcp.arguments.Validation;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;

/** Calls a tool with what a client gave: a result whatever it gave and whatever the tool does. */
public final class Invocation {

  private static final System.Logger LOG = System.getLogger(Invocation.class.getName());
  private static final int MOST_FAULTS = 10;

  private Invocation() {}

  /** Runs it in the caller's thread, with what keeps to its table, or refuses with every fault. */
  public static ToolResult invoke(Tool tool, Map<String, ?> given, Call call) {
    var tolerant = tool.hints().contains(Hint.TOLERANT);
    var heeded = tolerant ? Validation.usable(tool.arguments(), given) : given;
    return switch (Validation.check(tool.arguments(), heeded)) {
      case Validation.Outcome.Valid(var arguments) -> run(tool, arguments, call);
      case Validation.Outcome.Faulty(var faults) -> refuse(tool, faults);
    };
  }

  private static ToolResult run(Tool tool, Arguments arguments, Call call) {
    try {
      return tool.handler().handle(arguments, call);
    } catch (InterruptedException e) {
      return ToolResult.error(
          tool.name() + " was interrupted; it may or may not have taken effect.");
    } catch (Throwable e) {
      LOG.log(Level.ERROR, tool.name() + " failed", e);
      return ToolResult.error(
          "%s failed on a fault of the server (%s); it may or may not have taken effect."
              .formatted(tool.name(), e.getClass().getSimpleName()));
    }
  }

  private static ToolResult refuse(Tool tool, List<String> faults) {
    var text = new StringBuilder(tool.name()).append(" was not run:");
    faults.stream().limit(MOST_FAULTS).forEach(fault -> text.append("\n- ").append(fault));
    if (faults.size() > MOST_FAULTS) {
      text.append("\n- and %d more".formatted(faults.size() - MOST_FAULTS));
    }
    return ToolResult.error(text.toString());
  }
}
