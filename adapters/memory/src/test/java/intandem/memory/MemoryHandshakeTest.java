package intandem.memory;

import intandem.contract.HandshakeContract;
import intandem.domain.port.Handshake;
import java.util.SplittableRandom;

final class MemoryHandshakeTest extends HandshakeContract {
  private final Handshake handshake = new MemoryHandshake(new SplittableRandom(1));

  @Override
  protected Handshake handshake() {
    return handshake;
  }
}
