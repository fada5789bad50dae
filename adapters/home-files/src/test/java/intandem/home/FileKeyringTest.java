package intandem.home;

import intandem.contract.KeyringContract;
import intandem.domain.port.Keyring;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class FileKeyringTest extends KeyringContract {
  @TempDir Path directory;
  private Home home;

  @BeforeEach
  void open() {
    home = Home.open(directory.resolve("home"));
  }

  @Override
  protected Keyring keyring() {
    return home.keyring();
  }
}
