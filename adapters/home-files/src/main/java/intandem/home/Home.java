package intandem.home;

import intandem.domain.port.Keyring;
import intandem.domain.port.StorageException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;

/**
 * The directory in which a user's name, keys, data and session records live. A process opens it
 * once: locks are kept by this object.
 */
public final class Home {
  private static final String VARIABLE = "INTANDEM_HOME";

  /** Stands in a variable for what is not in the character set of file names. */
  private static final char UNDECODED = '\ufffd';

  private final Path directory;
  private final PrivateFiles files;
  private final FileKeyring keyring;
  private final Memberships memberships;

  private Home(Path directory, PrivateFiles files) {
    this.directory = directory;
    this.files = files;
    this.keyring = new FileKeyring(directory.resolve("keys"), files);
    this.memberships = new Memberships(directory.resolve("data"), keyring);
  }

  /**
   * Where it is: {@code INTANDEM_HOME}, else {@code .tandem} in {@code HOME} or that directory.
   *
   * @throws StorageException if the variable that says it holds no absolute path: keys would land
   *     in whatever directory a process is started in
   */
  public static Path locate(Map<String, String> environment, Path userHome) {
    String own = environment.getOrDefault(VARIABLE, "");
    if (!own.isEmpty()) {
      return absolute(VARIABLE, own);
    }
    String home = environment.getOrDefault("HOME", "");
    return (home.isEmpty() ? userHome : absolute("HOME", home)).resolve(".tandem");
  }

  private static Path absolute(String variable, String value) {
    if (!value.startsWith("/") || value.indexOf(UNDECODED) >= 0) {
      throw new StorageException(
          variable + "=" + value + " is no absolute path: write it in full, from / on, in UTF-8.");
    }
    return Path.of(value).normalize();
  }

  /**
   * Opens the directory, or makes it with mode 0700.
   *
   * @throws StorageException if it cannot be made, is not this user's or is open to other users
   */
  public static Home open(Path directory) {
    try {
      Files.createDirectories(directory, PrivateFiles.DIRECTORY);
      Path real = directory.toRealPath();
      return new Home(real, new PrivateFiles(soleUser(real)));
    } catch (FileAlreadyExistsException e) {
      throw new StorageException(directory + " is no directory: move it away.", e);
    } catch (IOException e) {
      throw new StorageException(directory + " cannot be used: is it writable?", e);
    }
  }

  /**
   * Finds out whether {@link #open} could make a directory that is missing; leaves nothing behind.
   *
   * @throws StorageException if it could not
   */
  public static void probe(Path missing) {
    Path above = missing;
    while (above.getParent() != null && Files.notExists(above)) {
      above = above.getParent();
    }
    try {
      Files.delete(Files.createTempDirectory(above, ".", PrivateFiles.DIRECTORY));
    } catch (IOException e) {
      throw new StorageException(missing + " cannot be made: is " + above + " writable?", e);
    }
  }

  /** The keys of every member that this user is. */
  public Keyring keyring() {
    return keyring;
  }

  /** What this user is called in workspaces joined from now on. */
  public Username username() {
    return new Username(directory.resolve("username"), files);
  }

  /** The memberships on this machine and their locks. */
  public Memberships memberships() {
    return memberships;
  }

  /** The session records, as seen from a process. */
  public Sessions sessions(Self self, Processes processes) {
    return new Sessions(directory.resolve("sessions"), files, self, processes);
  }

  /** Where a member's hub was last. */
  public KnownHubs hubs(Membership membership) {
    return new KnownHubs(memberships.data(membership, ".hubs"), files);
  }

  /** The file for a member's database. */
  public Path database(Membership membership) {
    return memberships.data(membership, ".db");
  }

  /** The file with a member's keys. */
  public Path keys(Membership membership) {
    return keyring.file(membership.workspace(), membership.member());
  }

  private static UserPrincipal soleUser(Path directory) throws IOException {
    PosixFileAttributes is = Files.readAttributes(directory, PosixFileAttributes.class);
    if (PrivateFiles.open(is)) {
      throw new StorageException(
          directory + " is open to other users. Run: chmod 700 " + directory);
    }
    Path probe = Files.createTempFile(directory, ".", ".new", PrivateFiles.FILE);
    UserPrincipal user = Files.getOwner(probe);
    Files.delete(probe);
    if (!is.owner().equals(user)) {
      throw new StorageException(
          directory + " belongs to " + is.owner() + ": name your own in INTANDEM_HOME.");
    }
    return user;
  }
}
