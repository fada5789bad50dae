package intandem.crypto;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM (NIST SP 800-38D) with a 12-byte nonce and a 16-byte tag behind the ciphertext. */
final class AesGcm {
  static final int NONCE_SIZE = 12;
  private static final int TAG_SIZE = 16;

  private AesGcm() {}

  /** Never call it twice with one key and one nonce: that gives both texts away. */
  static byte[] seal(byte[] key, byte[] nonce, byte[] plaintext, byte[] aad) {
    return JdkCall.must(() -> cipher(Cipher.ENCRYPT_MODE, key, nonce, aad).doFinal(plaintext));
  }

  /** Empty for anything that was not sealed with this key, nonce and associated data. */
  static Optional<byte[]> open(byte[] key, byte[] nonce, byte[] sealed, byte[] aad) {
    var cipher = JdkCall.must(() -> cipher(Cipher.DECRYPT_MODE, key, nonce, aad));
    return JdkCall.must(
        () -> {
          try {
            return Optional.of(cipher.doFinal(sealed));
          } catch (AEADBadTagException forged) {
            return Optional.empty();
          }
        });
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] aad)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_SIZE * Byte.SIZE, nonce));
    cipher.updateAAD(aad);
    return cipher;
  }
}
