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

/** One line of the client, sorted by what it asks of the server (JSON-RPC 2.0, sections 4 to 6). */
sealed interface Incoming {

  record Request(JSONRPCRequest message) implements Incoming {}

  record Notification(JSONRPCNotification message) implements Incoming {}

  record Response(JSONRPCResponse message) implements Incoming {}

  /** A response to nothing the server can have asked: answering it would start a loop. */
  record Unusable() implements Incoming {}

  /** To be answered with an error under this id. */
  record Refused(Object id, String reason) implements Incoming {}

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
      return fault(message)
          .<Incoming>map(reason -> new Refused(id, reason))
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
