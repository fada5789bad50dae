package intandem.mcp;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import intandem.mcp.tools.Tool;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A client at the other end of two pipes. Every wait is bounded, and fails when it runs out. */
public final class TestHost implements AutoCloseable {

  public static final Limits PATIENT = new Limits(1 << 20, Duration.ofSeconds(20));
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PIPE_BYTES = 1 << 16;
  private static final int SECONDS = 20;

  private final PipedOutputStream toServer = new PipedOutputStream();
  private final PipedInputStream fromServer = new PipedInputStream(PIPE_BYTES);
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final CountDownLatch sawEnd = new CountDownLatch(1);
  private final CountDownLatch initialized = new CountDownLatch(1);
  private final McpFrontend frontend;
  private final Thread serving;
  private final Thread listening;

  public static TestHost start(Tool... tools) {
    return start(PATIENT, UnaryOperator.identity(), tools);
  }

  public static TestHost start(Offer offer) {
    try {
      return new TestHost(PATIENT, UnaryOperator.identity(), offer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static TestHost start(Limits limits, UnaryOperator<OutputStream> wrap, Tool... tools) {
    try {
      return new TestHost(limits, wrap, new Offer(List.of(tools), List.of(), List.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TestHost(Limits limits, UnaryOperator<OutputStream> wrap, Offer offer)
      throws IOException {
    var in = new Watched(new PipedInputStream(toServer, PIPE_BYTES), sawEnd);
    var out = wrap.apply(new PipedOutputStream(fromServer));
    var info = new ServerInfo("sample", "1.2.3", "Read me first.");
    frontend = new McpFrontend(in, out, info, offer, limits);
    serving = Thread.startVirtualThread(() -> serve(out));
    listening = Thread.startVirtualThread(this::listen);
  }

  private void serve(OutputStream out) {
    frontend.serve(initialized::countDown);
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen() {
    try (var reader =
        new BufferedReader(new InputStreamReader(fromServer, StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Shakes hands as Claude Code does, and swallows the answer. */
  public TestHost initialize() {
    request("init", "initialize", initializeParams());
    answerTo("init");
    line("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    return this;
  }

  public static Map<String, Object> initializeParams() {
    return Map.of(
        "protocolVersion",
        "2025-11-25",
        "capabilities",
        Map.of("roots", Map.of("listChanged", true)),
        "clientInfo",
        Map.of("name", "test", "version", "0"));
  }

  public McpFrontend frontend() {
    return frontend;
  }

  public void line(String line) {
    bytes((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  public void bytes(byte[] bytes) {
    try {
      toServer.write(bytes);
      toServer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void request(Object id, String method, Map<String, ?> params) {
    var message = new LinkedHashMap<String, Object>();
    message.put("jsonrpc", "2.0");
    message.put("id", id);
    message.put("method", method);
    message.put("params", params);
    line(write(message));
  }

  public void notify(String method, Map<String, ?> params) {
    line(write(Map.of("jsonrpc", "2.0", "method", method, "params", params)));
  }

  public void call(Object id, String tool, Map<String, ?> arguments) {
    request(id, "tools/call", Map.of("name", tool, "arguments", arguments));
  }

  /** The next message, which has to be the answer to this id. */
  public JsonNode answerTo(Object id) {
    var answer = next();
    if (!answer.path("id").asText().equals(id.toString())) {
      fail("not the answer to " + id + ": " + answer);
    }
    return answer;
  }

  public JsonNode next() {
    try {
      var line = lines.poll(SECONDS, TimeUnit.SECONDS);
      return line == null ? fail("the server said nothing") : read(line);
    } catch (InterruptedException e) {
      return fail(e);
    }
  }

  /** Ends the server's input; returns when the server has seen that. */
  public void endInput() {
    closeInput();
    await(sawEnd);
  }

  private void closeInput() {
    try {
      toServer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that was said from here to the end of serving, which has to come. */
  public List<JsonNode> rest() {
    awaitEnd();
    join(listening);
    var rest = new ArrayList<String>();
    lines.drainTo(rest);
    return rest.stream().map(TestHost::read).toList();
  }

  public void awaitEnd() {
    join(serving);
  }

  boolean heardInitialized() {
    return initialized.getCount() == 0;
  }

  public void awaitInitialized() {
    await(initialized);
  }

  public static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(SECONDS, TimeUnit.SECONDS), "waited in vain");
    } catch (InterruptedException e) {
      fail(e);
    }
  }

  private static void join(Thread thread) {
    try {
      assertTrue(thread.join(Duration.ofSeconds(SECONDS)), "did not end");
    } catch (InterruptedException e) {
      fail(e);
    }
  }

  public static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      return fail("not JSON: " + line, e);
    }
  }

  private static String write(Object message) {
    try {
      return JSON.writeValueAsString(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    frontend.close();
    closeInput();
  }

  private static final class Watched extends FilterInputStream {
    private final CountDownLatch sawEnd;

    Watched(InputStream in, CountDownLatch sawEnd) {
      super(in);
      this.sawEnd = sawEnd;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      var count = super.read(bytes, offset, length);
      if (count < 0) {
        sawEnd.countDown();
      }
      return count;
    }
  }
}
