package intandem.domain.port;

import intandem.domain.id.Bytes;
import intandem.domain.id.Secret;
import intandem.domain.protocol.KeyWrap.Wrapped;
import java.util.Optional;

/** Everything that hides or authenticates bytes with a key. */
public interface Sealer {
  /** A fresh X25519 key pair, for {@link #wrap}. */
  KeyPair generate();

  /**
   * Seals with AES-256-GCM under a fresh random nonce: nonce (12), cipher text, tag (16).
   *
   * @param aad authenticated, not hidden
   */
  Bytes seal(Secret key, Bytes plaintext, Bytes aad);

  /** Opens; empty for anything that was not sealed just so, and never why. */
  Optional<Bytes> open(Secret key, Bytes sealed, Bytes aad);

  /** Derives a key of 32 bytes: HKDF-SHA256, extract then expand (RFC 5869). */
  Secret derive(Secret input, Bytes salt, Bytes info);

  /** HMAC-SHA256 (RFC 2104), 32 bytes. */
  Bytes mac(Secret key, Bytes message);

  /** Whether a key of someone else can be wrapped to: 32 bytes, and not of small order. */
  boolean accepts(Bytes recipient);

  /**
   * Seals to a public key: HPKE base mode, single shot, no associated data (RFC 9180). What is
   * sealed to a key that is not accepted, nobody can open.
   */
  Wrapped wrap(Bytes recipient, Bytes plaintext, Bytes info);

  /** Opens what was wrapped to the key pair with the same info; empty for anything else. */
  Optional<Bytes> unwrap(KeyPair recipient, Wrapped wrapped, Bytes info);
}
