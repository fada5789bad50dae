package intandem.mcp.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An InTandem server in a process of its own, driven as a host would: over its streams. */
public final class ChildSession implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final McpSyncClient client;

  private ChildSession(McpSyncClient client) {
    this.client = client;
  }

  /** Starts the command with these variables added to the environment, and initializes it. */
  public static ChildSession start(List<String> command, Map<String, String> variables) {
    ServerParameters parameters =
        ServerParameters.builder(command.getFirst())
            .args(command.subList(1, command.size()))
            .env(variables)
            .build();
    StdioClientTransport transport =
        new StdioClientTransport(parameters, new JacksonMcpJsonMapper(new ObjectMapper()));
    McpSyncClient client =
        McpClient.sync(transport)
            .requestTimeout(PATIENCE)
            .initializationTimeout(PATIENCE)
            .jsonSchemaValidator((_, _) -> ValidationResponse.asValid("{}"))
            .build();
    client.initialize();
    return new ChildSession(client);
  }

  /** The names of the tools it offers. */
  public List<String> tools() {
    return client.listTools().tools().stream().map(tool -> tool.name()).toList();
  }

  /** Calls a tool and answers the text that a model would see. */
  public String call(String tool, Map<String, Object> arguments) {
    CallToolRequest request = CallToolRequest.builder(tool).arguments(arguments).build();
    return client.callTool(request).content().stream()
        .filter(TextContent.class::isInstance)
        .map(content -> ((TextContent) content).text())
        .collect(Collectors.joining("\n"));
  }

  /** Ends the process. */
  @Override
  public void close() {
    client.closeGracefully();
  }
}
