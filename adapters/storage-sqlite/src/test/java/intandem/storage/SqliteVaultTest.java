package intandem.storage;

import intandem.contract.SessionVaultContract;
import intandem.domain.port.SessionVault;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteVaultTest extends SessionVaultContract {
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
  protected SessionVault vault() {
    return database.vault();
  }
}
