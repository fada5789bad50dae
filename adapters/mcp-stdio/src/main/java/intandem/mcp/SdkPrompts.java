package intandem.mcp;

import intandem.mcp.arguments.Argument;
import intandem.mcp.arguments.Argument.Presence;
import intandem.mcp.arguments.Validation;
import intandem.mcp.prompts.Prompt;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncPromptSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Prompts in the SDK's terms. */
final class SdkPrompts {

  private SdkPrompts() {}

  static List<AsyncPromptSpecification> specifications(List<Prompt> prompts) {
    return prompts.stream().map(SdkPrompts::specification).toList();
  }

  private static AsyncPromptSpecification specification(Prompt prompt) {
    return new AsyncPromptSpecification(
        definition(prompt), (_, request) -> Mono.fromSupplier(() -> result(prompt, request)));
  }

  private static McpSchema.Prompt definition(Prompt prompt) {
    return McpSchema.Prompt.builder(prompt.name())
        .description(prompt.description())
        .arguments(prompt.arguments().stream().map(SdkPrompts::definition).toList())
        .build();
  }

  private static PromptArgument definition(Argument.Text argument) {
    return PromptArgument.builder(argument.name())
        .description(argument.description())
        .required(argument.presence() == Presence.REQUIRED)
        .build();
  }

  private static GetPromptResult result(Prompt prompt, GetPromptRequest request) {
    var given = Objects.requireNonNullElse(request.arguments(), Map.<String, Object>of());
    var text =
        switch (Validation.check(List.copyOf(prompt.arguments()), given)) {
          case Validation.Outcome.Valid(var arguments) -> prompt.text().apply(arguments);
          case Validation.Outcome.Faulty(var faults) -> throw faulty(prompt.name(), faults);
        };
    var message = PromptMessage.builder(Role.USER, TextContent.builder(text).build()).build();
    return GetPromptResult.builder(List.of(message)).description(prompt.description()).build();
  }

  private static McpError faulty(String prompt, List<String> faults) {
    return McpError.builder(ErrorCodes.INVALID_PARAMS)
        .message(prompt + ": " + String.join("; ", faults))
        .build();
  }
}
