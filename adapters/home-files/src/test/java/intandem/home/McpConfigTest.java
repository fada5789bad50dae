package intandem.home;

import static intandem.home.Homes.allow;
import static intandem.home.Homes.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.home.McpConfig.Outcome;
import intandem.home.McpConfig.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class McpConfigTest {
  private static final Server SERVER = new Server("/bin/tool", List.of("run"));
  private static final String ENTRY = "{\"command\":\"/bin/tool\",\"args\":[\"run\"]}";

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("config.json");
  }

  private Outcome add(boolean force) {
    return new McpConfig(file).add("tool", SERVER, force);
  }

  @Test
  void everything_else_stays_in_its_order_and_with_its_values() throws IOException {
    Files.writeString(
        file,
        """
        {"zeta": [], "mcpServers": {"b": {"x": {}}, "a": {"é": "\\u0000"}},
         "big": 123456789012345678901234567890, "exact": 1.10, "alpha": [null, true]}
        """);
    assertEquals(new Outcome.Added(), add(false));
    String flat = Files.readString(file).replaceAll("\\s+", "");
    assertEquals(
        "{\"zeta\":[],\"mcpServers\":{\"b\":{\"x\":{}},\"a\":{\"é\":\"\\u0000\"},\"tool\":"
            + ENTRY
            + "},\"big\":123456789012345678901234567890,\"exact\":1.10,\"alpha\":[null,true]}",
        flat);
  }

  @Test
  void a_missing_file_is_made_for_the_user_alone() throws IOException {
    assertEquals(new Outcome.Added(), add(false));
    assertEquals(Map.of("config.json", "rw-------"), Homes.permissions(directory));
  }

  @Test
  void the_mode_of_the_file_stays_and_nothing_lies_beside_it() throws IOException {
    Files.writeString(file, "{}");
    allow(file, "rw-r-----");
    add(false);
    assertEquals(Map.of("config.json", "rw-r-----"), Homes.permissions(directory));
  }

  @Test
  void an_equal_entry_is_left_byte_for_byte() throws IOException {
    String text = "{ \"mcpServers\":{\"tool\":" + ENTRY + "} }";
    Files.writeString(file, text);
    assertEquals(new Outcome.AlreadyThere(), add(true));
    assertEquals(text, Files.readString(file));
  }

  @Test
  void a_different_entry_is_shown_and_left_byte_for_byte() throws IOException {
    String text = "{\"mcpServers\":{\"tool\":{\"command\":\"x\"}}}";
    Files.writeString(file, text);
    assertEquals(new Outcome.Different("{\"command\":\"x\"}", ENTRY), add(false));
    assertEquals(text, Files.readString(file));
  }

  @Test
  void force_replaces_a_different_entry_in_its_place() throws IOException {
    Files.writeString(file, "{\"mcpServers\":{\"tool\":7,\"last\":8}}");
    assertEquals(new Outcome.Replaced("an entry that is no object"), add(true));
    String flat = Files.readString(file).replaceAll("\\s+", "");
    assertEquals("{\"mcpServers\":{\"tool\":" + ENTRY + ",\"last\":8}}", flat);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "{} // comment",
        "/* c */ {}",
        "{\"a\":1,}",
        "{\"a\":1,\"a\":2}",
        "{} {}",
        "[]",
        "null",
        "{\"mcpServers\":[]}",
        "{\"mcpServers\":null}",
        "{\"mcpServers\":"
      })
  void what_is_not_understood_is_refused_and_left_byte_for_byte(String text) throws IOException {
    Files.writeString(file, text);
    assertInstanceOf(Outcome.NotReadable.class, add(true));
    assertEquals(text, Files.readString(file));
  }

  @Test
  void a_link_stays_one_and_what_it_leads_to_is_changed() throws IOException {
    Path target = Files.writeString(directory.resolve("target.json"), "{}");
    Files.createSymbolicLink(file, target);
    add(false);
    assertTrue(Files.isSymbolicLink(file));
    assertTrue(Files.readString(target).contains("\"tool\""));
  }

  @Test
  void a_link_that_leads_nowhere_is_refused() throws IOException {
    Files.createSymbolicLink(file, directory.resolve("absent.json"));
    refuses("cannot be read", () -> add(false));
  }
}
