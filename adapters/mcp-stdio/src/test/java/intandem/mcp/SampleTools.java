package intandem.mcp;

import static intandem.mcp.arguments.Argument.Presence.OPTIONAL;
import static intandem.mcp.arguments.Argument.Presence.REQUIRED;
import static intandem.mcp.arguments.Argument.text;

import intandem.mcp.arguments.Argument;
import intandem.mcp.tools.Hint;
import intandem.mcp.tools.Tool;
import intandem.mcp.tools.ToolResult;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Small tables to call in tests. */
public final class SampleTools {

  private SampleTools() {}

  public static Tool tool(String name, Tool.Handler handler) {
    return new Tool(name, "For tests.", List.of(), Set.of(), handler);
  }

  public static Tool echo() {
    return new Tool(
        "echo",
        "Says it again.",
        List.of(text("words", "What to say.", 100_000, REQUIRED)),
        Set.of(Hint.READ_ONLY, Hint.ALWAYS_LOAD),
        (arguments, _) -> ToolResult.of(arguments.text("words")));
  }

  /** One argument of every kind. */
  public static Tool everything(Tool.Handler handler) {
    return new Tool("everything", "All kinds.", everyKind(), Set.of(Hint.DESTRUCTIVE), handler);
  }

  public static List<Argument> everyKind() {
    return List.of(
        text("title", "A line.", 10, REQUIRED),
        new Argument.Text("note", "", 0, 5, OPTIONAL),
        new Argument.Choice("color", "", List.of("red", "green"), OPTIONAL),
        new Argument.Whole("count", "", 1, 9, OPTIONAL),
        new Argument.Flag("loud", "", OPTIONAL),
        new Argument.Texts("tags", "", 2, 3, OPTIONAL),
        new Argument.Objects(
            "items",
            "",
            3,
            List.of(text("name", "", 5, REQUIRED), new Argument.Whole("size", "", 0, 4, OPTIONAL)),
            OPTIONAL));
  }

  /** Lets {@code begun} fall, waits for {@code go}, and answers with the text. */
  public static Tool waiting(CountDownLatch begun, CountDownLatch go, String answer) {
    return tool(
        "wait",
        (_, _) -> {
          begun.countDown();
          go.await();
          return ToolResult.of(answer);
        });
  }

  /** Runs until it is interrupted; {@code begun} falls when it runs. */
  public static Tool endless(CountDownLatch begun, CountDownLatch interrupted) {
    return tool(
        "endless",
        (_, _) -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
            return ToolResult.of("never");
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
        });
  }
}
