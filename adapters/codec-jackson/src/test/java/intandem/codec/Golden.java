package intandem.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files that hold what the wire format has always been. A change that is meant is written with
 * {@code ./mvnw -pl adapters/codec-jackson -am test -Dgolden.write=true}, and reviewed as a diff.
 */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  static void check(String file, Bytes actual) throws IOException {
    Path path = FOLDER.resolve(file);
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(FOLDER);
      Files.write(path, actual.toArray());
    }
    assertTrue(Files.exists(path), file + " is missing: write it with -Dgolden.write=true");
    assertEquals(
        Bytes.of(Files.readAllBytes(path)).utf8(),
        actual.utf8(),
        file + " has other bytes: old peers and old logs could not be read any more");
  }

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
