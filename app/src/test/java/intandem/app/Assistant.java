package intandem.app;

import static org.junit.jupiter.api.Assertions.fail;

import intandem.app.channel.Deferred;
import intandem.app.command.Command;
import intandem.app.host.Doorbell;
import intandem.mcp.Limits;
import intandem.mcp.McpFrontend;
import intandem.mcp.Offer;
import intandem.mcp.ServerInfo;
import intandem.mcp.tools.Setting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A host that speaks to a whole InTandem server in this process, a call at a time. */
final class Assistant implements AutoCloseable {
  private static final int PIPE_BYTES = 1 << 18;

  private final PipedOutputStream toServer = new PipedOutputStream();
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Deferred tandem;
  private final McpFrontend server;
  private int calls;

  Assistant(Path home, String session) throws IOException {
    Map<String, String> environment =
        Map.of(
            "INTANDEM_HOME",
            home.toString(),
            "INTANDEM_TUNNEL",
            "off",
            "CLAUDE_CODE_SESSION_ID",
            session);
    Command.Shell shell = new Command.Shell(environment, home, System.out, System.err);
    PipedInputStream fromServer = new PipedInputStream(PIPE_BYTES);
    tandem = new Deferred(shell, new Doorbell(environment, () -> false, event -> {}));
    server =
        new McpFrontend(
            new PipedInputStream(toServer, PIPE_BYTES),
            new PipedOutputStream(fromServer),
            ServerInfo.of("0"),
            Offer.of(
                tandem, new Setting("proj", InstantSource.system(), new Random(), Duration.ZERO)),
            Limits.standard());
    Thread.ofVirtual().start(() -> server.serve(() -> {}));
    Thread.ofVirtual().start(() -> listen(fromServer));
    initialize();
  }

  /** An answer as it stands on the wire. */
  record Result(String line) {
    boolean isError() {
      return line.contains("\"isError\":true");
    }

    boolean says(String text) {
      return line.contains(text);
    }
  }

  private void listen(PipedInputStream fromServer) {
    try (var reader =
        new BufferedReader(new InputStreamReader(fromServer, StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines::add);
    } catch (UncheckedIOException | IOException e) {
      lines.add("the server's output ended: " + e);
    }
  }

  private void initialize() {
    ask(
        "initialize",
        """
        {"protocolVersion":"2025-11-25","capabilities":{},\
        "clientInfo":{"name":"test","version":"0"}}\
        """);
    say("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
  }

  /** Calls a tool with arguments written as JSON. */
  Result call(String tool, String arguments) {
    return ask("tools/call", "{\"name\":\"%s\",\"arguments\":%s}".formatted(tool, arguments));
  }

  private Result ask(String method, String params) {
    calls++;
    say(
        "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}"
            .formatted(calls, method, params));
    return new Result(next("\"id\":" + calls));
  }

  private void say(String line) {
    try {
      toServer.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      toServer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The answer with that mark; what the server says of its own accord is passed over. */
  private String next(String mark) {
    try {
      String line = lines.poll(30, TimeUnit.SECONDS);
      if (line == null) {
        return fail("the server said nothing");
      }
      return line.contains(mark) ? line : next(mark);
    } catch (InterruptedException e) {
      return fail(e);
    }
  }

  @Override
  public void close() {
    tandem.close();
    server.close();
  }
}
