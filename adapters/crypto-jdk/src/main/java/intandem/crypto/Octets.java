package intandem.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Octet strings as the CPace draft and RFC 9180 write them. */
final class Octets {
  private Octets() {}

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** I2OSP(value, 2) of RFC 8017 section 4.1: two bytes, the high one first. */
  static byte[] uint16(int value) {
    return new byte[] {(byte) (value >> 8), (byte) value};
  }

  static byte[] join(byte[]... parts) {
    var joined = new ByteArrayOutputStream();
    for (var part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  /** lv_cat of draft-irtf-cfrg-cpace-21: each part after its length in LEB128. */
  static byte[] lengthPrefixed(byte[]... parts) {
    var joined = new ByteArrayOutputStream();
    for (var part : parts) {
      int length = part.length;
      for (; length > 0x7f; length >>>= 7) {
        joined.write((length & 0x7f) | 0x80);
      }
      joined.write(length);
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
