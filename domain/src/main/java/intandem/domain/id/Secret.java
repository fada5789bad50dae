package intandem.domain.id;

import java.security.MessageDigest;
import java.util.random.RandomGenerator;

/** Key material or a password: never printed, compared in constant time. */
public final class Secret {
  private final byte[] value;

  private Secret(byte[] value) {
    this.value = value;
  }

  /** Copies the array. */
  public static Secret of(byte[] value) {
    return new Secret(value.clone());
  }

  /** Fresh key material of that many bytes. */
  public static Secret random(RandomGenerator entropy, int size) {
    byte[] value = new byte[size];
    entropy.nextBytes(value);
    return new Secret(value);
  }

  /** A copy of the raw bytes: the one place where a secret leaves its type. */
  public byte[] expose() {
    return value.clone();
  }

  /** Length in bytes. */
  public int size() {
    return value.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(value, secret.value);
  }

  /** Equal for secrets of one length, so that a hash tells nothing about the bytes. */
  @Override
  public int hashCode() {
    return value.length;
  }

  @Override
  public String toString() {
    return "Secret[" + value.length + " bytes]";
  }
}
