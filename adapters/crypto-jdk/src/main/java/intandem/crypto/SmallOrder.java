package intandem.crypto;

import java.util.HexFormat;
import java.util.Set;

/**
 * The points of edwards25519 whose order divides 8. Under such a public key anyone can make a
 * signature that verifies for some messages, and the JDK accepts them.
 */
final class SmallOrder {
  /** The y-coordinates 1, -1, 0 and the two of order 8, little-endian, sign bit clear. */
  private static final Set<String> COORDINATES =
      Set.of(
          "0100000000000000000000000000000000000000000000000000000000000000",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "0000000000000000000000000000000000000000000000000000000000000000",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");

  private SmallOrder() {}

  /** Both signs of x count; a y that is not reduced is refused by the JDK itself. */
  static boolean includes(byte[] publicKey) {
    byte[] unsigned = publicKey.clone();
    unsigned[unsigned.length - 1] &= 0x7f;
    return COORDINATES.contains(HexFormat.of().formatHex(unsigned));
  }
}
