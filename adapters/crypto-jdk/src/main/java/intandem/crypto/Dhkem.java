package intandem.crypto;

import static intandem.crypto.Octets.ascii;
import static intandem.crypto.Octets.join;
import static intandem.crypto.Octets.uint16;

/** The key derivation of DHKEM(X25519, HKDF-SHA256), RFC 9180 section 4.1. */
final class Dhkem {
  static final int ID = 0x0020;

  private static final int SECRET_SIZE = 32;

  private Dhkem() {}

  /** ExtractAndExpand over the agreed point and both public keys: 32 bytes. */
  static byte[] secret(byte[] agreed, byte[] enc, byte[] recipient) {
    var kdf = new LabeledKdf(join(ascii("KEM"), uint16(ID)));
    byte[] prk = kdf.extract(new byte[0], "eae_prk", agreed);
    return kdf.expand(prk, "shared_secret", join(enc, recipient), SECRET_SIZE);
  }
}
