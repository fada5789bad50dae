import org.jspecify.annotations.NullMarked;

/** The tools, served to Claude Code as an MCP server over standard streams. */
@NullMarked
@SuppressWarnings("requires-automatic")
module intandem.mcp {
  requires static org.jspecify;
  requires transitive intandem.domain;
  requires com.fasterxml.jackson.databind;
  requires io.modelcontextprotocol.sdk.mcp.core;
  requires io.modelcontextprotocol.sdk.mcp.json.jackson2;
  requires reactor.core;

  exports intandem.mcp;
  exports intandem.mcp.arguments;
  exports intandem.mcp.client;
  exports intandem.mcp.prompts;
  exports intandem.mcp.resources;
  exports intandem.mcp.tools;
  exports intandem.mcp.waking;
}
