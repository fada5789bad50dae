package intandem.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.app.command.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapabilitiesTest {
  @TempDir private Path home = Path.of("");
  private Path project = Path.of("");

  @BeforeEach
  void make() throws IOException {
    project = Files.createDirectory(home.resolve("shop"));
  }

  private List<String> capabilities(String variable, String value) {
    Map<String, String> environment = Map.of("HOME", home.toString(), variable, value);
    return Capabilities.of(new Command.Shell(environment, project, System.out, System.err));
  }

  private List<String> capabilities() {
    return capabilities("OTHER", "");
  }

  private void shared(String json) throws IOException {
    Files.writeString(project.resolve(".mcp.json"), json);
  }

  private void personal(String json) throws IOException {
    Files.writeString(home.resolve(".claude.json"), json);
  }

  @Test
  void without_files_there_is_the_name_of_the_directory() {
    assertEquals(List.of("shop"), capabilities());
  }

  @Test
  void servers_come_from_the_project_and_from_the_user_once_each() throws IOException {
    shared("{\"mcpServers\":{\"sql\":{\"command\":\"secret\"},\"intandem\":{}}}");
    personal(
        """
        {"mcpServers":{"git":{},"sql":{}},
         "projects":{"%s":{"mcpServers":{"own":{}}},"/elsewhere":{"mcpServers":{"far":{}}}}}
        """
            .formatted(project));
    assertEquals(List.of("shop", "mcp:sql", "mcp:git", "mcp:own"), capabilities());
  }

  @Test
  void the_users_file_lies_where_claude_code_was_told() throws IOException {
    Path own = Files.createDirectory(home.resolve("own"));
    Files.writeString(own.resolve(".claude.json"), "{\"mcpServers\":{\"git\":{}}}");
    assertEquals(List.of("shop", "mcp:git"), capabilities("CLAUDE_CONFIG_DIR", own.toString()));
  }

  @Test
  void a_file_that_cannot_be_read_takes_nothing_from_the_other() throws IOException {
    shared("{\"mcpServers\":{\"sql\":{}");
    personal("{\"mcpServers\":{\"git\":{}}}");
    assertEquals(List.of("shop", "mcp:git"), capabilities());
  }

  @Test
  void there_are_twenty_servers_at_most() throws IOException {
    shared(
        IntStream.range(0, 30)
            .mapToObj(i -> "\"s" + i + "\":{}")
            .collect(Collectors.joining(",", "{\"mcpServers\":{", "}}")));
    assertEquals(21, capabilities().size());
    assertEquals("mcp:s19", capabilities().getLast());
  }

  @Test
  void a_name_has_sixty_characters_at_most() throws IOException {
    String longest = "x".repeat(60);
    shared("{\"mcpServers\":{\"%sx\":{},\" \":{},\"%s\":{}}}".formatted(longest, longest));
    assertEquals(List.of("shop", "mcp:" + longest), capabilities());
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", " OFF "})
  void nothing_is_told_by_who_opts_out(String off) throws IOException {
    shared("{\"mcpServers\":{\"sql\":{}}}");
    assertEquals(List.of(), capabilities("INTANDEM_CAPABILITIES", off));
  }
}
