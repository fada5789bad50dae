package intandem.crypto;

import intandem.domain.id.Bytes;
import intandem.domain.id.Secret;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Sealer;
import intandem.domain.protocol.KeyWrap.Wrapped;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * {@link Sealer} over the JDK alone: AES-256-GCM with random 96-bit nonces, HKDF-SHA256 (RFC 5869),
 * HMAC-SHA256 and HPKE base mode (RFC 9180). As thread-safe as its source of randomness.
 */
public final class JdkSealer implements Sealer {
  private static final int KEY_SIZE = 32;

  private final RandomGenerator entropy;

  /** Production passes a {@link java.security.SecureRandom}. */
  public JdkSealer(RandomGenerator entropy) {
    this.entropy = entropy;
  }

  @Override
  public KeyPair generate() {
    var scalar = Secret.random(entropy, RawKeys.SIZE);
    return new KeyPair(Bytes.of(Curve25519.publicKey(scalar.expose())), scalar);
  }

  @Override
  public Bytes seal(Secret key, Bytes plaintext, Bytes aad) {
    byte[] nonce = new byte[AesGcm.NONCE_SIZE];
    entropy.nextBytes(nonce);
    byte[] sealed = AesGcm.seal(checked(key), nonce, plaintext.toArray(), aad.toArray());
    return Bytes.of(Octets.join(nonce, sealed));
  }

  @Override
  public Optional<Bytes> open(Secret key, Bytes sealed, Bytes aad) {
    byte[] secret = checked(key);
    if (sealed.size() < AesGcm.NONCE_SIZE) {
      return Optional.empty();
    }
    byte[] nonce = sealed.slice(0, AesGcm.NONCE_SIZE).toArray();
    byte[] ciphertext = sealed.slice(AesGcm.NONCE_SIZE, sealed.size()).toArray();
    return AesGcm.open(secret, nonce, ciphertext, aad.toArray()).map(Bytes::of);
  }

  @Override
  public Secret derive(Secret input, Bytes salt, Bytes info) {
    byte[] prk = Hkdf.extract(salt.toArray(), input.expose());
    return Secret.of(Hkdf.expand(prk, info.toArray(), KEY_SIZE));
  }

  @Override
  public Bytes mac(Secret key, Bytes message) {
    return Bytes.of(Hashes.hmacSha256(key.expose(), message.toArray()));
  }

  @Override
  public boolean accepts(Bytes recipient) {
    return Hpke.seal(generate(), recipient, Bytes.EMPTY, Bytes.EMPTY).isPresent();
  }

  @Override
  public Wrapped wrap(Bytes recipient, Bytes plaintext, Bytes info) {
    return Hpke.seal(generate(), recipient, plaintext, info)
        .or(() -> Hpke.seal(generate(), generate().publicKey(), plaintext, info))
        .orElseThrow();
  }

  @Override
  public Optional<Bytes> unwrap(KeyPair recipient, Wrapped wrapped, Bytes info) {
    return Hpke.open(recipient, wrapped, info);
  }

  private static byte[] checked(Secret key) {
    byte[] bytes = key.expose();
    if (bytes.length != KEY_SIZE) {
      throw new IllegalArgumentException("An AES-256 key is " + KEY_SIZE + " bytes");
    }
    return bytes;
  }
}
