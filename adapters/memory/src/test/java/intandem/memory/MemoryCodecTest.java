package intandem.memory;

import intandem.contract.CodecContract;
import intandem.domain.port.Codec;

class MemoryCodecTest extends CodecContract {
  @Override
  protected Codec codec() {
    return new MemoryCodec();
  }
}
