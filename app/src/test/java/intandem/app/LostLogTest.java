package intandem.app;

import static intandem.app.Desktop.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.app.Desktop.Person;
import intandem.domain.id.InviteCode;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Refusal;
import intandem.domain.tandem.Refusal.LogLost;
import intandem.domain.tandem.Refusal.LogNotFound;
import intandem.domain.tandem.Refusal.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bob, in a home of his own, loses the file that alone had told where the hub is. */
class LostLogTest {
  private final Path directory;
  private final Desktop adas;
  private final Desktop bobs;
  private final Person ada;

  LostLogTest(@TempDir Path directory) throws Exception {
    this.directory = directory;
    adas = new Desktop(directory.resolve("a"), "Ada");
    bobs = new Desktop(directory.resolve("b"), "Bob");
    ada = adas.session("a");
    InviteCode code = ada.creates("demo").invitation().code();
    Person bob = bobs.session("b");
    assertInstanceOf(Answer.Entered.class, bob.joins(code, port()));
    ada.says("one");
    bob.reads(1);
    bob.workspaces.close();
  }

  @AfterEach
  void close() {
    bobs.close();
    adas.close();
  }

  private int port() {
    return HubPort.of(directory.resolve("a/home"));
  }

  private Path file(String person, String ending) throws IOException {
    Path data = directory.resolve(person).resolve("home/data");
    try (Stream<Path> files = Files.walk(data)) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }

  enum Loss {
    NOISE {
      @Override
      void befall(Path log) throws IOException {
        Files.writeString(log, "no log ".repeat(1_000));
      }
    },
    CUT {
      @Override
      void befall(Path log) throws IOException {
        byte[] whole = Files.readAllBytes(log);
        Files.write(log, Arrays.copyOf(whole, 5_000));
      }
    },
    EMPTY {
      @Override
      void befall(Path log) throws IOException {
        Files.write(log, new byte[0]);
      }
    },
    DELETED {
      @Override
      void befall(Path log) throws IOException {
        Files.delete(log);
      }
    };

    abstract void befall(Path log) throws IOException;
  }

  private static <T extends Refusal> T refused(Class<T> type, Answer answer) {
    return assertInstanceOf(type, refusal(answer));
  }

  private static LogLost started(Person person) throws InterruptedException {
    person.workspaces.resume();
    return refused(LogLost.class, person.says("where am I?"));
  }

  @ParameterizedTest
  @EnumSource
  void is_told_of_and_the_log_comes_back_from_where_the_hub_was(Loss loss) throws Exception {
    loss.befall(file("b", ".db"));
    long before = Team.head(ada);
    Person again = bobs.session("b");
    assertEquals(Source.HUB, started(again).source());
    assertInstanceOf(Answer.Entered.class, again.rejoins());
    assertTrue(Team.head(again) >= before);
  }

  @Test
  void without_a_known_place_the_human_has_to_say_where_the_hub_is() throws Exception {
    Files.delete(file("b", ".db"));
    Files.delete(file("b", ".hubs"));
    Person again = bobs.session("b");
    assertEquals(Source.UNKNOWN, started(again).source());
    LogNotFound notFound = refused(LogNotFound.class, again.rejoins());
    assertEquals(new LogNotFound(Source.UNKNOWN, List.of()), notFound);
  }

  @Test
  void a_hub_that_is_gone_is_named_as_tried() throws Exception {
    Files.delete(file("b", ".db"));
    String place = "127.0.0.1:" + port();
    ada.workspaces.close();
    LogNotFound notFound = refused(LogNotFound.class, bobs.session("b").rejoins());
    assertEquals(List.of(place), notFound.tried());
  }

  @ParameterizedTest
  @EnumSource(names = {"NOISE", "DELETED"})
  void who_led_alone_is_not_told_of_a_hub(Loss loss) throws Exception {
    ada.workspaces.close();
    loss.befall(file("a", ".db"));
    Person again = adas.session("a");
    assertEquals(Source.OTHERS, started(again).source());
    assertEquals(Source.OTHERS, refused(LogNotFound.class, again.rejoins()).source());
  }

  @Test
  void who_led_gets_the_log_from_whoever_leads_now() throws Exception {
    Person bob = bobs.session("b");
    assertInstanceOf(Answer.Entered.class, bob.rejoins());
    ada.workspaces.close();
    Team.await(bob, Answer.Connection.HOSTING);
    long before = Team.head(bob);
    Files.delete(file("a", ".db"));
    Person again = adas.session("a");
    started(again);
    assertInstanceOf(Answer.Entered.class, again.rejoins());
    assertTrue(Team.head(again) >= before);
  }
}
