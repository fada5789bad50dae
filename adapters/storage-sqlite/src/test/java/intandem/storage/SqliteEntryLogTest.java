package intandem.storage;

import intandem.contract.EntryLogContract;
import intandem.domain.port.EntryLog;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteEntryLogTest extends EntryLogContract {
  @TempDir Path directory;
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(directory.resolve("member.db"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected EntryLog log() {
    return database.log();
  }
}
