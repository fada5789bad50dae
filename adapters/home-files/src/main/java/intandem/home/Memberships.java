package intandem.home;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import intandem.domain.port.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The memberships on this machine. Only the process that holds a membership's lock may use it. */
public final class Memberships {
  private final Path data;
  private final FileKeyring keys;

  /**
   * POSIX ends a lock when its process closes the file, however it was opened: as long as a lock is
   * held here, its file is not opened again, nor is its time set, which would open it.
   */
  private final Map<Membership, MembershipLock> held = new HashMap<>();

  Memberships(Path data, FileKeyring keys) {
    this.data = data;
    this.keys = keys;
  }

  /** Takes a membership for use; empty while this or another process has it. */
  public Optional<MembershipLock> lock(Membership membership) {
    Optional<MembershipLock> lock = tryLock(membership);
    lock.ifPresent(MembershipLock::stamp);
    return lock;
  }

  /** All memberships whose keys are here, in no order. */
  public List<KeptMembership> all() {
    return kept(keys.kept());
  }

  /** Those that a join was begun with of whose end nobody heard. */
  public List<KeptMembership> begun() {
    return kept(keys.begun());
  }

  private List<KeptMembership> kept(List<Membership> memberships) {
    return memberships.stream()
        .map(one -> new KeptMembership(one, opened(one), inUse(one)))
        .toList();
  }

  /** Destroys a membership, first its keys, then its data; false while a process has it. */
  public boolean erase(Membership membership) {
    Optional<MembershipLock> lock = tryLock(membership);
    if (lock.isEmpty()) {
      return false;
    }
    Path workspace = data.resolve(membership.workspace().value());
    try (MembershipLock _ = lock.get()) {
      keys.wipe(membership.workspace(), membership.member());
      PrivateFiles.list(workspace).stream()
          .filter(file -> FileKeyring.isOf(membership.member(), file))
          .forEach(Memberships::delete);
    }
    if (PrivateFiles.list(workspace).isEmpty()) {
      delete(workspace);
    }
    return true;
  }

  Path data(Membership membership, String ending) {
    return data.resolve(membership.workspace().value()).resolve(membership.member() + ending);
  }

  private synchronized Optional<MembershipLock> tryLock(Membership membership) {
    if (held.containsKey(membership)) {
      return Optional.empty();
    }
    Path file = data(membership, ".lock");
    try {
      Optional<MembershipLock> lock =
          locked(file).map(channel -> new MembershipLock(channel, () -> release(membership)));
      lock.ifPresent(taken -> held.put(membership, taken));
      return lock;
    } catch (IOException e) {
      throw new StorageException(file + " cannot be locked.", e);
    }
  }

  private synchronized void release(Membership membership) {
    held.remove(membership);
  }

  /** Whether a process has that membership now. */
  public boolean inUse(Membership membership) {
    if (!Files.exists(data(membership, ".lock"), NOFOLLOW_LINKS)) {
      return false;
    }
    Optional<MembershipLock> lock = tryLock(membership);
    lock.ifPresent(MembershipLock::close);
    return lock.isEmpty();
  }

  private Instant opened(Membership membership) {
    try {
      return Files.getLastModifiedTime(data(membership, ".lock")).toInstant();
    } catch (NoSuchFileException e) {
      return keys.keptAt(membership);
    } catch (IOException e) {
      throw new StorageException(data(membership, ".lock") + " cannot be read.", e);
    }
  }

  private static Optional<FileChannel> locked(Path file) throws IOException {
    Files.createDirectories(file.getParent(), PrivateFiles.DIRECTORY);
    FileChannel channel =
        FileChannel.open(file, Set.of(CREATE, WRITE, NOFOLLOW_LINKS), PrivateFiles.FILE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(channel);
      }
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StorageException(file + " cannot be deleted.", e);
    }
  }
}
