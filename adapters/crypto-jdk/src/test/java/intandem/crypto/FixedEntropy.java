package intandem.crypto;

import java.util.random.RandomGenerator;

/** Gives out the bytes of one vector, once, and to one call of exactly that many. */
final class FixedEntropy implements RandomGenerator {
  private final byte[] value;
  private boolean spent;

  FixedEntropy(byte[] value) {
    this.value = value.clone();
  }

  @Override
  public void nextBytes(byte[] bytes) {
    if (spent || bytes.length != value.length) {
      throw new IllegalStateException("Only one call for " + value.length + " bytes was expected");
    }
    spent = true;
    System.arraycopy(value, 0, bytes, 0, value.length);
  }

  @Override
  public long nextLong() {
    throw new UnsupportedOperationException("Only whole byte strings are random here");
  }
}
