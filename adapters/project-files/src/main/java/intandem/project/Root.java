package intandem.project;

import intandem.domain.admission.ProjectPath;
import intandem.domain.port.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The directory of the project as it was named, and its real path. */
record Root(Path named, Path real) {

  /** Follows links, this once. */
  static Root of(Path directory) {
    try {
      return new Root(directory.toAbsolutePath(), directory.toRealPath());
    } catch (IOException e) {
      throw new StorageException(directory + " cannot be found.", e);
    }
  }

  /** What comes after the root in a path that begins with it; any other path as it is. */
  String relative(String path) {
    return Stream.of(named, real)
        .map(root -> root + "/")
        .filter(path::startsWith)
        .findFirst()
        .map(root -> path.substring(root.length()))
        .orElse(path);
  }

  Path resolve(ProjectPath path) {
    return real.resolve(path.toString());
  }

  /** The names from the root of the file system on. */
  List<String> names(ProjectPath path) {
    Stream<String> above = StreamSupport.stream(real.spliterator(), false).map(Path::toString);
    return Stream.concat(above, path.names().stream()).toList();
  }
}
