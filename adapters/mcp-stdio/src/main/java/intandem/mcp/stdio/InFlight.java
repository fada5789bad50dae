package intandem.mcp.stdio;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * One request from its arrival to its end. It gets at most one answer, none once it is cancelled,
 * and exactly one of its two hooks runs. Travels with the request in the SDK's transport context.
 */
public final class InFlight {

  private static final String KEY = "intandem.in-flight";

  private enum Fate {
    OPEN,
    CANCELLED,
    ANSWERED,
    FLUSHED
  }

  private final Object id;
  private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.OPEN);
  private volatile Runnable afterFlush = () -> {};
  private volatile Runnable afterLoss = () -> {};

  InFlight(Object id) {
    this.id = id;
  }

  /** The request a handler was called for. */
  public static InFlight of(McpAsyncServerExchange exchange) {
    return (InFlight) exchange.transportContext().get(KEY);
  }

  static InFlight of(ContextView context) {
    return (InFlight) context.<McpTransportContext>get(McpTransportContext.KEY).get(KEY);
  }

  Context context() {
    return Context.of(McpTransportContext.KEY, McpTransportContext.create(Map.of(KEY, this)));
  }

  /**
   * Says what to run once the answer was written and flushed, or else once it is certain that it
   * never will be. Runs on the request's own thread.
   */
  public void whenSettled(Runnable flushed, Runnable lost) {
    afterFlush = flushed;
    afterLoss = lost;
  }

  Object id() {
    return id;
  }

  /** Takes the right to answer: true for the first taker only, and never once cancelled. */
  boolean claimAnswer() {
    return fate.compareAndSet(Fate.OPEN, Fate.ANSWERED);
  }

  /** Forbids any answer; false if one was claimed before. */
  boolean cancel() {
    return fate.compareAndSet(Fate.OPEN, Fate.CANCELLED);
  }

  void flushed() {
    fate.set(Fate.FLUSHED);
  }

  /** Runs the hook that fits; called once, when nothing more can happen to the answer. */
  void settle() {
    (fate.get() == Fate.FLUSHED ? afterFlush : afterLoss).run();
  }
}
