package intandem.mcp.tools;

/** What the host is told of a tool beside its schema (MCP 2025-11-25, ToolAnnotations; _meta). */
public enum Hint {
  /** Changes nothing: the host may run such calls side by side. */
  READ_ONLY,
  /** May undo or remove what others rely on. */
  DESTRUCTIVE,
  /** Calling it again with the same arguments changes nothing more. */
  IDEMPOTENT,
  /** Its schema stands in the model's context from the start; costs tokens in every session. */
  ALWAYS_LOAD,
  /** The host asks its user before each call. */
  ASKS_USER,
  /** Can be called, for instance by a hook, but is not listed to the model. */
  HIDDEN,
  /** Uses what it can of the arguments and overlooks the rest, instead of refusing the call. */
  TOLERANT,
  /** Its results may be long: the host keeps them in the context all the same. */
  LONG
}
