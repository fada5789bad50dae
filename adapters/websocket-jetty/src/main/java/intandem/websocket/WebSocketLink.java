package intandem.websocket;

import intandem.domain.port.Link;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.exception.CloseException;
import org.eclipse.jetty.websocket.core.exception.ProtocolException;
import org.eclipse.jetty.websocket.core.exception.WebSocketException;

/** A WebSocket connection as a link; the same at both ends. */
final class WebSocketLink implements Link, FrameHandler {
  private static final System.Logger LOG = System.getLogger(WebSocketLink.class.getName());

  private final Engine engine;
  private final Links links;
  private final Supplier<Deliveries> arrival;
  private final TextMessage message = new TextMessage();
  private final Backlog backlog = new Backlog();
  private final CompletableFuture<Ending> outcome = new CompletableFuture<>();
  private final CompletableFuture<Ending> gone = new CompletableFuture<>();
  private final AtomicInteger quietBeats = new AtomicInteger();

  @SuppressWarnings("NullAway.Init") // onOpen comes before everything else
  private CoreSession session;

  @SuppressWarnings("NullAway.Init") // onOpen comes before everything else
  private Deliveries deliveries;

  WebSocketLink(Engine engine, Links links, Supplier<Deliveries> arrival) {
    this.engine = engine;
    this.links = links;
    this.arrival = arrival;
  }

  @Override
  public void send(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > Limits.MESSAGE_BYTES) {
      end(Ending.TOO_LARGE, CloseStatus.MESSAGE_TOO_LARGE);
    } else {
      write(new Frame(OpCode.TEXT, true, ByteBuffer.wrap(bytes)));
    }
  }

  @Override
  public void close() {
    end(Ending.CLOSED, CloseStatus.NORMAL);
  }

  /** Done when the connection is down. */
  CompletableFuture<Ending> gone() {
    return gone;
  }

  @Override
  public void onOpen(CoreSession opened, Callback callback) {
    session = opened;
    Limits.apply(session);
    deliveries = arrival.get();
    if (!Limits.SUBPROTOCOL.equals(opened.getNegotiatedSubProtocol())) {
      outcome.complete(Ending.NOT_A_HUB);
      callback.failed(new ProtocolException("no subprotocol"));
      return;
    }
    links.add(this);
    if (!deliveries.opened(this)) {
      abort(Ending.CLOSED);
    }
    callback.succeeded();
    session.demand();
    beat();
  }

  @Override
  public void onFrame(Frame frame, Callback callback) {
    quietBeats.set(0);
    if (!outcome.isDone()) {
      take(frame);
    }
    callback.succeeded();
    session.demand();
  }

  private void take(Frame frame) {
    switch (frame.getOpCode()) {
      case OpCode.TEXT, OpCode.CONTINUATION -> message.add(frame).ifPresent(deliveries::received);
      case OpCode.PING -> write(new Frame(OpCode.PONG, true, copy(frame)));
      case OpCode.BINARY -> throw new CloseException(CloseStatus.BAD_DATA, "text only");
      default -> {}
    }
  }

  @Override
  public void onError(Throwable cause, Callback callback) {
    boolean ours = cause instanceof RuntimeException && !(cause instanceof WebSocketException);
    if (ours || cause instanceof Error) {
      LOG.log(System.Logger.Level.ERROR, "a link failed", cause);
    }
    callback.succeeded();
  }

  @Override
  public void onClosed(CloseStatus status, Callback callback) {
    outcome.complete(Endings.of(status));
    links.remove(this);
    deliveries.closed(outcome.join());
    gone.complete(outcome.join());
    callback.succeeded();
  }

  private void write(Frame frame) {
    if (outcome.isDone()) {
      return;
    }
    int size = frame.getPayloadLength();
    if (backlog.admit(size)) {
      Runnable written = () -> backlog.release(size);
      session.sendFrame(frame, Callback.from(written, failure -> written.run()), false);
    } else {
      abort(Ending.BROKEN);
    }
  }

  private void beat() {
    if (outcome.isDone()) {
      return;
    }
    if (quietBeats.getAndIncrement() >= engine.timeouts().beatsOfSilence()) {
      abort(Ending.UNREACHABLE);
    } else {
      write(new Frame(OpCode.PING));
      engine.after(engine.timeouts().ping(), this::beat);
    }
  }

  private void end(Ending ending, int code) {
    if (outcome.complete(ending)) {
      session.close(code, "", Callback.NOOP);
      engine.after(engine.timeouts().handshake(), session::abort);
    }
  }

  private void abort(Ending ending) {
    if (outcome.complete(ending)) {
      session.abort();
    }
  }

  private static ByteBuffer copy(Frame frame) {
    byte[] payload = new byte[frame.getPayloadLength()];
    if (frame.hasPayload()) {
      frame.getPayload().get(payload);
    }
    return ByteBuffer.wrap(payload);
  }
}
