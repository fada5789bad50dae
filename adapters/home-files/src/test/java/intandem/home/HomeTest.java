package intandem.home;

import static intandem.home.Homes.allow;
import static intandem.home.Homes.membership;
import static intandem.home.Homes.permissions;
import static intandem.home.Homes.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class HomeTest {
  private static final int NOBODY = 65_534;

  @TempDir Path directory;

  @Test
  void a_new_home_is_private_and_empty() throws IOException {
    Home.open(directory.resolve("new/home"));
    assertEquals(Map.of("new", "rwx------", "new/home", "rwx------"), permissions(directory));
  }

  @Test
  void a_home_open_to_the_group_is_refused_with_the_remedy() throws IOException {
    Path home = Files.createDirectory(directory.resolve("home"));
    allow(home, "rwxr-x---");
    refuses("is open to other users. Run: chmod 700 " + home, () -> Home.open(home));
  }

  @Test
  void a_home_that_others_may_enter_is_refused() throws IOException {
    Path home = Files.createDirectory(directory.resolve("home"));
    allow(home, "rwx-----x");
    refuses("chmod 700", () -> Home.open(home));
  }

  @Test
  void a_home_of_another_user_is_refused() throws IOException {
    Path home = directory.resolve("home");
    Home.open(home);
    assumeTrue(Files.getAttribute(home, "unix:uid").equals(0), "only root can give files away");
    Files.setAttribute(home, "unix:uid", NOBODY);
    refuses("name your own in INTANDEM_HOME", () -> Home.open(home));
  }

  @Test
  void a_file_in_the_way_is_reported() throws IOException {
    Path file = Files.createFile(directory.resolve("home"));
    refuses("is no directory", () -> Home.open(file));
  }

  @Test
  void a_home_may_be_reached_through_a_link() throws IOException {
    Path real = directory.resolve("real");
    Home.open(real);
    Path link = Files.createSymbolicLink(directory.resolve("link"), real);
    assertEquals(
        Home.open(real).database(membership(1, 1)), Home.open(link).database(membership(1, 1)));
  }

  @Test
  void the_home_is_where_the_environment_says_first() {
    Path user = Path.of("/home/user");
    assertEquals(
        Path.of("/own"), Home.locate(Map.of("INTANDEM_HOME", "/own", "HOME", "/env"), user));
    assertEquals(Path.of("/env/.tandem"), Home.locate(Map.of("HOME", "/env"), user));
    assertEquals(Path.of("/home/user/.tandem"), Home.locate(Map.of("INTANDEM_HOME", ""), user));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "~/x", "./x", "~", "\ufffd", "/a\ufffd"})
  void a_path_that_is_not_absolute_is_refused_with_its_variable(String path) {
    var own = Map.of("INTANDEM_HOME", path, "HOME", "/env");
    var user = Path.of("/home/user");
    refuses(
        "INTANDEM_HOME=" + path + " is no absolute path: write it in full, from / on, in UTF-8.",
        () -> Home.locate(own, user));
    refuses("HOME=" + path + " is no", () -> Home.locate(Map.of("HOME", path), user));
  }

  @Test
  void a_probe_of_what_can_be_made_leaves_nothing(@TempDir Path empty) throws IOException {
    Home.probe(empty.resolve("a/b"));
    try (var left = Files.list(empty)) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void a_probe_says_what_is_in_the_way(@TempDir Path directory) throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    refuses(file + " writable?", () -> Home.probe(file.resolve("x")));
  }
}
