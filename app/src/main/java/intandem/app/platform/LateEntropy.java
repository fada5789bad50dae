package intandem.app.platform;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Unguessable numbers. The platform's source is looked up at their first use: a host that only asks
 * who is there does not wait for it. Safe to use from several threads.
 */
public final class LateEntropy implements RandomGenerator {
  private Optional<SecureRandom> source = Optional.empty();

  private synchronized SecureRandom source() {
    SecureRandom found = source.orElseGet(SecureRandom::new);
    source = Optional.of(found);
    return found;
  }

  @Override
  public long nextLong() {
    return source().nextLong();
  }

  @Override
  public void nextBytes(byte[] bytes) {
    source().nextBytes(bytes);
  }
}
