package intandem.home;

import static intandem.contract.StorageSamples.bytes;
import static intandem.contract.StorageSamples.workspace;
import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.contract.KeyringContract;
import intandem.domain.id.Bytes;
import intandem.domain.id.Secret;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Keyring;
import intandem.domain.port.Keyring.Applicant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

  @Test
  void keys_of_a_join_that_cannot_be_read_do_not_hide_the_others() throws IOException {
    Applicant good = applicant(1);
    Applicant open = applicant(2);
    keyring().prepare(workspace(1), good);
    keyring().prepare(workspace(1), open);
    Path keys = directory.resolve("home/keys").resolve(workspace(1).value());
    Homes.allow(keys.resolve(open.member() + ".applying"), "rw-r--r--");
    Files.createDirectory(keys.resolve("folder.applying"));
    assertEquals(List.of(good), keyring().applicants(workspace(1)));
  }

  private static Applicant applicant(int number) {
    return new Applicant(pair(number), pair(number + 10));
  }

  private static KeyPair pair(int number) {
    Bytes key = bytes(32, "key", number);
    return new KeyPair(key, Secret.of(key.toArray()));
  }
}
