package intandem.mcp.stdio;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One line of the client, sorted by what it asks of the server (JSON-RPC 2.0, sections 4 to 6). */
sealed interface Incoming {

  /** What says nothing without parameters. */
  Set<String> ABOUT_SOMETHING = Set.of("tools/call", "prompts/get", "resources/read");

  record Request(JSONRPCRequest message) implements Incoming {}

  record Notification(JSONRPCNotification message) implements Incoming {}

  record Response(JSONRPCResponse message) implements Incoming {}

  /** A response to nothing the server can have asked: answering it would start a loop. */
  record Unusable() implements Incoming {}

  /** To be answered with an error under this id. */
  record Refused(Object id, int code, String reason) implements Incoming {}

  /** To be answered with an error under no id, since none could be made out. */
  record Malformed(int code, String reason) implements Incoming {}

  /** Sorts any text whatever; throws for none. */
  static Incoming parse(McpJsonMapper json, String line) {
    Object value;
    try {
      value = json.readValue(line, Object.class);
    } catch (IOException e) {
      return new Malformed(ErrorCodes.PARSE_ERROR, "Parse error: the line is not one JSON value");
    }
    return switch (value) {
      case Map<?, ?> message -> sort(json, message);
      case List<?> _ -> invalid("Batches are not accepted: send each message on its own line");
      case null, default -> invalid("Not a JSON-RPC message");
    };
  }

  private static Incoming sort(McpJsonMapper json, Map<?, ?> message) {
    if (!message.containsKey("method")) {
      return message.containsKey("result") || message.containsKey("error")
          ? response(json, message)
          : invalid("Not a JSON-RPC message");
    }
    if (!message.containsKey("id")) {
      return fault(message).map(Incoming::invalid).orElseGet(() -> notification(message));
    }
    var id = message.get("id");
    if (id instanceof String || id instanceof Integer || id instanceof Long) {
      return refused(id, ErrorCodes.INVALID_REQUEST, fault(message))
          .or(() -> refused(id, ErrorCodes.INVALID_PARAMS, unusable(message)))
          .orElseGet(() -> request(id, message));
    }
    return invalid("The id of a request is a string or a whole number");
  }

  private static Optional<String> fault(Map<?, ?> message) {
    if (!"2.0".equals(message.get("jsonrpc"))) {
      return Optional.of("jsonrpc has to be the string 2.0");
    }
    if (!(message.get("method") instanceof String)) {
      return Optional.of("method has to be a string");
    }
    return switch (message.get("params")) {
      case null -> Optional.empty();
      case Map<?, ?> _ -> Optional.empty();
      default -> Optional.of("params has to be an object");
    };
  }

  private static Optional<Incoming> refused(Object id, int code, Optional<String> fault) {
    return fault.map(reason -> new Refused(id, code, reason));
  }

  /** What the SDK would answer with a failure of its own (MCP 2025-11-25, schema). */
  private static Optional<String> unusable(Map<?, ?> message) {
    if (message.get("params") instanceof Map<?, ?> params) {
      return Stream.of("arguments", "_meta")
          .filter(key -> params.get(key) != null && !(params.get(key) instanceof Map))
          .findFirst()
          .map(key -> "params.%s has to be an object: each value under its name".formatted(key));
    }
    return Optional.ofNullable(message.get("method"))
        .filter(ABOUT_SOMETHING::contains)
        .map("%s needs params, an object"::formatted);
  }

  private static Incoming request(Object id, Map<?, ?> message) {
    return new Request(
        new JSONRPCRequest((String) message.get("method"), id, message.get("params")));
  }

  private static Incoming notification(Map<?, ?> message) {
    return new Notification(
        new JSONRPCNotification((String) message.get("method"), message.get("params")));
  }

  private static Incoming response(McpJsonMapper json, Map<?, ?> message) {
    try {
      return new Response(json.convertValue(message, JSONRPCResponse.class));
    } catch (IllegalArgumentException e) {
      return new Unusable();
    }
  }

  private static Incoming invalid(String reason) {
    return new Malformed(ErrorCodes.INVALID_REQUEST, reason);
  }
}
