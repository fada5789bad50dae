package intandem.domain.id;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * An immutable sequence of bytes with value equality. Not for secrets: those are {@link Secret}.
 */
public final class Bytes {
  /** No bytes at all. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] value;

  private Bytes(byte[] value) {
    this.value = value;
  }

  /** Copies the array. */
  public static Bytes of(byte[] value) {
    return new Bytes(value.clone());
  }

  /** That many bytes, as they come from there. */
  public static Bytes random(RandomGenerator entropy, int size) {
    byte[] value = new byte[size];
    entropy.nextBytes(value);
    return new Bytes(value);
  }

  /** The UTF-8 form of the text. */
  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A copy as an array. */
  public byte[] toArray() {
    return value.clone();
  }

  /** Length in bytes. */
  public int size() {
    return value.length;
  }

  /** The bytes from one index (inclusive) to another (exclusive). */
  public Bytes slice(int from, int to) {
    return new Bytes(Arrays.copyOfRange(value, from, to));
  }

  /** The bytes read as UTF-8. */
  public String utf8() {
    return new String(value, StandardCharsets.UTF_8);
  }

  /** Lower-case hexadecimal form. */
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  /** base64url without padding (RFC 4648 section 5). */
  public String base64() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return hex();
  }
}
