package intandem.crypto;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The map map_to_curve_elligator2 onto curve25519 (RFC 9380 section 6.7.1), u-coordinate only.
 * BigInteger is not constant time: an observer on the same machine may time one evaluation, on a
 * value that a fresh session randomises, for a code that lives an hour.
 */
final class Elligator2 {
  private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger J = BigInteger.valueOf(486662);
  private static final BigInteger HALF_ORDER = P.shiftRight(1);
  private static final int SIZE = 32;

  private Elligator2() {}

  /** The u-coordinate for 32 bytes, both little-endian (decodeUCoordinate of RFC 7748). */
  static byte[] map(byte[] field) {
    var r = decode(field);
    var denominator = r.multiply(r).shiftLeft(1).add(BigInteger.ONE);
    var u = J.negate().multiply(denominator.modInverse(P)).mod(P);
    return encode(isSquare(curve(u)) ? u : u.negate().subtract(J).mod(P));
  }

  /** u^3 + J u^2 + u, the right-hand side of the curve's equation. */
  private static BigInteger curve(BigInteger u) {
    return u.multiply(u).add(J.multiply(u)).add(BigInteger.ONE).multiply(u).mod(P);
  }

  private static boolean isSquare(BigInteger value) {
    return value.modPow(HALF_ORDER, P).equals(BigInteger.ONE);
  }

  private static BigInteger decode(byte[] littleEndian) {
    byte[] bytes = reversed(littleEndian);
    bytes[0] &= 0x7f;
    return new BigInteger(1, bytes).mod(P);
  }

  private static byte[] encode(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return Arrays.copyOf(reversed(bytes), SIZE);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
