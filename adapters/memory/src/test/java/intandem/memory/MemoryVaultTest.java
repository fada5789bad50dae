package intandem.memory;

import intandem.contract.SessionVaultContract;
import intandem.domain.port.SessionVault;

final class MemoryVaultTest extends SessionVaultContract {
  private final SessionVault vault = new MemoryVault();

  @Override
  protected SessionVault vault() {
    return vault;
  }
}
