package intandem.domain.replica;

import intandem.domain.id.Bytes;
import java.util.Arrays;
import java.util.Optional;

/**
 * Hides the length of short texts: one 0x80 and zeros (ISO/IEC 7816-4) up to a multiple of 256
 * bytes; texts of 4 KiB and more get the 0x80 only.
 */
final class Padding {
  private static final int BLOCK = 256;
  private static final int LONG = 4 * 1024;
  private static final byte MARK = (byte) 0x80;

  private Padding() {}

  static Bytes pad(Bytes text) {
    int marked = text.size() + 1;
    int size = marked > LONG ? marked : (marked + BLOCK - 1) / BLOCK * BLOCK;
    byte[] padded = Arrays.copyOf(text.toArray(), size);
    padded[text.size()] = MARK;
    return Bytes.of(padded);
  }

  static Optional<Bytes> strip(Bytes padded) {
    byte[] bytes = padded.toArray();
    int end = bytes.length - 1;
    while (end >= 0 && bytes[end] == 0) {
      end--;
    }
    return end >= 0 && bytes[end] == MARK ? Optional.of(padded.slice(0, end)) : Optional.empty();
  }
}
