package intandem.memory;

import intandem.domain.id.Bytes;
import intandem.domain.id.Hash;
import intandem.domain.id.Lv;
import intandem.domain.id.Secret;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Signer;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Signatures made of hashes: the instance knows every private key it made and signs again to
 * verify. All who shall believe each other share one. A signature is a hash's 64 hexadecimal
 * digits.
 */
public final class MemorySigner implements Signer {
  private final RandomGenerator entropy;
  private final Map<Bytes, Secret> privateKeys = new HashMap<>();

  /** A signer that made no key yet. */
  public MemorySigner(RandomGenerator entropy) {
    this.entropy = entropy;
  }

  @Override
  public synchronized KeyPair generate() {
    Secret privateKey = Secret.random(entropy, Hash.SIZE);
    Bytes publicKey = Hash.of(Lv.of("public").add(Bytes.of(privateKey.expose())).bytes()).value();
    privateKeys.put(publicKey, privateKey);
    return new KeyPair(publicKey, privateKey);
  }

  @Override
  public Bytes sign(Secret privateKey, Bytes message) {
    Lv parts = Lv.of("signature").add(Bytes.of(privateKey.expose())).add(message);
    return Bytes.utf8(Hash.of(parts.bytes()).value().hex());
  }

  @Override
  public synchronized boolean verify(Bytes publicKey, Bytes message, Bytes signature) {
    Secret privateKey = privateKeys.get(publicKey);
    return privateKey != null && sign(privateKey, message).equals(signature);
  }
}
