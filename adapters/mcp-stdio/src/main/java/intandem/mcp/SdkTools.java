package intandem.mcp;

import intandem.mcp.arguments.Schemas;
import intandem.mcp.stdio.InFlight;
import intandem.mcp.tools.Call;
import intandem.mcp.tools.Hint;
import intandem.mcp.tools.Invocation;
import intandem.mcp.tools.Tool;
import io.modelcontextprotocol.server.McpAsyncListFilter;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** The table of tools in the SDK's terms. */
final class SdkTools {

  private static final String TOOL_USE_ID = "claudecode/toolUseId";
  private static final int MOST_CHARS = 400_000;

  private SdkTools() {}

  static List<AsyncToolSpecification> specifications(List<Tool> tools) {
    return tools.stream().map(SdkTools::specification).toList();
  }

  /** Lists all tools but the hidden ones. */
  static McpAsyncListFilter<McpSchema.Tool> listed(List<Tool> tools) {
    var hidden =
        tools.stream()
            .filter(tool -> tool.hints().contains(Hint.HIDDEN))
            .map(Tool::name)
            .collect(Collectors.toSet());
    return (_, tool) -> Mono.just(!hidden.contains(tool.name()));
  }

  private static AsyncToolSpecification specification(Tool tool) {
    return AsyncToolSpecification.builder()
        .tool(definition(tool))
        .callHandler((exchange, request) -> Mono.fromSupplier(() -> call(tool, exchange, request)))
        .build();
  }

  private static McpSchema.Tool definition(Tool tool) {
    return McpSchema.Tool.builder(tool.name(), Schemas.object(tool.arguments()))
        .description(tool.description())
        .annotations(annotations(tool.hints()))
        .meta(meta(tool.hints()))
        .build();
  }

  private static ToolAnnotations annotations(Set<Hint> hints) {
    return ToolAnnotations.builder()
        .readOnlyHint(hints.contains(Hint.READ_ONLY))
        .destructiveHint(hints.contains(Hint.DESTRUCTIVE))
        .idempotentHint(hints.contains(Hint.IDEMPOTENT))
        .openWorldHint(false)
        .build();
  }

  private static Map<String, Object> meta(Set<Hint> hints) {
    var meta = new LinkedHashMap<String, Object>();
    if (hints.contains(Hint.ALWAYS_LOAD)) {
      meta.put("anthropic/alwaysLoad", true);
    }
    if (hints.contains(Hint.ASKS_USER)) {
      meta.put("anthropic/requiresUserInteraction", true);
    }
    if (hints.contains(Hint.LONG)) {
      meta.put("anthropic/maxResultSizeChars", MOST_CHARS);
    }
    return meta;
  }

  private static CallToolResult call(
      Tool tool, McpAsyncServerExchange exchange, CallToolRequest request) {
    var given = Objects.requireNonNullElse(request.arguments(), Map.<String, Object>of());
    var result = Invocation.invoke(tool, given, callOf(request));
    InFlight.of(exchange).whenSettled(result.afterFlush(), result.afterLoss());
    return CallToolResult.builder().addTextContent(result.text()).isError(result.isError()).build();
  }

  private static Call callOf(CallToolRequest request) {
    var meta = Objects.requireNonNullElse(request.meta(), Map.<String, Object>of());
    return meta.get(TOOL_USE_ID) instanceof String id && !id.isBlank()
        ? new Call.Identified(id)
        : new Call.Anonymous();
  }
}
