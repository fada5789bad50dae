package intandem.project;

import intandem.domain.admission.ProjectPath;
import intandem.domain.port.StorageException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;

/** The regular files below a directory, reached without following a link. */
interface Tree {
  /** The content of a file. */
  Content read(ProjectPath path) throws IOException;

  /**
   * The safest tree that the file system allows.
   *
   * @param root real path of a directory
   * @throws StorageException if it cannot be opened
   */
  static Tree of(Path root) {
    try (DirectoryStream<Path> directory = Files.newDirectoryStream(root)) {
      return directory instanceof SecureDirectoryStream
          ? new DescriptorTree(root)
          : new CheckedTree(root);
    } catch (IOException e) {
      throw new StorageException(root + " cannot be read as a directory.", e);
    }
  }
}
