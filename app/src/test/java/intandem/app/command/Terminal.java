package intandem.app.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a command in a directory and keeps what it prints. HOME is that directory too. */
public final class Terminal {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Command.Shell shell;

  public Terminal(Path directory) {
    this(directory, Map.of("HOME", directory.toString()));
  }

  public Terminal(Path directory, Map<String, String> environment) {
    this.shell = new Command.Shell(environment, directory, stream(out), stream(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  public int run(Command command, String... arguments) throws Exception {
    return command.run(shell, List.of(arguments));
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
