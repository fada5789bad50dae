package intandem.storage;

import intandem.domain.port.StorageException;
import java.sql.SQLException;

/** The tables of a database, and whether a file holds them in a version that can be read. */
final class Schema {
  /** "InTd", at offset 68 of the file (sqlite.org/fileformat2.html, 1.3). */
  private static final int APPLICATION = 0x496e5464;

  private static final int VERSION = 1;

  /** On macOS a plain fsync leaves data in the drive's cache: sqlite.org/pragma.html, fullfsync. */
  private static final String SETTINGS =
      """
      PRAGMA busy_timeout = 2000;
      PRAGMA trusted_schema = OFF;
      PRAGMA foreign_keys = ON;
      PRAGMA secure_delete = ON;
      PRAGMA synchronous = FULL;
      PRAGMA fullfsync = ON;
      PRAGMA checkpoint_fullfsync = ON;
      """;

  private static final String TABLES =
      """
      CREATE TABLE entries (
        idx INTEGER PRIMARY KEY,
        term INTEGER NOT NULL,
        hub_key BLOB NOT NULL,
        at_ms INTEGER NOT NULL,
        head_hash BLOB NOT NULL,
        kind TEXT NOT NULL,
        header BLOB,
        body BLOB,
        mac BLOB,
        member TEXT,
        online INTEGER,
        signature BLOB NOT NULL,
        CHECK (CASE kind
          WHEN 'command' THEN header IS NOT NULL AND body IS NOT NULL AND mac IS NOT NULL
          WHEN 'note' THEN member IS NOT NULL AND online IN (0, 1)
          ELSE FALSE END)
      ) STRICT;
      CREATE TABLE outbox (
        position INTEGER PRIMARY KEY,
        id BLOB NOT NULL UNIQUE,
        sealed BLOB NOT NULL,
        refused TEXT
      ) STRICT;
      CREATE TABLE marks (
        member TEXT NOT NULL,
        id BLOB NOT NULL,
        shown TEXT NOT NULL CHECK (shown IN ('OFFERED', 'SEEN')),
        PRIMARY KEY (member, id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE acks (
        member TEXT PRIMARY KEY,
        term INTEGER NOT NULL,
        hub_key BLOB NOT NULL,
        idx INTEGER NOT NULL,
        head_hash BLOB NOT NULL,
        seen INTEGER NOT NULL,
        signature BLOB NOT NULL
      ) STRICT, WITHOUT ROWID;
      """;

  private Schema() {}

  /** Makes a connection ready for use; a file that cannot be used is only read. */
  static void prepare(Sql sql) {
    boolean fresh =
        sql.read(
            () -> {
              sql.run(SETTINGS);
              return isFresh(sql);
            });
    sql.read(() -> sql.list("PRAGMA journal_mode = WAL", row -> row.getString(1)));
    if (fresh) {
      sql.write(() -> create(sql));
    }
  }

  private static boolean isFresh(Sql sql) throws SQLException {
    int application = number(sql, "PRAGMA application_id");
    int version = number(sql, "PRAGMA user_version");
    if (application == 0 && version == 0) {
      if (number(sql, "SELECT count(*) FROM sqlite_schema") == 0) {
        return true;
      }
    }
    if (application != APPLICATION) {
      throw new StorageException(sql.file() + " is no database of InTandem: move it away.");
    }
    if (version != VERSION) {
      throw new StorageException(
          "%s has format %d, and this InTandem reads only format %d: install the newest InTandem."
              .formatted(sql.file(), version, VERSION));
    }
    return false;
  }

  private static void create(Sql sql) throws SQLException {
    sql.run(TABLES);
    sql.run("PRAGMA application_id = " + APPLICATION);
    sql.run("PRAGMA user_version = " + VERSION);
  }

  private static int number(Sql sql, String query) throws SQLException {
    return sql.list(query, row -> row.getInt(1)).getFirst();
  }
}
