package intandem.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class InitTest {
  private static final String LAUNCHER = "intandem.launcher";
  private static final String OTHER = "{\"mcpServers\":{\"intandem\":{\"command\":\"old\"}}}";

  @TempDir Path directory;
  @TempDir Path bundle;
  private Terminal terminal;
  private String entry;

  @BeforeEach
  void open() throws IOException {
    Path launcher = Files.createFile(bundle.resolve("intandem"));
    Path bin = Files.createDirectory(bundle.resolve("bin"));
    System.setProperty(LAUNCHER, bin.resolve("../intandem").toString());
    entry = entry(launcher.toRealPath());
    terminal = new Terminal(directory);
  }

  @AfterEach
  void close() {
    System.clearProperty(LAUNCHER);
  }

  private static String entry(Path launcher) {
    return """
    {
      "mcpServers": {
        "intandem": {
          "command": "%s",
          "args": [
            "channel"
          ]
        }
      }
    }
    """
        .formatted(launcher);
  }

  private Path project() {
    return directory.resolve(".mcp.json");
  }

  @Test
  void init_writes_the_project_file_and_says_what_comes_next() throws Exception {
    assertEquals(0, terminal.run(new Init()));
    assertEquals(entry, Files.readString(project()));
    assertTrue(terminal.out().contains("was added to " + project()), terminal.out());
    assertTrue(terminal.out().contains("{\"allow\": [\"mcp__intandem__*\"]}"), terminal.out());
    assertTrue(terminal.out().contains("channels server:intandem"), terminal.out());
  }

  @Test
  void a_second_init_finds_the_entry_there() throws Exception {
    terminal.run(new Init());
    Terminal again = new Terminal(directory);
    assertEquals(0, again.run(new Init()));
    assertTrue(again.out().contains("already there"), again.out());
  }

  @Test
  void for_the_user_it_is_the_file_in_the_home_directory() throws Exception {
    assertEquals(0, terminal.run(new Init(), "--user"));
    assertEquals(entry, Files.readString(directory.resolve(".claude.json")));
    assertFalse(Files.exists(project()));
  }

  @Test
  void for_the_user_a_configuration_directory_of_its_own_counts() throws Exception {
    Path own = Files.createDirectory(directory.resolve("own"));
    Map<String, String> environment =
        Map.of("HOME", directory.toString(), "CLAUDE_CONFIG_DIR", own.toString());
    assertEquals(0, new Terminal(directory, environment).run(new Init(), "--user"));
    assertEquals(entry, Files.readString(own.resolve(".claude.json")));
  }

  @Test
  void a_different_entry_is_shown_beside_the_wanted_one_and_left() throws Exception {
    Files.writeString(project(), OTHER);
    assertEquals(1, terminal.run(new Init()));
    assertEquals(OTHER, Files.readString(project()));
    assertTrue(terminal.err().contains("there:  {\"command\":\"old\"}"), terminal.err());
    assertTrue(terminal.err().contains("wanted: {\"command\":\"/"), terminal.err());
  }

  @Test
  void of_a_different_entry_nothing_is_shown_that_may_be_secret() throws Exception {
    String secret =
        "{\"command\":\"npx\",\"args\":[\"--key=s3cret\"],\"env\":{\"TOKEN\":\"s3cret\"}}";
    Files.writeString(project(), "{\"mcpServers\":{\"intandem\":%s}}".formatted(secret));
    terminal.run(new Init());
    String shown = "{\"command\":\"npx\",\"args\":\"…\",\"env\":\"…\"}";
    assertTrue(terminal.err().contains("there:  " + shown), terminal.err());
    terminal.run(new Init(), "--force");
    assertTrue(terminal.out().contains("in place of " + shown), terminal.out());
    assertFalse((terminal.err() + terminal.out()).contains("s3cret"));
  }

  @Test
  void what_is_no_plain_file_is_left_and_not_waited_for() throws Exception {
    assertEquals(0, new ProcessBuilder("mkfifo", project().toString()).start().waitFor());
    assertEquals(1, terminal.run(new Init()));
    assertTrue(terminal.err().contains("it is no plain file"), terminal.err());
  }

  @Test
  void a_different_entry_is_replaced_by_force() throws Exception {
    Files.writeString(project(), OTHER);
    assertEquals(0, terminal.run(new Init(), "--force"));
    assertEquals(entry, Files.readString(project()));
    assertTrue(terminal.out().contains("in place of {\"command\":\"old\"}"), terminal.out());
  }

  @Test
  void a_file_that_cannot_be_read_is_named_and_left() throws Exception {
    Files.writeString(project(), "{} // mine");
    assertEquals(1, terminal.run(new Init()));
    assertEquals("{} // mine", Files.readString(project()));
    assertTrue(terminal.err().contains(project() + " was left as it is"), terminal.err());
  }

  @Test
  void beside_the_plugin_an_entry_is_not_added() throws Exception {
    enablePlugin();
    assertEquals(1, terminal.run(new Init()));
    assertFalse(Files.exists(project()));
    assertTrue(terminal.err().contains("the plugin is on in " + settings()), terminal.err());
  }

  @Test
  void beside_the_plugin_an_entry_is_added_by_force() throws Exception {
    enablePlugin();
    assertEquals(0, terminal.run(new Init(), "--force"));
    assertEquals(entry, Files.readString(project()));
  }

  private Path settings() {
    return directory.resolve(".claude/settings.json");
  }

  private void enablePlugin() throws IOException {
    Files.createDirectory(settings().getParent());
    Files.writeString(settings(), "{\"enabledPlugins\":{\"intandem@intandem\":true}}");
  }

  @Test
  void outside_a_bundle_there_is_nothing_to_start() throws Exception {
    System.clearProperty(LAUNCHER);
    assertEquals(1, terminal.run(new Init()));
    assertNothingWritten();
  }

  @Test
  void an_unknown_option_is_wrong_usage() throws Exception {
    assertEquals(2, terminal.run(new Init(), "--global"));
    assertNothingWritten();
  }

  private void assertNothingWritten() throws IOException {
    try (var files = Files.list(directory)) {
      assertEquals(0, files.count());
    }
  }
}
