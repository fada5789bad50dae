package intandem.crypto;

import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256 (RFC 5869). An empty salt counts as 32 zero bytes (section 2.2). */
final class Hkdf {
  private Hkdf() {}

  static byte[] extract(byte[] salt, byte[] input) {
    var spec = HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(input).extractOnly();
    return JdkCall.must(() -> KDF.getInstance("HKDF-SHA256").deriveData(spec));
  }

  /** At most 255 x 32 bytes. */
  static byte[] expand(byte[] prk, byte[] info, int length) {
    var key = new SecretKeySpec(prk, "HKDF-PRK");
    var spec = HKDFParameterSpec.expandOnly(key, info, length);
    return JdkCall.must(() -> KDF.getInstance("HKDF-SHA256").deriveData(spec));
  }
}
