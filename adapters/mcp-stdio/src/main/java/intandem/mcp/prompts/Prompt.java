package intandem.mcp.prompts;

import intandem.mcp.arguments.Argument;
import intandem.mcp.arguments.Arguments;
import java.util.List;
import java.util.function.Function;

/**
 * A message that a user sends by a short command. The text is made of arguments that keep to the
 * table.
 */
public record Prompt(
    String name,
    String description,
    List<Argument.Text> arguments,
    Function<Arguments, String> text) {

  public Prompt {
    arguments = List.copyOf(arguments);
  }
}
