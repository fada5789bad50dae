package intandem.mcp.stdio;

import static io.modelcontextprotocol.spec.McpSchema.METHOD_NOTIFICATION_INITIALIZED;
import static io.modelcontextprotocol.spec.McpSchema.METHOD_PING;

import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerSession;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;

/**
 * Leads the SDK's session through one client's messages. All but the handling of requests happens
 * on the reading thread; nothing a message says or a handler does ends the conversation.
 */
final class Conversation {

  private static final System.Logger LOG = System.getLogger(Conversation.class.getName());

  private final McpServerSession session;
  private final Calls calls;
  private final Output output;
  private final Runnable onInitialized;
  private boolean announced;

  Conversation(McpServerSession session, Calls calls, Output output, Runnable onInitialized) {
    this.session = session;
    this.calls = calls;
    this.output = output;
    this.onInitialized = onInitialized;
  }

  void accept(Incoming incoming) {
    switch (incoming) {
      case Incoming.Request(var request) -> begin(request);
      case Incoming.Notification(var notification) -> hear(notification);
      case Incoming.Response(var response) -> pass(response);
      case Incoming.Refused(var id, var code, var reason) -> output.refuse(id, code, reason);
      case Incoming.Malformed(var code, var reason) -> output.refuse(code, reason);
      case Incoming.Unusable() -> LOG.log(Level.DEBUG, "skipped an unusable response");
    }
  }

  private void begin(JSONRPCRequest request) {
    var call = new InFlight(request.id());
    if (!output.negotiated()) {
      handleEarly(call, request);
    } else if (!calls.start(call, () -> handle(call, request))) {
      output.refuse(
          request.id(),
          ErrorCodes.INVALID_REQUEST,
          "A request with this id is still being handled");
    }
  }

  /**
   * Until {@code initialize} is answered the session keeps most requests waiting. Those that it
   * answers at once are handled here and now, the others are refused.
   */
  private void handleEarly(InFlight call, JSONRPCRequest request) {
    try {
      session.handle(request).contextWrite(call.context()).toFuture().cancel(true);
    } finally {
      output.answer(call, tooEarly(request));
    }
    if (output.negotiated()) {
      pass(new JSONRPCNotification(METHOD_NOTIFICATION_INITIALIZED));
    }
  }

  private static JSONRPCResponse tooEarly(JSONRPCRequest request) {
    return METHOD_PING.equals(request.method())
        ? JSONRPCResponse.result(request.id(), Map.of())
        : Output.error(request.id(), ErrorCodes.INVALID_REQUEST, "Send initialize first");
  }

  private void handle(InFlight call, JSONRPCRequest request) {
    try {
      session.handle(request).contextWrite(call.context()).toFuture().join();
    } catch (Throwable e) {
      log(e);
    }
    try {
      output.answer(
          call, Output.error(request.id(), ErrorCodes.INTERNAL_ERROR, "The request failed"));
    } finally {
      call.settle();
    }
  }

  private void hear(JSONRPCNotification notification) {
    switch (notification.method()) {
      case "notifications/cancelled" -> cancel(notification);
      case METHOD_NOTIFICATION_INITIALIZED -> announce();
      default -> pass(notification);
    }
  }

  private void cancel(JSONRPCNotification notification) {
    if (notification.params() instanceof Map<?, ?> params) {
      Optional.ofNullable(params.get("requestId")).ifPresent(calls::cancel);
    }
  }

  private void announce() {
    if (output.negotiated() && !announced) {
      announced = true;
      calls.run(onInitialized);
    }
  }

  private void pass(JSONRPCMessage message) {
    session.handle(message).doOnError(this::log).onErrorComplete().subscribe();
  }

  private void log(Throwable e) {
    LOG.log(Level.WARNING, "a message could not be handled", e);
  }
}
