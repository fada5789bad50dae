package intandem.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PluginsTest {
  private static final String ON = "{\"enabledPlugins\":{\"intandem@here\":true}}";
  private static final String OFF = "{\"enabledPlugins\":{\"intandem@here\":false}}";

  @TempDir Path directory;
  private Path near;
  private Path far;

  @BeforeEach
  void name() {
    near = directory.resolve("near.json");
    far = directory.resolve("far.json");
  }

  private Optional<Path> enabledBy() {
    return Plugins.enabledBy(List.of(near, far), "intandem");
  }

  @Test
  void a_plugin_is_on_where_a_file_says_so() throws IOException {
    Files.writeString(far, ON);
    assertEquals(Optional.of(far), enabledBy());
  }

  @Test
  void the_nearest_file_that_speaks_of_it_decides() throws IOException {
    Files.writeString(near, OFF);
    Files.writeString(far, ON);
    assertEquals(Optional.empty(), enabledBy());
  }

  @Test
  void of_two_marketplaces_one_is_enough() throws IOException {
    Files.writeString(
        near, "{\"enabledPlugins\":{\"intandem@here\":false,\"intandem@there\":true}}");
    assertEquals(Optional.of(near), enabledBy());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"enabledPlugins\":[\"intandem@here\"]}",
        "{\"enabledPlugins\":{\"intandem\":true}}",
        "{\"enabledPlugins\":{\"intandem-2@here\":true}}",
        "{\"enabledPlugins\":{\"intandem@here\":true} // mine"
      })
  void a_file_that_does_not_speak_of_it_is_passed_over(String json) throws IOException {
    Files.writeString(near, json);
    assertEquals(Optional.empty(), enabledBy());
    Files.writeString(far, ON);
    assertEquals(Optional.of(far), enabledBy());
  }
}
