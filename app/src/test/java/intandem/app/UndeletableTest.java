package intandem.app;

import static intandem.app.Desktop.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.app.Desktop.Person;
import intandem.domain.id.Bytes;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guest whose record cannot be deleted when its stay is over. */
class UndeletableTest {
  private final Path home;
  private final Team team;
  private final Person guest;

  UndeletableTest(@TempDir Path directory) throws Exception {
    home = directory.resolve("home");
    team = new Team(directory, 2);
    guest = team.get(1);
  }

  @AfterEach
  void close() {
    team.close();
  }

  private PinnedFile pinned() throws Exception {
    return PinnedFile.pin(home.resolve("sessions/s1.json"));
  }

  private static Refusal.Remains remains(Answer answer) {
    return assertInstanceOf(Refusal.Remains.class, refusal(answer));
  }

  @Test
  void is_told_so_when_it_leaves_and_is_out_all_the_same() throws Exception {
    try (var _ = pinned()) {
      String problem = remains(guest.asks(new Ask.Leave())).problem();
      assertTrue(problem.endsWith("s1.json cannot be deleted."), problem);
      remains(guest.says("still here?"));
    }
    assertInstanceOf(Answer.Entered.class, guest.joins(team.code()));
  }

  @Test
  void loses_its_keys_when_it_is_removed_all_the_same() throws Exception {
    long before = keys();
    try (var _ = pinned()) {
      team.get(0).asks(new Ask.Remove(Bytes.utf8("r"), "Ada-2"));
      awaitEnd();
      remains(guest.asks(new Ask.Peers()));
      assertEquals(before - 1, keys());
    }
  }

  private long keys() throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("keys"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  /** Returns when the guest's end is over: whatever enters waits for that. */
  private void awaitEnd() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          while (guest.rejoins() instanceof Answer.Refused(Refusal.AlreadyIn _)) {
            Thread.onSpinWait();
          }
        });
  }
}
