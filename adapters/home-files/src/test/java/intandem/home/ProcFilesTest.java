package intandem.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ProcFilesTest {
  private static final Instant STARTED = Instant.ofEpochMilli(12_345_670);

  @TempDir Path directory;

  @BeforeEach
  void one_process_runs_and_one_has_ended() throws IOException {
    write(42, "odd) (name", "S");
    write(43, "gone", "Z");
  }

  private void write(long pid, String name, String state) throws IOException {
    String line =
        pid
            + " ("
            + name
            + ") "
            + state
            + " 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 1234567 0";
    Files.writeString(
        Files.createDirectory(directory.resolve(Long.toString(pid))).resolve("stat"), line);
  }

  @Test
  void a_start_is_counted_from_the_boot() {
    assertEquals(Optional.of(STARTED), new ProcFiles(directory).started(42));
  }

  @Test
  void only_exactly_that_start_is_the_same_process() {
    assertTrue(new ProcFiles(directory).alive(42, STARTED));
    assertFalse(new ProcFiles(directory).alive(42, STARTED.plusMillis(10)));
  }

  @Test
  void what_has_ended_or_never_was_does_not_live() {
    assertFalse(new ProcFiles(directory).alive(43, STARTED));
    assertFalse(new ProcFiles(directory).alive(44, STARTED));
  }

  @Test
  void a_record_with_the_time_of_day_is_still_understood() {
    ProcessHandle self = ProcessHandle.current();
    Instant started = self.info().startInstant().orElseThrow();
    assertTrue(new ProcFiles(directory).alive(self.pid(), started));
  }
}
