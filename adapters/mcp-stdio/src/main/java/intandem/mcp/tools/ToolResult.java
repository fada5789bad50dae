package intandem.mcp.tools;

/**
 * What the model is shown. Exactly one of the hooks runs, on the call's own thread: {@code
 * afterFlush} when the whole result was written and flushed, {@code afterLoss} when it never will
 * be, as the call was cancelled or the client is gone.
 */
public record ToolResult(String text, boolean isError, Runnable afterFlush, Runnable afterLoss) {

  public static ToolResult of(String text) {
    return new ToolResult(text, false, () -> {}, () -> {});
  }

  /** A refusal or failure: what was wrong, why, and the next useful step. */
  public static ToolResult error(String text) {
    return new ToolResult(text, true, () -> {}, () -> {});
  }

  /** The same result with these hooks. */
  public ToolResult settling(Runnable flushed, Runnable lost) {
    return new ToolResult(text, isError, flushed, lost);
  }
}
