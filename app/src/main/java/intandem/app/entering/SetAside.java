package intandem.app.entering;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import intandem.domain.port.StorageException;
import intandem.domain.tandem.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Moves damaged files out of the way: nothing is overwritten or deleted, and a new start works. */
final class SetAside {
  /** Of a database, its companions first: without them it may be older than it was. */
  private static final List<String> PARTS = List.of("-wal", "-shm", "");

  private SetAside() {}

  /** Renames a damaged file, and what belongs to it, and says so. */
  static Refusal.Damaged damaged(Refusal.Damaged.Part part, Path file) {
    return new Refusal.Damaged(part, file.toString(), move(file).getFileName().toString());
  }

  /** Renames a damaged file, and what belongs to it; what it is called now. */
  static Path move(Path file) {
    Path aside =
        IntStream.iterate(1, n -> n + 1)
            .mapToObj(n -> part(file, ".damaged-" + n))
            .filter(free -> !Files.exists(free, NOFOLLOW_LINKS))
            .findFirst()
            .orElseThrow();
    try {
      for (String part : PARTS) {
        if (Files.exists(part(file, part), NOFOLLOW_LINKS)) {
          Files.move(part(file, part), part(aside, part));
        }
      }
      return aside;
    } catch (IOException e) {
      throw new StorageException(file + " is damaged and cannot be moved: move it away.", e);
    }
  }

  private static Path part(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }
}
