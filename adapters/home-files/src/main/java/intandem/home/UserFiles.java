package intandem.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files of the user that are not InTandem's own. */
final class UserFiles {
  private UserFiles() {}

  /**
   * Writes a file as a whole, with the mode it had, or 0600 if there was none. After a crash it is
   * the old or the new one.
   */
  static void replace(Path file, byte[] content) throws IOException {
    Path fresh = Files.createTempFile(file.getParent(), ".", ".new", PrivateFiles.FILE);
    try {
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      if (Files.exists(file)) {
        Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(file));
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
