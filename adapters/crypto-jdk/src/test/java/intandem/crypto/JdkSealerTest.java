package intandem.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.contract.SealerContract;
import intandem.domain.id.Bytes;
import intandem.domain.id.Secret;
import intandem.domain.port.Sealer;
import intandem.domain.protocol.KeyWrap.Wrapped;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class JdkSealerTest extends SealerContract {
  private static final Bytes TEXT = Bytes.utf8("text");
  private static final Secret KEY = Secret.of(new byte[32]);

  private final JdkSealer sealer = new JdkSealer(new SecureRandom());

  @Override
  protected Sealer sealer() {
    return sealer;
  }

  static Stream<Vector> smallOrder() {
    return Vector.all("cpace-points").filter(v -> v.plain("product").matches("0+"));
  }

  @Test
  void sixteen_thousand_seals_use_as_many_nonces() {
    int seals = 1 << 14;
    var nonces =
        IntStream.range(0, seals)
            .mapToObj(i -> sealer.seal(KEY, Bytes.EMPTY, Bytes.EMPTY).slice(0, 12))
            .distinct();
    assertEquals(seals, nonces.count());
  }

  @Test
  void sealing_adds_a_nonce_of_12_and_a_tag_of_16_bytes() {
    assertEquals(12 + TEXT.size() + 16, sealer.seal(KEY, TEXT, Bytes.EMPTY).size());
  }

  @Test
  void a_key_of_another_size_is_a_bug_of_the_caller() {
    var aes128 = Secret.of(new byte[16]);
    assertThrows(IllegalArgumentException.class, () -> sealer.seal(aes128, TEXT, Bytes.EMPTY));
    assertThrows(IllegalArgumentException.class, () -> sealer.open(aes128, TEXT, Bytes.EMPTY));
  }

  @Test
  void an_empty_input_still_derives_a_key() {
    var nothing = Secret.of(new byte[0]);
    assertEquals(32, sealer.derive(nothing, Bytes.EMPTY, Bytes.EMPTY).size());
  }

  @Test
  void what_is_wrapped_to_a_key_of_another_size_is_wrapped_all_the_same() {
    var wrapped = sealer.wrap(Bytes.of(new byte[31]), TEXT, Bytes.EMPTY);
    assertEquals(TEXT.size() + 16, wrapped.ct().size());
  }

  @ParameterizedTest
  @MethodSource("smallOrder")
  void what_is_wrapped_to_a_point_of_small_order_does_not_use_it(Vector v) {
    var wrapped = sealer.wrap(v.octets("point"), TEXT, Bytes.EMPTY);
    assertTrue(sealer.accepts(wrapped.enc()));
    assertEquals(TEXT.size() + 16, wrapped.ct().size());
  }

  @ParameterizedTest
  @MethodSource("smallOrder")
  void nothing_unwraps_from_a_point_of_small_order(Vector v) {
    var recipient = sealer.generate();
    var good = sealer.wrap(recipient.publicKey(), TEXT, Bytes.EMPTY);
    var forged = new Wrapped(v.octets("point"), good.ct());
    assertEquals(Optional.empty(), sealer.unwrap(recipient, forged, Bytes.EMPTY));
  }
}
