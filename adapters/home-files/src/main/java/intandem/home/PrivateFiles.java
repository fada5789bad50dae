package intandem.home;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import intandem.domain.port.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads and writes files that one user alone may use. */
record PrivateFiles(UserPrincipal owner) {
  /** Mode 0700 from creation. */
  static final FileAttribute<Set<PosixFilePermission>> DIRECTORY = mode("rwx------");

  /** Mode 0600 from creation. */
  static final FileAttribute<Set<PosixFilePermission>> FILE = mode("rw-------");

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");

  /** Whether users besides the owner have any right. */
  static boolean open(PosixFileAttributes attributes) {
    return !OWNER.containsAll(attributes.permissions());
  }

  /**
   * The content of a file, if there is one.
   *
   * @param limit size in bytes that the file must not exceed
   * @throws StorageException if it is no plain file, or someone else owns or may use it
   */
  Optional<byte[]> read(Path file, int limit) {
    try {
      check(file, limit);
      try (InputStream in = Files.newInputStream(file, NOFOLLOW_LINKS)) {
        return Optional.of(in.readNBytes(limit));
      }
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StorageException(file + " cannot be read.", e);
    }
  }

  /**
   * Writes a file as a whole: after a crash it is the old or the new one. Durable on return. What a
   * crash leaves of a new one begins with the file's name, so that it goes when a member's files
   * go.
   */
  void replace(Path file, byte[] content) {
    Path directory = directory(file);
    try {
      Files.createDirectories(directory, DIRECTORY);
      Path fresh = Files.createTempFile(directory, file.getFileName() + ".", ".new", FILE);
      try {
        write(fresh, content);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
      sync(directory);
    } catch (IOException e) {
      throw new StorageException(file + " cannot be written: is the disk full?", e);
    }
  }

  /** Overwrites a file as well as a file system allows and deletes it; a missing one is fine. */
  void wipe(Path file) {
    try {
      if (Files.isRegularFile(file, NOFOLLOW_LINKS)) {
        write(file, new byte[Math.toIntExact(Files.size(file))]);
      }
      if (Files.deleteIfExists(file)) {
        sync(directory(file));
      }
    } catch (IOException e) {
      throw new StorageException(file + " cannot be deleted.", e);
    }
  }

  /** What is in a directory; nothing if there is none. */
  static List<Path> list(Path directory) {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory)) {
        paths.forEach(found::add);
      } catch (IOException e) {
        throw new StorageException(directory + " cannot be read.", e);
      }
    }
    return found;
  }

  private static Path directory(Path file) {
    return file.resolveSibling("");
  }

  private void check(Path file, int limit) throws IOException {
    PosixFileAttributes is = Files.readAttributes(file, PosixFileAttributes.class, NOFOLLOW_LINKS);
    if (!is.isRegularFile()) {
      throw new StorageException(file + " is no plain file: move it away.");
    }
    if (!is.owner().equals(owner)) {
      throw new StorageException(file + " belongs to " + is.owner() + ": move it away.");
    }
    if (open(is)) {
      throw new StorageException(file + " is open to other users. Run: chmod 600 " + file);
    }
    if (is.size() > limit) {
      throw new StorageException(file + " is larger than " + limit + " bytes: move it away.");
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, NOFOLLOW_LINKS)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> mode(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
