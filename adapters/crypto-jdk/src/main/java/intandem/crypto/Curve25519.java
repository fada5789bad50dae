package intandem.crypto;

import java.security.InvalidKeyException;
import java.security.spec.InvalidKeySpecException;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/** The function X25519 of RFC 7748 section 5 on raw 32-byte scalars and u-coordinates. */
final class Curve25519 {
  private Curve25519() {}

  /** The public key of a scalar: its product with the base point 9 (RFC 7748 section 6.1). */
  static byte[] publicKey(byte[] scalar) {
    byte[] basePoint = new byte[RawKeys.SIZE];
    basePoint[0] = 9;
    return multiply(scalar, basePoint).orElseThrow();
  }

  /** Empty for a point that is not 32 bytes or has small order, whose product would be zero. */
  static Optional<byte[]> multiply(byte[] scalar, byte[] point) {
    var agreement =
        JdkCall.must(
            () -> {
              var initialised = KeyAgreement.getInstance("X25519");
              initialised.init(RawKeys.X25519.privateKey(scalar));
              return initialised;
            });
    try {
      agreement.doPhase(RawKeys.X25519.publicKey(point), true);
    } catch (InvalidKeyException | InvalidKeySpecException refused) {
      return Optional.empty();
    }
    return Optional.of(agreement.generateSecret());
  }
}
