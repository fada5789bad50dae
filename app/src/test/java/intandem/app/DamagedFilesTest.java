package intandem.app;

import static intandem.app.Desktop.refusal;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.app.Desktop.Person;
import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import intandem.domain.tandem.Refusal.Damaged;
import intandem.domain.tandem.Refusal.LogLost;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A member whose files were damaged while it had no process. */
class DamagedFilesTest {
  private static final int HEADER_BYTES = 100;

  private final Path directory;
  private final Team team;
  private final MemberId bob;

  DamagedFilesTest(@TempDir Path directory) throws InterruptedException {
    this.directory = directory;
    this.team = new Team(directory, 2);
    this.bob = Team.briefing(team.get(1)).self();
  }

  @BeforeEach
  void bob_has_a_log_and_no_process() throws Exception {
    team.get(0).says("one");
    team.get(1).reads(1);
    team.get(1).says("two");
    team.stop(1);
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Path file(String folder, String name) throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve("home").resolve(folder))) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  private static Damaged damaged(Answer answer) {
    return assertInstanceOf(Damaged.class, refusal(answer));
  }

  private static LogLost lost(Answer answer) {
    return assertInstanceOf(LogLost.class, refusal(answer));
  }

  private static void assertComplete(Person returned, Person other) throws InterruptedException {
    returned.says("here");
    other.reads(1);
    assertEquals(Team.briefing(other).head(), Team.briefing(returned).head());
  }

  @Test
  void a_damaged_copy_is_set_aside_whole_and_comes_back_from_the_hub() throws Exception {
    Path log = file("data", bob + ".db");
    byte[] garbage = "no log ".repeat(1_000).getBytes(US_ASCII);
    Files.write(log, garbage);
    Person again = team.start(1);
    LogLost lost = lost(again.rejoins());
    assertArrayEquals(garbage, Files.readAllBytes(log.resolveSibling(lost.aside())));
    assertInstanceOf(Answer.Entered.class, again.rejoins());
    assertComplete(again, team.get(0));
  }

  @Test
  void two_damaged_copies_are_both_kept() throws Exception {
    Path log = file("data", bob + ".db");
    Files.writeString(log, "no log ".repeat(1_000));
    Person again = team.start(1);
    String first = lost(again.rejoins()).aside();
    Files.writeString(log, "nor this ".repeat(1_000));
    String second = lost(again.rejoins()).aside();
    assertTrue(Files.readString(log.resolveSibling(first)).startsWith("no log"));
    assertTrue(Files.readString(log.resolveSibling(second)).startsWith("nor this"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void a_page_of_noise_is_found_or_harms_nothing(long seed) throws Exception {
    Path log = file("data", bob + ".db");
    Random random = new Random(seed);
    try (RandomAccessFile bytes = new RandomAccessFile(log.toFile(), "rw")) {
      byte[] noise = new byte[4096];
      random.nextBytes(noise);
      long pages = bytes.length() / noise.length;
      bytes.seek(Math.max(HEADER_BYTES, random.nextLong(pages) * noise.length));
      bytes.write(noise, 0, (int) Math.min(noise.length, bytes.length() - bytes.getFilePointer()));
    }
    Person again = team.start(1);
    Answer first = again.rejoins();
    if (first instanceof Answer.Refused) {
      lost(first);
      assertInstanceOf(Answer.Entered.class, again.rejoins());
    }
    assertComplete(again, team.get(0));
  }

  @Test
  void a_copy_cut_short_is_set_aside() throws Exception {
    Path log = file("data", bob + ".db");
    byte[] whole = Files.readAllBytes(log);
    Files.write(log, Arrays.copyOf(whole, whole.length / 2));
    assertFalse(lost(team.start(1).rejoins()).aside().isEmpty());
  }

  @Test
  void damaged_keys_are_set_aside_and_the_way_back_is_a_code() throws Exception {
    Path keys = file("keys", bob + ".json");
    Files.writeString(keys, Files.readString(keys).substring(0, 200));
    Person again = team.start(1);
    Damaged damaged = damaged(again.rejoins());
    assertEquals(Damaged.Part.KEYS, damaged.part());
    assertEquals(200, Files.size(keys.resolveSibling(damaged.aside())));
  }

  @Test
  void a_copy_that_lacks_a_value_is_set_aside_and_stands_in_the_way_of_nothing() throws Exception {
    Path log = file("data", bob + ".db");
    unset(log, "signature");
    Person again = team.start(1);
    again.workspaces.resume();
    assertFalse(lost(again.says("where am I?")).aside().isEmpty());
    assertInstanceOf(Answer.Created.class, again.asks(new Ask.Create("another", 5)));
  }

  /** In the second entry, as if the file were damaged there. */
  private static void unset(Path log, String column) throws Exception {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + log);
        Statement statement = database.createStatement()) {
      statement.executeUpdate(
          """
          PRAGMA writable_schema = ON;
          UPDATE sqlite_schema SET sql = replace(sql, '%1$s BLOB NOT NULL', '%1$s BLOB');
          PRAGMA writable_schema = RESET;
          UPDATE entries SET %1$s = NULL WHERE idx = 2;
          """
              .formatted(column));
    }
  }

  @Test
  void a_damaged_record_of_the_session_is_set_aside_and_told_of() throws Exception {
    Path record = file("sessions", "s1.json");
    Files.writeString(record, "{");
    Person again = team.start(1);
    again.workspaces.resume();
    Damaged damaged = damaged(again.says("where am I?"));
    assertEquals(Damaged.Part.RECORD, damaged.part());
    assertEquals("{", Files.readString(record.resolveSibling(damaged.aside())));
  }

  @Test
  void whoever_has_no_record_left_is_told_which_workspaces_there_are_keys_of() throws Exception {
    WorkspaceId workspace = Team.briefing(team.get(0)).workspace();
    Files.delete(file("sessions", "s1.json"));
    Files.delete(file("sessions", "s0.json"));
    Refusal known = new Refusal.NothingToRejoin(List.of(workspace));
    assertEquals(known, refusal(team.start(1).rejoins()));
  }

  @Test
  void a_copy_of_a_newer_version_is_refused_and_left_as_it_is() throws Exception {
    Path log = file("data", bob + ".db");
    try (RandomAccessFile bytes = new RandomAccessFile(log.toFile(), "rw")) {
      bytes.seek(60);
      bytes.writeInt(7);
    }
    byte[] before = Files.readAllBytes(log);
    Refusal refusal = refusal(team.start(1).rejoins());
    String problem = assertInstanceOf(Refusal.NotStored.class, refusal).problem();
    assertTrue(problem.endsWith("install the newest InTandem."), problem);
    assertArrayEquals(before, Files.readAllBytes(log));
  }
}
