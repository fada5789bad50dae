package intandem.codec;

import intandem.contract.CodecContract;
import intandem.domain.port.Codec;

class JsonCodecTest extends CodecContract {
  @Override
  protected Codec codec() {
    return new JsonCodec();
  }
}
