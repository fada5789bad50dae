package intandem.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.app.command.Command;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

  private int run(String name, String... arguments) throws Exception {
    Map<String, String> environment = Map.of("HOME", directory.toString());
    Command.Shell shell =
        new Command.Shell(environment, directory, new PrintStream(out), new PrintStream(err));
    return Main.command(name).run(shell, List.of(arguments));
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
  void a_command_with_arguments_that_it_does_not_take_says_how_it_is_used(String name)
      throws Exception {
    assertEquals(2, run(name, "too", "much"));
    String told = err.toString(StandardCharsets.UTF_8);
    assertTrue(told.startsWith("usage: intandem " + name), told);
    assertEquals(0, out.size());
  }

  @Test
  void an_unknown_command_is_named_beside_those_that_exist() throws Exception {
    assertEquals(2, run("nonsense"));
    String told = err.toString(StandardCharsets.UTF_8);
    assertTrue(told.contains("'nonsense'") && told.contains("doctor"), told);
  }
}
