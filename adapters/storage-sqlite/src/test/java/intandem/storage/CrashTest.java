package intandem.storage;

import static intandem.contract.StorageSamples.entriesAfter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class CrashTest {
  private static final int ENOUGH = 50;

  @TempDir Path directory;

  @Test
  void what_was_appended_outlives_a_process_that_is_killed() throws Exception {
    Path file = directory.resolve("member.db");
    Process writer = start(file);
    long reported = 0;
    try (BufferedReader lines = writer.inputReader(StandardCharsets.US_ASCII)) {
      while (reported < ENOUGH) {
        reported = Long.parseLong(lines.readLine());
      }
    } finally {
      writer.destroyForcibly().waitFor();
    }
    try (Database database = Database.open(file)) {
      long head = database.log().head().index();
      assertTrue(head >= reported, head + " of " + reported);
      assertEquals(entriesAfter(0, (int) head, "main"), database.log().after(0, Integer.MAX_VALUE));
    }
  }

  private static Process start(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Appends entries for ever, and says after each how many there are. */
  static final class Writer {
    public static void main(String[] args) {
      Database database = Database.open(Path.of(args[0]));
      for (long index = 0; ; index++) {
        database.log().append(entriesAfter(index, 1, "main"));
        System.out.println(index + 1);
      }
    }
  }
}
