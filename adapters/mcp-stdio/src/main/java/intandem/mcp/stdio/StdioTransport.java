package intandem.mcp.stdio;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/**
 * The MCP stdio transport (specification 2025-11-25, Transports, stdio) for one client: one
 * JSON-RPC message a line. Unlike the SDK's own it survives every line that is no message.
 */
public final class StdioTransport implements McpServerTransportProvider {

  private static final System.Logger LOG = System.getLogger(StdioTransport.class.getName());

  private final McpJsonMapper json =
      new JacksonMcpJsonMapper(
          JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build());
  private final Calls calls = new Calls();
  private final CompletableFuture<McpServerSession> session = new CompletableFuture<>();
  private final LineReader reader;
  private final LineWriter writer;
  private final Output output;
  private final int maxLineBytes;
  private final Duration patience;
  private volatile boolean closed;

  /**
   * The streams stay the caller's to close. {@code patience} is how long, after the input has
   * ended, running requests may go on, and how long, once interrupted, they may take to stop.
   */
  public StdioTransport(InputStream in, OutputStream out, int maxLineBytes, Duration patience) {
    this.reader = new LineReader(in, maxLineBytes);
    this.writer = new LineWriter(out);
    this.output = new Output(json, writer, calls);
    this.maxLineBytes = maxLineBytes;
    this.patience = patience;
  }

  /** The mapper that reads and writes the messages. */
  public McpJsonMapper json() {
    return json;
  }

  @Override
  public void setSessionFactory(McpServerSession.Factory factory) {
    session.complete(factory.create(output));
  }

  /**
   * Reads and handles messages until the input ends or {@link #close} is called; then the running
   * requests have ended or been given up. The client's {@code initialized} runs the argument once.
   *
   * @throws IllegalStateException if no server was built on this transport
   */
  public void serve(Runnable onInitialized) {
    var conversation = new Conversation(session.resultNow(), calls, output, onInitialized);
    try {
      for (var line = reader.read(); !closed && !(line instanceof Line.End); line = reader.read()) {
        handle(line, conversation);
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the input broke off", e);
    } finally {
      calls.end(patience);
      writer.close(patience);
    }
  }

  /** Nothing that comes of a single line, not even an Error, may stop the reading. */
  private void handle(Line line, Conversation conversation) {
    try {
      switch (line) {
        case Line.Text(var text) -> conversation.accept(Incoming.parse(json, text));
        case Line.Garbled() -> output.refuse(ErrorCodes.PARSE_ERROR, "A line is UTF-8 text");
        case Line.TooLong() ->
            output.refuse(
                ErrorCodes.INVALID_REQUEST, "A line has at most " + maxLineBytes + " bytes");
        case Line.Blank(), Line.End() -> {}
      }
    } catch (Throwable e) {
      LOG.log(Level.WARNING, "a line could not be handled", e);
    }
  }

  /** Queues a notification of any method; completes without waiting for the flush. */
  @Override
  public Mono<Void> notifyClients(String method, Object params) {
    return session.resultNow().sendNotification(method, params);
  }

  /** Handles no further line and interrupts the running requests. */
  @Override
  public void close() {
    closed = true;
    calls.interrupt();
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.fromRunnable(this::close);
  }
}
