package intandem.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory that is deleted with all that is in it once this is closed. */
public record Scratch(Path directory) implements AutoCloseable {
  /** A new one among the system's temporary files; {@code what} is part of its name. */
  public static Scratch of(String what) throws IOException {
    return new Scratch(Files.createTempDirectory("intandem-" + what));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
