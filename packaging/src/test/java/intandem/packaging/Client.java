package intandem.packaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The host's side of one process of the bundle, which it starts as Claude Code does. Any thread may
 * call.
 */
final class Client implements AutoCloseable {
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

  private final Process process;
  private final Writer toServer;
  private final Map<Integer, Result> answers = new HashMap<>();
  private int calls;
  private boolean ended;
  private int last;

  Client(Bundle bundle, Path project, String session) throws IOException {
    this(bundle, project, session, ProcessBuilder.Redirect.DISCARD);
  }

  /** With somewhere to put what the process writes to its error output. */
  Client(Bundle bundle, Path project, String session, ProcessBuilder.Redirect errors)
      throws IOException {
    this(List.of(bundle.launcher().toString(), "channel"), project, session, errors);
  }

  /** Of a program that is started in another way. */
  Client(List<String> command, Path project, String session, ProcessBuilder.Redirect errors)
      throws IOException {
    var builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("INTANDEM_HOME", project.resolve("home").toString());
    builder.environment().put("INTANDEM_RATE_LIMIT", "99999");
    builder.environment().put("INTANDEM_TUNNEL", "off");
    builder.environment().put("CLAUDE_CODE_SESSION_ID", session);
    builder.redirectError(errors);
    process = builder.directory(project.toFile()).start();
    toServer = process.outputWriter(StandardCharsets.UTF_8);
    Thread.ofPlatform().name(session + " reader").daemon().start(this::read);
    ask(
        "initialize",
        """
        {"protocolVersion":"2025-11-25","capabilities":{},\
        "clientInfo":{"name":"test","version":"0"}}\
        """);
    say("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
  }

  /** An answer as it stands on the wire: one line of JSON. */
  record Result(String line) {
    boolean isError() {
      return line.contains("\"isError\":true");
    }

    boolean says(String text) {
      return line.contains(text);
    }

    /** What the tool says, as a model reads it. */
    String text() throws IOException {
      return new ObjectMapper().readTree(line).at("/result/content/0/text").asText();
    }

    /** All ids of tasks in it, in order. */
    List<String> tasks() {
      return all("T-[0-9a-f]{6}");
    }

    List<String> all(String pattern) {
      return Pattern.compile(pattern).matcher(line).results().map(MatchResult::group).toList();
    }
  }

  /** Calls a tool with arguments written as JSON. */
  Result call(String tool, String arguments) throws IOException {
    return answer(start(tool, arguments));
  }

  /** Calls a tool and does not wait for what comes of it. */
  int start(String tool, String arguments) throws IOException {
    return send("tools/call", "{\"name\":\"%s\",\"arguments\":%s}".formatted(tool, arguments));
  }

  /** Calls a tool, and closes the process's output as soon as that answer is read. */
  Result lastCall(String tool, String arguments) throws IOException {
    synchronized (this) {
      last = calls + 1;
    }
    return call(tool, arguments);
  }

  Result ask(String method, String params) throws IOException {
    return answer(send(method, params));
  }

  private synchronized int send(String method, String params) throws IOException {
    calls++;
    say(
        "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}"
            .formatted(calls, method, params));
    return calls;
  }

  private void say(String line) throws IOException {
    toServer.write(line + "\n");
    toServer.flush();
  }

  private void read() {
    try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
      var _ = reader.lines().anyMatch(this::take);
      end();
    } catch (IOException | UncheckedIOException killed) {
      end();
    }
  }

  /** Whether that was the last line to read. */
  private synchronized boolean take(String line) {
    var id = ID.matcher(line);
    if (!id.find()) {
      return false;
    }
    int call = Integer.parseInt(id.group(1));
    answers.put(call, new Result(line));
    notifyAll();
    return call == last;
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** What came of the call of that number. */
  synchronized Result answer(int call) throws IOException {
    while (!answers.containsKey(call)) {
      if (ended) {
        throw new IOException("the process ended");
      }
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while waiting for an answer");
      }
    }
    return answers.remove(call);
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Ends the process as a crash would: it gets to do nothing more. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** With what the process ended, if it did within that time. */
  OptionalInt exitCode(Duration patience) throws InterruptedException {
    return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
        ? OptionalInt.of(process.exitValue())
        : OptionalInt.empty();
  }

  /** The process itself. */
  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Lets the process see the end of its input. */
  void hangUp() throws IOException {
    toServer.close();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
