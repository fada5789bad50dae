package intandem.mcp.tools;

import intandem.mcp.arguments.Argument;
import intandem.mcp.arguments.Arguments;
import java.util.List;
import java.util.Set;

/**
 * One line of the table from which definitions, validation and dispatch all come. The handler sees
 * only arguments that keep to the table.
 */
public record Tool(
    String name, String description, List<Argument> arguments, Set<Hint> hints, Handler handler) {

  /** Refuses a table with two arguments of one name. */
  public Tool {
    arguments = List.copyOf(arguments);
    hints = Set.copyOf(hints);
    if (arguments.stream().map(Argument::name).distinct().count() < arguments.size()) {
      throw new IllegalArgumentException(name + " has two arguments of one name");
    }
  }

  /** What the tool does. */
  @FunctionalInterface
  public interface Handler {

    /**
     * Runs on a thread of its own, which is interrupted when the client cancels or goes away;
     * whatever is thrown becomes an error result.
     */
    ToolResult handle(Arguments arguments, Call call) throws InterruptedException;
  }
}
