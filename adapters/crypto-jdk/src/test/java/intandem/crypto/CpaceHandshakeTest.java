package intandem.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import intandem.contract.HandshakeContract;
import intandem.domain.id.Bytes;
import intandem.domain.id.Secret;
import intandem.domain.port.Handshake;
import intandem.domain.port.Handshake.Agreed;
import intandem.domain.port.Handshake.Exchange;
import intandem.domain.port.Handshake.Role;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The draft's published run and its twelve special points. */
final class CpaceHandshakeTest extends HandshakeContract {
  private static final Bytes DATA = Bytes.utf8("data");

  private final Vector run = Vector.all("cpace-x25519").findFirst().orElseThrow();

  @Override
  protected Handshake handshake() {
    return new CpaceHandshake(new SecureRandom());
  }

  static Stream<Vector> points() {
    return Vector.all("cpace-points");
  }

  @Test
  void the_generator_string_is_that_of_the_draft() {
    byte[] string = CpaceGenerator.string(run.bytes("prs"), run.bytes("ci"), run.bytes("sid"));
    assertArrayEquals(run.bytes("generator_string"), string);
  }

  @Test
  void the_generator_is_that_of_the_draft() {
    byte[] generator = CpaceGenerator.of(run.bytes("prs"), run.bytes("ci"), run.bytes("sid"));
    assertArrayEquals(run.bytes("generator"), generator);
  }

  @Test
  void a_password_longer_than_the_hash_block_gets_no_padding() {
    byte[] password = new byte[200];
    byte[] expected =
        Octets.lengthPrefixed(
            Octets.ascii("CPace255"), password, new byte[0], new byte[0], new byte[0]);
    assertArrayEquals(expected, CpaceGenerator.string(password, new byte[0], new byte[0]));
  }

  @Test
  void both_shares_are_those_of_the_draft() {
    assertEquals(run.octets("share_a"), joiner().share());
    assertEquals(run.octets("share_b"), owner().share());
  }

  @Test
  void both_sides_agree_on_the_point_of_the_draft() {
    byte[] atA = Curve25519.multiply(run.bytes("ya"), run.bytes("share_b")).orElseThrow();
    byte[] atB = Curve25519.multiply(run.bytes("yb"), run.bytes("share_a")).orElseThrow();
    assertArrayEquals(run.bytes("k"), atA);
    assertArrayEquals(run.bytes("k"), atB);
  }

  @Test
  void both_sides_reach_the_initiator_responder_key_of_the_draft() {
    assertEquals(run.secret("isk_ir"), joinerAgreed().key());
    assertEquals(run.secret("isk_ir"), ownerAgreed().key());
  }

  @Test
  void each_side_proves_the_message_that_it_sent() {
    byte[] key =
        Hashes.sha512(Octets.join(Octets.ascii("CPaceMac"), run.bytes("sid"), run.bytes("isk_ir")));
    byte[] messageA = Octets.lengthPrefixed(run.bytes("share_a"), run.bytes("ada"));
    byte[] messageB = Octets.lengthPrefixed(run.bytes("share_b"), run.bytes("adb"));
    assertArrayEquals(Hashes.hmacSha512(key, messageA), joinerAgreed().proof().toArray());
    assertArrayEquals(Hashes.hmacSha512(key, messageB), ownerAgreed().proof().toArray());
  }

  @ParameterizedTest
  @MethodSource("points")
  void every_special_point_gives_the_product_of_the_draft(Vector v) {
    var product = Curve25519.multiply(v.bytes("scalar"), v.bytes("point")).map(Bytes::of);
    assertEquals(usable(v) ? Optional.of(v.octets("product")) : Optional.empty(), product);
  }

  @ParameterizedTest
  @MethodSource("points")
  void a_share_of_small_order_is_refused_and_another_special_one_is_not(Vector v) {
    var agreed = joiner().finish(v.octets("point"), DATA);
    assertEquals(usable(v), agreed.isPresent());
  }

  @Test
  void seven_of_the_special_points_abort() {
    assertEquals(7, points().filter(v -> !usable(v)).count());
  }

  @Test
  void ones_own_share_in_another_encoding_does_not_return_ones_own_proof() {
    var joiner = joiner();
    byte[] encoded = joiner.share().toArray();
    encoded[31] |= (byte) 0x80;
    var agreed = joiner.finish(Bytes.of(encoded), DATA).orElseThrow();
    assertNotEquals(agreed.expected(), Secret.of(agreed.proof().toArray()));
  }

  private Agreed joinerAgreed() {
    return joiner().finish(run.octets("share_b"), run.octets("adb")).orElseThrow();
  }

  private Agreed ownerAgreed() {
    return owner().finish(run.octets("share_a"), run.octets("ada")).orElseThrow();
  }

  private Exchange joiner() {
    return begin(Role.JOINER, "ya", "ada");
  }

  private Exchange owner() {
    return begin(Role.OWNER, "yb", "adb");
  }

  private Exchange begin(Role role, String scalar, String data) {
    return new CpaceHandshake(new FixedEntropy(run.bytes(scalar)))
        .begin(role, run.secret("prs"), run.octets("sid"), run.octets("ci"), run.octets(data));
  }

  private static boolean usable(Vector v) {
    return !v.plain("product").matches("0+");
  }
}
