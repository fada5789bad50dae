package intandem.mcp;

import intandem.mcp.stdio.StdioTransport;
import intandem.mcp.tools.Tool;
import intandem.mcp.waking.ChannelEvent;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * The MCP server a host starts and speaks to over two streams, on the MCP Java SDK: protocol
 * versions up to 2025-11-25, tools, resources, prompts, and Claude Code's channel notifications.
 */
public final class McpFrontend {

  private static final String CHANNEL = "claude/channel";

  private final StdioTransport transport;

  /** Nothing is read or written before {@link #serve}; the streams stay the caller's to close. */
  public McpFrontend(
      InputStream in, OutputStream out, ServerInfo info, Offer offer, Limits limits) {
    transport = new StdioTransport(in, out, limits.maxLineBytes(), limits.patience());
    McpServer.async(transport)
        .jsonMapper(transport.json())
        .serverInfo(info.name(), info.version())
        .instructions(info.instructions())
        .capabilities(capabilities())
        .tools(SdkTools.specifications(offer.tools()))
        .addToolFilter(SdkTools.listed(offer.tools()))
        .resources(SdkResources.specifications(offer.resources()))
        .prompts(SdkPrompts.specifications(offer.prompts()))
        .validateToolInputs(false)
        .jsonSchemaValidator(unused())
        .build();
  }

  private static ServerCapabilities capabilities() {
    return ServerCapabilities.builder()
        .tools(false)
        .resources(false, false)
        .prompts(false)
        .experimental(Map.of(CHANNEL, Map.of()))
        .build();
  }

  /** The SDK asks for a validator even where it has nothing to validate: ours is {@link Tool}. */
  private static JsonSchemaValidator unused() {
    return (_, _) -> JsonSchemaValidator.ValidationResponse.asValid("{}");
  }

  /**
   * Answers until the input ends or {@link #close} is called; on return no call runs on, except one
   * that ignored its interrupt. Runs {@code onInitialized} once, when the client says so.
   */
  public void serve(Runnable onInitialized) {
    transport.serve(onInitialized);
  }

  /** Queues an event behind what is being written; to be called after {@code onInitialized} ran. */
  public void push(ChannelEvent event) {
    var params = Map.of("content", event.content(), "meta", event.meta());
    transport.notifyClients("notifications/" + CHANNEL, params).subscribe();
  }

  /** Takes no more requests and interrupts those that run, without waiting for anything. */
  public void close() {
    transport.close();
  }
}
