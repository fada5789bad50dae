package intandem.contract;

import intandem.domain.id.Bytes;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every small way to damage a sequence of bytes. */
final class Tampering {
  private Tampering() {}

  /** Each bit turned, each cut, and one byte too many. */
  static Stream<Bytes> of(Bytes good) {
    return Stream.of(ofEveryBit(good), everyCut(good), Stream.of(longer(good)))
        .flatMap(damaged -> damaged);
  }

  /** Each with one bit turned over. */
  static Stream<Bytes> ofEveryBit(Bytes good) {
    return IntStream.range(0, good.size() * Byte.SIZE).mapToObj(bit -> flipped(good, bit));
  }

  /** Every shorter beginning, the empty one included. */
  static Stream<Bytes> everyCut(Bytes good) {
    return IntStream.range(0, good.size()).mapToObj(length -> good.slice(0, length));
  }

  /** A zero byte behind the end. */
  static Bytes longer(Bytes good) {
    return Bytes.of(Arrays.copyOf(good.toArray(), good.size() + 1));
  }

  private static Bytes flipped(Bytes good, int bit) {
    byte[] bytes = good.toArray();
    bytes[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
    return Bytes.of(bytes);
  }
}
