package intandem.domain.id;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A SHA-256 value (FIPS 180-4), 32 bytes. */
public record Hash(Bytes value) {
  /** Length in bytes. */
  public static final int SIZE = 32;

  /** 32 zero bytes: the hash before the first entry. */
  public static final Hash ZERO = new Hash(Bytes.of(new byte[SIZE]));

  public Hash {
    if (value.size() != SIZE) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + value.size());
    }
  }

  /** The SHA-256 of the bytes. */
  public static Hash of(Bytes bytes) {
    try {
      return new Hash(Bytes.of(MessageDigest.getInstance("SHA-256").digest(bytes.toArray())));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
