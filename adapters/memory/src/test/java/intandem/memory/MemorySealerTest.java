package intandem.memory;

import intandem.contract.SealerContract;
import intandem.domain.port.Sealer;
import java.util.SplittableRandom;

final class MemorySealerTest extends SealerContract {
  private final Sealer sealer = new MemorySealer(new SplittableRandom(1));

  @Override
  protected Sealer sealer() {
    return sealer;
  }
}
