package intandem.mcp.stdio;

import com.fasterxml.jackson.databind.node.NullNode;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpServerTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/** What the SDK's session and the transport itself say to the client, as lines. */
final class Output implements McpServerTransport {

  /** An error under a null id, which the SDK's own response type cannot hold. */
  private record Anonymous(String jsonrpc, NullNode id, JSONRPCError error) {}

  private final McpJsonMapper json;
  private final LineWriter writer;
  private final Calls calls;
  private volatile boolean negotiated;

  Output(McpJsonMapper json, LineWriter writer, Calls calls) {
    this.json = json;
    this.writer = writer;
    this.calls = calls;
  }

  /** Whether an {@code initialize} has been answered with a result. */
  boolean negotiated() {
    return negotiated;
  }

  /** A response is flushed when this completes; anything else is queued, and never waited for. */
  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    return Mono.deferContextual(
        context -> {
          if (message instanceof JSONRPCResponse response) {
            answer(InFlight.of(context), response);
          } else {
            var _ = write(message);
          }
          return Mono.empty();
        });
  }

  /** Writes and flushes the response, unless the request has one or is cancelled. */
  void answer(InFlight call, JSONRPCResponse response) {
    var line = encode(response);
    if (call.claimAnswer()) {
      calls.release(call);
      writer.write(line).join();
      call.flushed();
      negotiated |= response.result() instanceof InitializeResult;
    }
  }

  /** Answers a request that was never begun. */
  void refuse(Object id, int code, String reason) {
    write(error(id, code, reason)).join();
  }

  /** Answers what has no id. */
  void refuse(int code, String reason) {
    write(new Anonymous("2.0", NullNode.getInstance(), new JSONRPCError(code, reason))).join();
  }

  static JSONRPCResponse error(Object id, int code, String reason) {
    return JSONRPCResponse.error(id, new JSONRPCError(code, reason));
  }

  private CompletableFuture<Void> write(Object message) {
    return writer.write(encode(message));
  }

  private String encode(Object message) {
    try {
      return json.writeValueAsString(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return json.convertValue(data, type);
  }

  /** Nothing to do: the transport ends with its input. */
  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }
}
