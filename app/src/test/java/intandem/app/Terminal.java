package intandem.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a command in a directory and keeps what it prints. HOME is that directory too. */
final class Terminal {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Command.Shell shell;

  Terminal(Path directory) {
    this(directory, Map.of("HOME", directory.toString()));
  }

  Terminal(Path directory, Map<String, String> environment) {
    this.shell = new Command.Shell(environment, directory, stream(out), stream(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  int run(Command command, String... arguments) throws Exception {
    return command.run(shell, List.of(arguments));
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
