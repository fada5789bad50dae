package intandem.crypto;

import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-512 (RFC 6234) and HMAC (RFC 2104) of the JDK. */
final class Hashes {
  private Hashes() {}

  static byte[] sha512(byte[] message) {
    return JdkCall.must(() -> MessageDigest.getInstance("SHA-512")).digest(message);
  }

  static byte[] hmacSha256(byte[] key, byte[] message) {
    return hmac("HmacSHA256", key, message);
  }

  static byte[] hmacSha512(byte[] key, byte[] message) {
    return hmac("HmacSHA512", key, message);
  }

  private static byte[] hmac(String algorithm, byte[] key, byte[] message) {
    return JdkCall.must(
        () -> {
          var mac = Mac.getInstance(algorithm);
          mac.init(new SecretKeySpec(key, algorithm));
          return mac.doFinal(message);
        });
  }
}
