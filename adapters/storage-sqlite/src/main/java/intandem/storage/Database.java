package intandem.storage;

import intandem.domain.port.EntryLog;
import intandem.domain.port.SessionVault;
import intandem.domain.port.StorageException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * One member's log and vault in one SQLite file. Safe to use from several threads, which take
 * turns; only one process may have it open.
 */
public final class Database implements AutoCloseable {
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_DIRECTORY =
      mode("rwx------");
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE = mode("rw-------");

  private final Sql sql;
  private final EntryLog log;
  private final SessionVault vault;

  private Database(Sql sql) {
    this.sql = sql;
    this.log = new SqliteEntryLog(sql);
    this.vault = new SqliteVault(sql);
  }

  /**
   * Opens the database, or makes it where there is none: the file with mode 0600, missing
   * directories with 0700.
   *
   * @throws StorageException if it cannot be opened, is damaged, is no database of InTandem or one
   *     of a newer version; in each case the file is left as it was
   */
  public static Database open(Path file) {
    create(file);
    Sql sql = Sql.connect(file);
    try {
      Schema.prepare(sql);
    } catch (RuntimeException | Error e) {
      sql.closeAfter(e);
      throw e;
    }
    return new Database(sql);
  }

  /** The log; usable until this is closed. */
  public EntryLog log() {
    return log;
  }

  /** The vault; usable until this is closed. */
  public SessionVault vault() {
    return vault;
  }

  /** Moves what was written into the main file and lets go of it. Closing twice is fine. */
  @Override
  public void close() {
    sql.close();
  }

  private static void create(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent(), PRIVATE_DIRECTORY);
      Files.createFile(file, PRIVATE_FILE);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isRegularFile(file)) {
        throw new StorageException(file + " is in the way of a database: move it away.", e);
      }
    } catch (IOException e) {
      throw new StorageException(file + " cannot be created: is its directory writable?", e);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> mode(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
