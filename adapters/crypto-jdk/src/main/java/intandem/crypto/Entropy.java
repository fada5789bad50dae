package intandem.crypto;

import java.io.Serial;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * The injected source of randomness in the shape that the JDK's key generators ask for. As strong
 * as its source: production injects a {@link SecureRandom}.
 */
final class Entropy extends SecureRandom {
  @Serial private static final long serialVersionUID = 1L;

  private final transient RandomGenerator source;

  Entropy(RandomGenerator source) {
    this.source = source;
  }

  @Override
  public void nextBytes(byte[] bytes) {
    source.nextBytes(bytes);
  }
}
