package intandem.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ServerNamesTest {
  private static final Path PROJECT = Path.of("/home/ada/a~b");

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("config.json");
  }

  private List<String> shared(String json) throws IOException {
    Files.writeString(file, json);
    return List.copyOf(ServerNames.shared(file));
  }

  private List<String> personal(String json) throws IOException {
    Files.writeString(file, json);
    return List.copyOf(ServerNames.personal(file, PROJECT));
  }

  @Test
  void servers_are_named_in_the_order_of_the_file_and_without_their_values() throws IOException {
    assertEquals(
        List.of("sql", "git"),
        shared(
            """
            {"other": {"x": {}},
             "mcpServers": {
               "sql": {"command": "c", "env": {"TOKEN": "secret", "mcpServers": {"inner": {}}}},
               "git": {}},
             "nested": {"mcpServers": {"deep": {}}}}
            """));
  }

  @Test
  void a_user_has_servers_for_all_projects_and_for_each() throws IOException {
    assertEquals(
        List.of("here", "everywhere"),
        personal(
            """
            {"projects": {
               "/home/ada/a~b": {"mcpServers": {"here": {}}, "history": ["x"]},
               "/home/ada/other": {"mcpServers": {"elsewhere": {}}}},
             "mcpServers": {"everywhere": {}}}
            """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[{\"mcpServers\":{\"a\":{}}}]",
        "{\"mcpServers\":[{\"a\":1}]}",
        "{\"mcpServers\":\"a\"}",
        "{\"mcpServers\":null}",
        "{\"mcpServers\":{\"a\":{}}",
        "{\"mcpServers\":{\"a\":{}},}",
        "{\"mcpServers\":{\"a\":{}}} // mine"
      })
  void a_file_of_another_form_names_none(String json) throws IOException {
    assertEquals(List.of(), shared(json));
  }

  @Test
  void a_file_without_end_of_nesting_names_none() throws IOException {
    assertEquals(List.of(), shared("{\"mcpServers\":{\"a\":" + "[".repeat(100_000)));
  }

  @Test
  void a_missing_file_names_none() {
    assertEquals(Set.of(), ServerNames.shared(file));
  }

  @Test
  void a_directory_in_the_place_of_the_file_names_none() throws IOException {
    Files.createDirectory(file);
    assertEquals(Set.of(), ServerNames.shared(file));
  }

  @Test
  void a_file_of_five_mebibytes_is_read() throws IOException {
    String json = "{\"mcpServers\":{\"a\":{}}}";
    assertEquals(List.of("a"), shared(json + " ".repeat((5 << 20) - json.length())));
  }

  @Test
  void a_larger_file_names_none() throws IOException {
    String json = "{\"mcpServers\":{\"a\":{}}}";
    assertEquals(List.of(), shared(json + " ".repeat((5 << 20) + 1 - json.length())));
  }
}
