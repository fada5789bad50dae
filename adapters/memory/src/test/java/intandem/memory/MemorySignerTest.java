package intandem.memory;

import intandem.contract.SignerContract;
import intandem.domain.port.Signer;
import java.util.SplittableRandom;

final class MemorySignerTest extends SignerContract {
  private final Signer signer = new MemorySigner(new SplittableRandom(1));

  @Override
  protected Signer signer() {
    return signer;
  }
}
