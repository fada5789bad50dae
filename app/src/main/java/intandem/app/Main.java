package intandem.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The command line: {@code intandem <command>}. Exits with 0 done, 1 failed, 2 wrong usage. */
public final class Main {
  private static final String HELP =
      """
      usage: intandem <command>

        help        this text
        --version   the version of InTandem
      """;

  private Main() {}

  /** Runs the command named by the first argument and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(List.of(args), System.out, System.err));
  }

  private static int run(List<String> args, PrintStream out, PrintStream err) {
    return switch (args.isEmpty() ? "help" : args.getFirst()) {
      case "--version" -> print(out, "intandem " + version() + "\n", 0);
      case "help", "--help" -> print(out, HELP, 0);
      default -> print(err, HELP, 2);
    };
  }

  private static int print(PrintStream stream, String text, int exitCode) {
    stream.print(text);
    stream.flush();
    return exitCode;
  }

  private static String version() {
    try (var resource = Objects.requireNonNull(Main.class.getResourceAsStream("version"))) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
