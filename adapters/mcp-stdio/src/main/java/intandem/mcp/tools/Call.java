package intandem.mcp.tools;

/** What the host says of a call beside its arguments. */
public sealed interface Call {

  /** Claude Code's {@code claudecode/toolUseId}: the same for a call that is sent again. */
  record Identified(String toolUseId) implements Call {}

  /** The host named no call. */
  record Anonymous() implements Call {}
}
