package intandem.home;

import static intandem.home.Homes.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class UsernameTest {
  @TempDir Path directory;
  private Username username;

  @BeforeEach
  void open() {
    username = Home.open(directory.resolve("home")).username();
  }

  @Test
  void the_first_name_is_made_up_of_two_words_and_kept() {
    String name = username.read(new Random(1));
    assertTrue(name.matches("[A-Z][a-z]+[A-Z][a-z]+"), name);
    assertEquals(name, username.read(new Random(2)));
  }

  @Test
  void there_are_4096_different_names_to_make_up() {
    assertEquals(64, Set.copyOf(Words.FIRST).size());
    assertEquals(64, Set.copyOf(Words.SECOND).size());
  }

  @Test
  void each_of_the_words_makes_a_name_that_can_be_chosen() {
    for (int i = 0; i < 64; i++) {
      String name = Words.FIRST.get(i) + Words.SECOND.get(i);
      assertTrue(username.rename(name), name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ann", "a", "7of9", "Ann-Marie B. Smith_2", "abcdefghijklmnopqrstuvwx"})
  void a_chosen_name_is_kept(String name) {
    assertTrue(username.rename(name));
    assertEquals(name, username.read(new Random(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", " Ann", "Ann ", "abcdefghijklmnopqrstuvwxy", "Zoë", "Ann\nBob", "<b>", "-Ann",
        "system", "User", "HUMAN", "assistant", "Claude", "anthropic", "admin", "hub", "owner",
        "InTandem"
      })
  void a_text_that_is_no_name_changes_nothing(String text) {
    String before = username.read(new Random(1));
    assertFalse(username.rename(text));
    assertEquals(before, username.read(new Random(2)));
  }

  @Test
  void a_file_that_holds_no_name_is_reported_and_left_alone() throws IOException {
    username.rename("Ann");
    Path file = directory.resolve("home/username");
    Files.writeString(file, "admin\n");
    refuses("Run: intandem rename", () -> username.read(new Random(1)));
    assertEquals("admin\n", Files.readString(file));
  }
}
