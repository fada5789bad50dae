package intandem.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Bytes;
import intandem.domain.port.KeyPair;
import intandem.domain.protocol.KeyWrap.Wrapped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that must never change, since stored workspaces depend on them. */
final class GoldenVectorsTest {
  private final JdkSealer sealer = new JdkSealer(new SecureRandom());

  static Stream<Vector> derive() {
    return golden("derive");
  }

  static Stream<Vector> mac() {
    return golden("mac");
  }

  static Stream<Vector> seal() {
    return golden("seal");
  }

  static Stream<Vector> wrap() {
    return golden("wrap");
  }

  @ParameterizedTest
  @MethodSource("derive")
  void a_derived_key_keeps_its_value(Vector v) throws GeneralSecurityException {
    byte[] expected = v.bytes("out");
    byte[] again = SecondOpinion.hkdf(v.bytes("input"), v.bytes("salt"), v.bytes("info"));
    assertArrayEquals(expected, again);
    var derived = sealer.derive(v.secret("input"), v.octets("salt"), v.octets("info"));
    assertArrayEquals(expected, derived.expose());
  }

  @ParameterizedTest
  @MethodSource("mac")
  void a_mac_keeps_its_value(Vector v) throws GeneralSecurityException {
    byte[] expected = v.bytes("out");
    assertArrayEquals(expected, SecondOpinion.hmac(v.bytes("key"), v.bytes("message")));
    assertEquals(Bytes.of(expected), sealer.mac(v.secret("key"), v.octets("message")));
  }

  @ParameterizedTest
  @MethodSource("seal")
  void sealed_bytes_keep_their_value(Vector v) throws GeneralSecurityException {
    byte[] again =
        SecondOpinion.gcm(v.bytes("key"), v.bytes("nonce"), v.bytes("plaintext"), v.bytes("aad"));
    assertArrayEquals(v.bytes("out"), Octets.join(v.bytes("nonce"), again));
    var sealed =
        new JdkSealer(new FixedEntropy(v.bytes("nonce")))
            .seal(v.secret("key"), v.octets("plaintext"), v.octets("aad"));
    assertEquals(v.octets("out"), sealed);
  }

  @ParameterizedTest
  @MethodSource("seal")
  void sealed_bytes_of_any_version_open(Vector v) {
    var opened = sealer.open(v.secret("key"), v.octets("out"), v.octets("aad"));
    assertEquals(Optional.of(v.octets("plaintext")), opened);
  }

  @ParameterizedTest
  @MethodSource("wrap")
  void wrapped_bytes_keep_their_value(Vector v) throws GeneralSecurityException {
    byte[] again =
        SecondOpinion.hpke(
            v.bytes("ephemeral"), v.bytes("public"), v.bytes("info"), v.bytes("plaintext"));
    assertArrayEquals(v.bytes("out"), again);
    var wrapped =
        new JdkSealer(new FixedEntropy(v.bytes("ephemeral")))
            .wrap(v.octets("public"), v.octets("plaintext"), v.octets("info"));
    assertEquals(new Wrapped(v.octets("enc"), v.octets("out")), wrapped);
  }

  @ParameterizedTest
  @MethodSource("wrap")
  void wrapped_bytes_of_any_version_unwrap(Vector v) {
    var recipient = new KeyPair(v.octets("public"), v.secret("recipient"));
    var wrapped = new Wrapped(v.octets("enc"), v.octets("out"));
    var opened = sealer.unwrap(recipient, wrapped, v.octets("info"));
    assertEquals(Optional.of(v.octets("plaintext")), opened);
  }

  private static Stream<Vector> golden(String operation) {
    return Vector.all("golden").filter(v -> v.plain("op").equals(operation));
  }
}
