package intandem.crypto;

import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Keys of one curve as raw 32 bytes, which RFC 8410 puts behind a fixed prefix. */
enum RawKeys {
  ED25519("Ed25519", "2b6570"),
  X25519("X25519", "2b656e");

  static final int SIZE = 32;

  private final String algorithm;
  private final String oid;

  RawKeys(String algorithm, String oid) {
    this.algorithm = algorithm;
    this.oid = oid;
  }

  /** The raw bytes of a key that the JDK made. */
  static byte[] raw(Key key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - SIZE, encoded.length);
  }

  /** Throws for anything that is not 32 bytes; a point off the curve may show only on use. */
  PublicKey publicKey(byte[] raw) throws InvalidKeySpecException {
    byte[] prefix = HexFormat.of().parseHex("302a30050603" + oid + "032100");
    var spec = new X509EncodedKeySpec(Octets.join(prefix, raw));
    return JdkCall.must(() -> KeyFactory.getInstance(algorithm)).generatePublic(spec);
  }

  /** A private key that is not 32 bytes is a bug of the caller. */
  PrivateKey privateKey(byte[] raw) {
    if (raw.length != SIZE) {
      throw new IllegalArgumentException("A private key is " + SIZE + " bytes");
    }
    byte[] prefix = HexFormat.of().parseHex("302e02010030050603" + oid + "04220420");
    var spec = new PKCS8EncodedKeySpec(Octets.join(prefix, raw));
    return JdkCall.must(() -> KeyFactory.getInstance(algorithm).generatePrivate(spec));
  }
}
