package intandem.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Endpoint;
import intandem.home.KnownHubs.Known;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class KnownHubsTest {
  private static final Membership ONE = Homes.membership(1, 1);
  private static final Known NOTHING = new Known(false, List.of());
  private static final Known SOME =
      new Known(
          true, List.of(new Endpoint("127.0.0.1", 4001), new Endpoint("hub.example.com", 443)));

  @TempDir Path directory;
  private Home home;

  @BeforeEach
  void open() {
    home = Home.open(directory.resolve("home"));
  }

  private Path file() {
    return home.database(ONE).resolveSibling(ONE.member() + ".hubs");
  }

  @Test
  void what_was_written_last_is_read() {
    home.hubs(ONE).write(NOTHING);
    home.hubs(ONE).write(SOME);
    assertEquals(SOME, home.hubs(ONE).read());
  }

  @Test
  void of_another_member_nothing_is_known() {
    home.hubs(ONE).write(SOME);
    assertEquals(NOTHING, home.hubs(Homes.membership(1, 2)).read());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}", "{\"version\":2,\"led\":true,\"places\":[]}"})
  void what_cannot_be_read_counts_as_nothing(String content) throws IOException {
    home.hubs(ONE).write(SOME);
    Files.writeString(file(), content);
    assertEquals(NOTHING, home.hubs(ONE).read());
  }

  @Test
  void an_address_that_is_none_is_passed_over() throws IOException {
    home.hubs(ONE).write(SOME);
    Files.writeString(file(), Files.readString(file()).replace("hub.example", "no hub"));
    assertEquals(SOME.places().subList(0, 1), home.hubs(ONE).read().places());
  }

  @Test
  void it_goes_with_the_membership() {
    home.hubs(ONE).write(SOME);
    assertTrue(home.memberships().erase(ONE));
    assertEquals(NOTHING, home.hubs(ONE).read());
  }
}
