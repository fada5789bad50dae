package intandem.crypto;

import intandem.domain.id.Bytes;
import intandem.domain.port.KeyPair;
import intandem.domain.protocol.KeyWrap.Wrapped;
import java.util.Optional;

/**
 * HPKE (RFC 9180 section 6.1, single shot) in base mode with DHKEM(X25519, HKDF-SHA256),
 * HKDF-SHA256 and AES-256-GCM, without associated data.
 */
final class Hpke {
  private static final int AES_256_GCM = 0x0002;
  private static final int KEY_SIZE = 32;

  private Hpke() {}

  /** Empty where the recipient's key is not 32 bytes or has small order. */
  static Optional<Wrapped> seal(KeyPair ephemeral, Bytes recipient, Bytes plaintext, Bytes info) {
    byte[] enc = ephemeral.publicKey().toArray();
    return Curve25519.multiply(ephemeral.privateKey().expose(), recipient.toArray())
        .map(agreed -> keys(Dhkem.secret(agreed, enc, recipient.toArray()), info))
        .map(keys -> keys.seal(plaintext.toArray()))
        .map(ciphertext -> new Wrapped(ephemeral.publicKey(), Bytes.of(ciphertext)));
  }

  /** Empty for anything that was not sealed for this recipient with this {@code info}. */
  static Optional<Bytes> open(KeyPair recipient, Wrapped wrapped, Bytes info) {
    byte[] enc = wrapped.enc().toArray();
    return Curve25519.multiply(recipient.privateKey().expose(), enc)
        .map(agreed -> keys(Dhkem.secret(agreed, enc, recipient.publicKey().toArray()), info))
        .flatMap(keys -> keys.open(wrapped.ct().toArray()))
        .map(Bytes::of);
  }

  private static HpkeKeys keys(byte[] sharedSecret, Bytes info) {
    return HpkeKeys.schedule(AES_256_GCM, KEY_SIZE, sharedSecret, info.toArray());
  }
}
