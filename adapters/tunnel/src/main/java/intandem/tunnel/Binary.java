package intandem.tunnel;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of this machine. */
public final class Binary {
  private Binary() {}

  /** The first executable of that name on a {@code PATH}; relative directories are passed over. */
  public static Optional<Path> find(String name, String path) {
    return Arrays.stream(path.split(File.pathSeparator))
        .flatMap(Binary::directory)
        .map(directory -> directory.resolve(name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private static Stream<Path> directory(String text) {
    try {
      return Stream.of(Path.of(text)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }
}
