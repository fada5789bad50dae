package intandem.codec;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.stream.Stream;

/** A second implementation of the protocol's encodings for hashing, sharing nothing with ours. */
final class Plain {
  private Plain() {}

  /** Parts are text, bytes or a number of eight bytes. */
  static byte[] lv(Object... parts) {
    return Stream.of(parts)
        .map(Plain::part)
        .map(part -> join(u32(part.length), part))
        .reduce(new byte[0], Plain::join);
  }

  static byte[] u32(int number) {
    return new byte[] {
      (byte) (number >>> 24), (byte) (number >>> 16), (byte) (number >>> 8), (byte) number
    };
  }

  static byte[] join(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  static String hex(byte[] bytes) {
    return String.format("%0" + 2 * bytes.length + "x", new BigInteger(1, bytes));
  }

  /** RFC 4648 base 32 of the first bytes, without padding: the number they are, shifted. */
  static String base32(byte[] bytes, int size) {
    int characters = (size * 8 + 4) / 5;
    BigInteger number =
        new BigInteger(1, Arrays.copyOf(bytes, size)).shiftLeft(characters * 5 - size * 8);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < characters; i++) {
      int digit = number.shiftRight(5 * (characters - 1 - i)).intValue() & 31;
      text.append((char) (digit < 26 ? 'A' + digit : '2' + digit - 26));
    }
    return text.toString();
  }

  private static byte[] part(Object part) {
    return switch (part) {
      case String text -> text.getBytes(StandardCharsets.UTF_8);
      case byte[] bytes -> bytes;
      case Long number -> join(u32((int) (number >>> 32)), u32(number.intValue()));
      default -> throw new IllegalArgumentException("no such part");
    };
  }
}
