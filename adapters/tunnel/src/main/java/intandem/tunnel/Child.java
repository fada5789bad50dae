package intandem.tunnel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A program that runs no longer than this process, even one that is killed: a guard, a shell with a
 * fixed script, waits for the end of its input and then ends the program. The program's own input
 * is the same: silent and open.
 */
final class Child implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Child.class.getName());
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);
  private static final int LINE_CHARS = 4_096;
  private static final String GUARD =
      """
      exec 3<&0
      "$@" <&3 3<&- &
      child=$!
      (
        while read -r line; do :; done
        kill "$child"
        sleep 1
        kill -KILL "$child"
      ) <&3 >/dev/null 2>&1 &
      guard=$!
      exec 3<&-
      wait "$child"
      status=$?
      kill "$guard"
      exit "$status"
      """;

  private final Process process;

  private Child(Process process) {
    this.process = process;
  }

  /** Who hears of a child; calls come one at a time. */
  interface Listener {
    /** It printed a line, to either stream, without control characters. */
    void said(String line);

    /** It ended, or could not be started. */
    void ended();
  }

  /** Starts the program with nothing but that environment. */
  static Child start(List<String> command, Map<String, String> environment, Listener listener)
      throws IOException {
    List<String> guarded =
        Stream.concat(Stream.of("/bin/sh", "-c", GUARD, "guard"), command.stream()).toList();
    ProcessBuilder builder = new ProcessBuilder(guarded).redirectErrorStream(true);
    builder.directory(Path.of("/").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Child child = new Child(builder.start());
    Thread.ofVirtual().name("intandem-tunnel").start(() -> child.listen(listener));
    return child;
  }

  private void listen(Listener listener) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines(reader, listener::said);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a program's output broke off", e);
    }
    listener.ended();
  }

  /** Lines end at LF or CR, and at a length where nobody would have wanted to read on. */
  private static void lines(Reader reader, Consumer<String> said) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = reader.read(); next >= 0; next = reader.read()) {
      if (next == '\n' || next == '\r' || line.length() == LINE_CHARS) {
        flush(line, said);
      } else if (!Character.isISOControl(next)) {
        line.append((char) next);
      }
    }
    flush(line, said);
  }

  private static void flush(StringBuilder line, Consumer<String> said) {
    if (!line.isEmpty()) {
      said.accept(line.toString());
      line.setLength(0);
    }
  }

  /** Has the guard end the program, and does not wait for it. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a program's input was closed already", e);
    }
    Thread.ofVirtual().start(this::finish);
  }

  private void finish() {
    try {
      if (!process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
