package intandem.crypto;

import static intandem.crypto.Octets.ascii;
import static intandem.crypto.Octets.lengthPrefixed;

import java.util.Arrays;

/** G_X25519.calculate_generator with SHA-512 (draft-irtf-cfrg-cpace-21). */
final class CpaceGenerator {
  private static final byte[] DSI = ascii("CPace255");
  private static final int HASH_BLOCK = 128;

  private CpaceGenerator() {}

  static byte[] of(byte[] password, byte[] context, byte[] session) {
    byte[] hash = Hashes.sha512(string(password, context, session));
    return Elligator2.map(Arrays.copyOf(hash, RawKeys.SIZE));
  }

  /** generator_string: zeros fill the first hash block, so its work hides the password's length. */
  static byte[] string(byte[] password, byte[] context, byte[] session) {
    int used = lengthPrefixed(password).length + lengthPrefixed(DSI).length + 1;
    byte[] zeros = new byte[Math.max(0, HASH_BLOCK - used)];
    return lengthPrefixed(DSI, password, zeros, context, session);
  }
}
