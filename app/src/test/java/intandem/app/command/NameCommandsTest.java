package intandem.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class NameCommandsTest {
  @TempDir Path directory;
  private Terminal terminal;

  @BeforeEach
  void open() {
    terminal = new Terminal(directory);
  }

  @Test
  void whoami_tells_the_home_and_that_there_is_no_membership_yet() throws Exception {
    assertEquals(0, terminal.run(new Whoami()));
    String told = terminal.out();
    assertTrue(told.contains("home         " + directory.resolve(".tandem") + "\n"), told);
    assertTrue(told.endsWith("memberships  0\n"), told);
  }

  @Test
  void a_made_up_name_stays_the_same() throws Exception {
    terminal.run(new Whoami());
    Terminal again = new Terminal(directory);
    again.run(new Whoami());
    assertEquals(terminal.out(), again.out());
  }

  @Test
  void whoami_tells_the_name_that_rename_gave() throws Exception {
    assertEquals(0, terminal.run(new Rename(), "Ada B."));
    terminal.run(new Whoami());
    assertTrue(terminal.out().contains("name         Ada B.\n"), terminal.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "owner", "Zoë", "abcdefghijklmnopqrstuvwxy"})
  void what_cannot_be_a_name_is_refused_with_the_rules(String name) throws Exception {
    assertEquals(1, terminal.run(new Rename(), name));
    assertTrue(terminal.err().contains("1 to 24 characters"), terminal.err());
  }

  @Test
  void a_refused_name_cannot_steer_the_terminal() throws Exception {
    terminal.run(new Rename(), "\u001b[2Jx");
    assertTrue(terminal.err().startsWith("intandem: '?[2Jx'"), terminal.err());
  }

  @Test
  void rename_without_a_name_or_with_two_is_wrong_usage() throws Exception {
    assertEquals(2, terminal.run(new Rename()));
    assertEquals(2, terminal.run(new Rename(), "Ada", "Bob"));
  }

  @Test
  void whoami_takes_no_arguments() throws Exception {
    assertEquals(2, terminal.run(new Whoami(), "--all"));
  }
}
