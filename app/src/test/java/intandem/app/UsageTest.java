package intandem.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.app.command.Command;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not understood on the command line is never passed over. */
class UsageTest {
  @TempDir private Path directory = Path.of("");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    Map<String, String> environment = Map.of("HOME", directory.toString());
    Command.Shell shell =
        new Command.Shell(environment, directory, new PrintStream(out), new PrintStream(err));
    return Main.run(shell, List.of(arguments));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rename", "init", "cleanup", "channel", "doctor"})
  void help_is_given_behind_any_command_and_nothing_else_done(String name) throws Exception {
    assertEquals(0, run(name, "--help"));
    String told = out.toString(StandardCharsets.UTF_8);
    assertTrue(told.startsWith("usage: intandem COMMAND\n"), told);
    try (var files = Files.list(directory)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void only_what_is_not_understood_is_named() {
    assertEquals(2, run("init", "--user", "--bogus\u001b[2J"));
    String told = err.toString(StandardCharsets.UTF_8);
    assertTrue(told.startsWith("intandem: not understood: --bogus?[2J\n"), told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "init",
        "whoami",
        "rename",
        "cleanup",
        "demo",
        "doctor",
        "channel",
        "help",
        "--version"
      })
  void a_command_with_arguments_that_it_does_not_take_says_how_it_is_used(String name) {
    assertEquals(2, run(name, "too", "much"));
    String told = err.toString(StandardCharsets.UTF_8);
    assertTrue(told.contains(": not understood: ") && told.contains("much\n"), told);
    assertTrue(told.contains("\nusage: intandem " + name), told);
    assertEquals(0, out.size());
  }

  @Test
  void an_unknown_command_is_named_beside_those_that_exist() {
    assertEquals(2, run("nonsense"));
    String told = err.toString(StandardCharsets.UTF_8);
    assertTrue(told.contains("'nonsense'") && told.contains("doctor"), told);
  }
}
