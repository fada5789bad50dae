package intandem.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Bytes;
import intandem.domain.port.Codec.Decoded;
import intandem.domain.protocol.Wire;

/** Says what a test expects of bad input, written with single quotes for double ones. */
final class Malformed {
  private static final JsonCodec CODEC = new JsonCodec();

  private Malformed() {}

  static void assertFault(String fault, Class<? extends Wire> kind, Bytes encoded) {
    assertEquals(new Decoded.Malformed<>(fault), CODEC.decode(kind, encoded));
  }

  static void assertFault(String fault, Class<? extends Wire> kind, String json) {
    assertFault(fault, kind, Bytes.utf8(quoted(json)));
  }

  static <T extends Wire> void assertRead(T expected, Class<T> kind, String json) {
    assertEquals(new Decoded.Valid<>(expected), CODEC.decode(kind, Bytes.utf8(quoted(json))));
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }
}
