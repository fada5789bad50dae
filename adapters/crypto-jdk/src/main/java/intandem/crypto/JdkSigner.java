package intandem.crypto;

import intandem.domain.id.Bytes;
import intandem.domain.id.Secret;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Signer;
import java.security.InvalidKeyException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.util.random.RandomGenerator;

/** {@link Signer} over the JDK's Ed25519 (RFC 8032); as thread-safe as its randomness. */
public final class JdkSigner implements Signer {
  private static final String ALGORITHM = "Ed25519";

  private final RandomGenerator entropy;

  /** Production passes a {@link java.security.SecureRandom}. */
  public JdkSigner(RandomGenerator entropy) {
    this.entropy = entropy;
  }

  @Override
  public KeyPair generate() {
    var pair =
        JdkCall.must(
            () -> {
              var generator = KeyPairGenerator.getInstance(ALGORITHM);
              generator.initialize(NamedParameterSpec.ED25519, new Entropy(entropy));
              return generator.generateKeyPair();
            });
    return new KeyPair(
        Bytes.of(RawKeys.raw(pair.getPublic())), Secret.of(RawKeys.raw(pair.getPrivate())));
  }

  @Override
  public Bytes sign(Secret privateKey, Bytes message) {
    return JdkCall.must(
        () -> {
          var signature = Signature.getInstance(ALGORITHM);
          signature.initSign(RawKeys.ED25519.privateKey(privateKey.expose()));
          signature.update(message.toArray());
          return Bytes.of(signature.sign());
        });
  }

  @Override
  public boolean verify(Bytes publicKey, Bytes message, Bytes signature) {
    byte[] key = publicKey.toArray();
    if (key.length != RawKeys.SIZE || SmallOrder.includes(key)) {
      return false;
    }
    var verifier = JdkCall.must(() -> Signature.getInstance(ALGORITHM));
    try {
      verifier.initVerify(RawKeys.ED25519.publicKey(key));
      verifier.update(message.toArray());
      return verifier.verify(signature.toArray());
    } catch (InvalidKeySpecException | InvalidKeyException | SignatureException malformed) {
      return false;
    }
  }
}
