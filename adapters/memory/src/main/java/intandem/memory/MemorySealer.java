package intandem.memory;

import intandem.domain.id.Bytes;
import intandem.domain.id.Hash;
import intandem.domain.id.Lv;
import intandem.domain.id.Secret;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Sealer;
import intandem.domain.protocol.KeyWrap.Wrapped;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Seals with a key stream and tags of SHA-256, fast and repeatable. The instance knows every
 * private key it made, so that it can wrap to a public one; all who exchange wraps share one.
 */
public final class MemorySealer implements Sealer {
  private static final int NONCE = 12;
  private static final int TAG = 16;

  private final RandomGenerator entropy;
  private final Map<Bytes, Secret> privateKeys = new HashMap<>();

  /** A sealer that made no key yet. */
  public MemorySealer(RandomGenerator entropy) {
    this.entropy = entropy;
  }

  @Override
  public synchronized KeyPair generate() {
    Secret privateKey = Secret.random(entropy, Hash.SIZE);
    Bytes publicKey = hash("public", privateKey, Bytes.EMPTY, Bytes.EMPTY);
    privateKeys.put(publicKey, privateKey);
    return new KeyPair(publicKey, privateKey);
  }

  @Override
  public synchronized Bytes seal(Secret key, Bytes plaintext, Bytes aad) {
    Bytes nonce = Bytes.random(entropy, NONCE);
    byte[] hidden = masked(key, nonce, plaintext.toArray());
    ByteBuffer sealed = ByteBuffer.allocate(NONCE + hidden.length + TAG);
    sealed.put(nonce.toArray()).put(hidden);
    sealed.put(tag(key, Bytes.of(sealed.array()).slice(0, sealed.position()), aad).toArray());
    return Bytes.of(sealed.array());
  }

  @Override
  public Optional<Bytes> open(Secret key, Bytes sealed, Bytes aad) {
    int end = sealed.size() - TAG;
    if (end < NONCE || !tag(key, sealed.slice(0, end), aad).equals(sealed.slice(end, end + TAG))) {
      return Optional.empty();
    }
    byte[] hidden = sealed.slice(NONCE, end).toArray();
    return Optional.of(Bytes.of(masked(key, sealed.slice(0, NONCE), hidden)));
  }

  @Override
  public Secret derive(Secret input, Bytes salt, Bytes info) {
    return Secret.of(hash("derive", input, salt, info).toArray());
  }

  @Override
  public Bytes mac(Secret key, Bytes message) {
    return hash("mac", key, message, Bytes.EMPTY);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the recipient's key was not made here
   */
  @Override
  public synchronized boolean accepts(Bytes recipient) {
    return privateKeys.containsKey(recipient);
  }

  @Override
  public synchronized Wrapped wrap(Bytes recipient, Bytes plaintext, Bytes info) {
    Secret privateKey = privateKeys.getOrDefault(recipient, Secret.random(entropy, Hash.SIZE));
    Bytes enc = Bytes.random(entropy, Hash.SIZE);
    return new Wrapped(enc, seal(derive(privateKey, enc, info), plaintext, Bytes.EMPTY));
  }

  @Override
  public Optional<Bytes> unwrap(KeyPair recipient, Wrapped wrapped, Bytes info) {
    Secret key = derive(recipient.privateKey(), wrapped.enc(), info);
    return open(key, wrapped.ct(), Bytes.EMPTY);
  }

  private static byte[] masked(Secret key, Bytes nonce, byte[] text) {
    byte[] block = {};
    for (int i = 0; i < text.length; i++) {
      if (i % Hash.SIZE == 0) {
        Bytes counter = Lv.of("counter").add(i).bytes();
        block = hash("stream", key, nonce, counter).toArray();
      }
      text[i] ^= block[i % Hash.SIZE];
    }
    return text;
  }

  private static Bytes tag(Secret key, Bytes sealed, Bytes aad) {
    return hash("tag", key, sealed, aad).slice(0, TAG);
  }

  private static Bytes hash(String use, Secret key, Bytes first, Bytes second) {
    Lv parts = Lv.of(use).add(Bytes.of(key.expose())).add(first).add(second);
    return Hash.of(parts.bytes()).value();
  }
}
