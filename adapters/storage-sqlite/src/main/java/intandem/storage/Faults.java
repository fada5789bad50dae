package intandem.storage;

import intandem.domain.port.DamageException;
import intandem.domain.port.StorageException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Says what went wrong with a database and what can be done about it. */
final class Faults {
  private static final int PRIMARY_CODE = 0xff;
  private static final String DAMAGED =
      " is damaged. The next start of this session sets it aside and fetches the log anew.";

  private Faults() {}

  static StorageException storage(Path file, SQLException cause) {
    SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(cause.getErrorCode() & PRIMARY_CODE);
    return switch (code) {
      case SQLITE_CORRUPT, SQLITE_NOTADB -> damaged(file, cause);
      default -> new StorageException(sentence(file, code), cause);
    };
  }

  static DamageException damaged(Path file, Throwable cause) {
    return new DamageException(file + DAMAGED, cause);
  }

  static DamageException damaged(Path file) {
    return new DamageException(file + DAMAGED);
  }

  /** Primary result codes as in sqlite.org/rescode.html. */
  private static String sentence(Path file, SQLiteErrorCode code) {
    return switch (code) {
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
