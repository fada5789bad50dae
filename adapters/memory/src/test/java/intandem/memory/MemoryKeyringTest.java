package intandem.memory;

import intandem.contract.KeyringContract;
import intandem.domain.port.Keyring;

final class MemoryKeyringTest extends KeyringContract {
  private final Keyring keyring = new MemoryKeyring();

  @Override
  protected Keyring keyring() {
    return keyring;
  }
}
