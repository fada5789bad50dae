package intandem.home;

import static intandem.contract.StorageSamples.member;
import static intandem.contract.StorageSamples.workspace;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.port.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/** What the tests of this package share. */
final class Homes {
  private Homes() {}

  static Membership membership(int workspace, int member) {
    return new Membership(workspace(workspace), member(member));
  }

  static void refuses(String complaint, Executable attempt) {
    StorageException e = assertThrows(StorageException.class, attempt);
    assertTrue(e.toString().contains(complaint), e.toString());
  }

  static void allow(Path file, String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  static Map<String, String> permissions(Path directory) throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path path : files.filter(path -> !path.equals(directory)).toList()) {
        found.put(
            directory.relativize(path).toString(),
            PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
      }
    }
    return found;
  }
}
