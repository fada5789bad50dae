package intandem.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published values of the standards below the ports. */
final class StandardVectorsTest {
  static Stream<Vector> rfc5869() {
    return Vector.all("rfc5869");
  }

  static Stream<Vector> rfc4231() {
    return Vector.all("rfc4231");
  }

  static Stream<Vector> rfc7748() {
    return Vector.all("rfc7748");
  }

  static Stream<Vector> rfc9380() {
    return Vector.all("rfc9380");
  }

  @ParameterizedTest
  @MethodSource("rfc5869")
  void hkdf_gives_the_values_of_rfc_5869(Vector v) {
    byte[] okm = v.bytes("okm");
    assertArrayEquals(v.bytes("prk"), Hkdf.extract(v.bytes("salt"), v.bytes("ikm")));
    assertArrayEquals(okm, Hkdf.expand(v.bytes("prk"), v.bytes("info"), okm.length));
  }

  @ParameterizedTest
  @MethodSource("rfc4231")
  void hmac_sha_256_gives_the_values_of_rfc_4231(Vector v) {
    byte[] expected = v.bytes("mac256");
    byte[] mac = Hashes.hmacSha256(v.bytes("key"), v.bytes("data"));
    assertArrayEquals(expected, Arrays.copyOf(mac, expected.length));
  }

  @ParameterizedTest
  @MethodSource("rfc4231")
  void hmac_sha_512_gives_the_values_of_rfc_4231(Vector v) {
    byte[] expected = v.bytes("mac512");
    byte[] mac = Hashes.hmacSha512(v.bytes("key"), v.bytes("data"));
    assertArrayEquals(expected, Arrays.copyOf(mac, expected.length));
  }

  @ParameterizedTest
  @MethodSource("rfc7748")
  void x25519_gives_the_values_of_rfc_7748(Vector v) {
    byte[] product = Curve25519.multiply(v.bytes("scalar"), v.bytes("point")).orElseThrow();
    assertArrayEquals(v.bytes("product"), product);
  }

  @Test
  void x25519_gives_the_value_of_rfc_7748_after_a_thousand_rounds() {
    byte[] scalar = Arrays.copyOf(new byte[] {9}, 32);
    byte[] point = scalar;
    for (int round = 0; round < 1000; round++) {
      byte[] product = Curve25519.multiply(scalar, point).orElseThrow();
      point = scalar;
      scalar = product;
    }
    assertEquals(
        "684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51",
        HexFormat.of().formatHex(scalar));
  }

  @ParameterizedTest
  @MethodSource("rfc9380")
  void elligator_2_gives_the_values_of_rfc_9380(Vector v) {
    assertArrayEquals(reversed(v.bytes("x")), Elligator2.map(reversed(v.bytes("u"))));
  }

  @Test
  void lengths_are_written_in_leb128() {
    byte[] expected = new byte[1 + 127 + 2 + 128 + 1];
    expected[0] = 127;
    expected[128] = (byte) 0x80;
    expected[129] = 1;
    assertArrayEquals(expected, Octets.lengthPrefixed(new byte[127], new byte[128], new byte[0]));
  }

  @Test
  void lv_cat_gives_the_value_of_the_cpace_draft() {
    byte[] joined =
        Octets.lengthPrefixed(
            Octets.ascii("1234"), Octets.ascii("5"), Octets.ascii(""), Octets.ascii("678"));
    assertEquals("043132333401350003363738", HexFormat.of().formatHex(joined));
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
