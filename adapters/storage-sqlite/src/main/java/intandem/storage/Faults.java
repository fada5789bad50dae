package intandem.storage;

import intandem.domain.port.StorageException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Says what went wrong with a database and what can be done about it. */
final class Faults {
  private static final int PRIMARY_CODE = 0xff;

  private Faults() {}

  static StorageException storage(Path file, SQLException cause) {
    return new StorageException(sentence(file, cause), cause);
  }

  static StorageException damaged(Path file, Throwable cause) {
    return new StorageException(damage(file), cause);
  }

  static StorageException damaged(Path file) {
    return new StorageException(damage(file));
  }

  private static String damage(Path file) {
    return file
        + " is damaged and was left as it is. Move it away and rejoin: the log then comes back"
        + " from the other members.";
  }

  /** Primary result codes as in sqlite.org/rescode.html. */
  private static String sentence(Path file, SQLException cause) {
    SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(cause.getErrorCode() & PRIMARY_CODE);
    return switch (code) {
      case SQLITE_CORRUPT, SQLITE_NOTADB -> damage(file);
      case SQLITE_FULL -> "The disk is full: nothing was stored in " + file + ". Free some space.";
      case SQLITE_READONLY, SQLITE_PERM ->
          file + " cannot be written: nothing was stored. Make it and its directory writable.";
      case SQLITE_CANTOPEN -> file + " cannot be opened: check who may read and write it.";
      case SQLITE_BUSY, SQLITE_LOCKED ->
          file + " is in use by another process: nothing was stored.";
      case SQLITE_IOERR -> "The disk failed at " + file + ": nothing was stored.";
      default -> file + " failed (" + code + "): nothing was stored.";
    };
  }
}
