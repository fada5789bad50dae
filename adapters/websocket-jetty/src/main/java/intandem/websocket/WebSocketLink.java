package intandem.websocket;

import intandem.domain.port.Link;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
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
  private final AtomicBoolean untaken = new AtomicBoolean();

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
    Optional<String> whole = outcome.isDone() ? Optional.empty() : take(frame);
    untaken.set(whole.isPresent());
    whole.ifPresent(text -> deliveries.received(text, this::readOn));
    callback.succeeded();
    if (whole.isEmpty()) {
      session.demand();
    } else if (outcome.isDone()) {
      readOn();
    }
  }

  /** The message that this frame completes, if it completes one. */
  private Optional<String> take(Frame frame) {
    return switch (frame.getOpCode()) {
      case OpCode.TEXT, OpCode.CONTINUATION -> message.add(frame);
      case OpCode.BINARY -> throw new CloseException(CloseStatus.BAD_DATA, "text only");
      case OpCode.PING -> {
        write(new Frame(OpCode.PONG, true, copy(frame)));
        yield Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  /** Nothing is read while a message is not taken, not even pings: TCP holds up the other side. */
  private void readOn() {
    if (untaken.compareAndSet(true, false)) {
      if (gone.isDone()) {
        links.remove(this);
      } else {
        session.demand();
      }
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
    gone.complete(outcome.join());
    if (!untaken.get()) {
      links.remove(this);
    }
    deliveries.closed(outcome.join());
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

  /** Who is not read meanwhile is not silent. */
  private void beat() {
    if (outcome.isDone()) {
      return;
    }
    if (!untaken.get() && quietBeats.getAndIncrement() >= engine.timeouts().beatsOfSilence()) {
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
    readOn();
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
