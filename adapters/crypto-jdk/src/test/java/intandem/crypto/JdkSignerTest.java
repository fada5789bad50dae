package intandem.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.contract.SignerContract;
import intandem.domain.id.Bytes;
import intandem.domain.id.Secret;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Signer;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JdkSignerTest extends SignerContract {
  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
  private static final Bytes MESSAGE = Bytes.utf8("message");

  private final JdkSigner signer = new JdkSigner(new SecureRandom());

  @Override
  protected Signer signer() {
    return signer;
  }

  static Stream<Vector> rfc8032() {
    return Vector.all("rfc8032");
  }

  @ParameterizedTest
  @MethodSource("rfc8032")
  void the_public_key_is_that_of_rfc_8032(Vector v) {
    var generated = new JdkSigner(new FixedEntropy(v.bytes("seed"))).generate();
    assertEquals(new KeyPair(v.octets("public"), v.secret("seed")), generated);
  }

  @ParameterizedTest
  @MethodSource("rfc8032")
  void the_signature_is_that_of_rfc_8032(Vector v) {
    assertEquals(v.octets("signature"), signer.sign(v.secret("seed"), v.octets("message")));
    assertTrue(signer.verify(v.octets("public"), v.octets("message"), v.octets("signature")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
      })
  void a_public_key_of_small_order_verifies_nothing(String key) {
    var publicKey = Bytes.of(HexFormat.of().parseHex(key));
    var identityAndZero = Bytes.of(Arrays.copyOf(new byte[] {1}, 64));
    var forged =
        IntStream.range(0, 64)
            .mapToObj(i -> Bytes.utf8("message " + i))
            .filter(message -> signer.verify(publicKey, message, identityAndZero));
    assertEquals(0, forged.count());
  }

  @Test
  void a_signature_with_the_group_order_added_is_false() {
    var keys = signer.generate();
    byte[] signature = signer.sign(keys.privateKey(), MESSAGE).toArray();
    byte[] s = reversed(Arrays.copyOfRange(signature, 32, 64));
    byte[] sum = reversed(new BigInteger(1, s).add(ORDER).toByteArray());
    System.arraycopy(Arrays.copyOf(sum, 32), 0, signature, 32, 32);
    assertFalse(signer.verify(keys.publicKey(), MESSAGE, Bytes.of(signature)));
  }

  @Test
  void a_key_that_is_no_point_verifies_nothing() {
    var noPoint = Bytes.of(Arrays.copyOf(new byte[] {2}, 32));
    var signature = signer.sign(signer.generate().privateKey(), MESSAGE);
    assertFalse(signer.verify(noPoint, MESSAGE, signature));
  }

  @Test
  void a_private_key_of_another_size_is_a_bug_of_the_caller() {
    var half = Secret.of(new byte[16]);
    assertThrows(IllegalArgumentException.class, () -> signer.sign(half, MESSAGE));
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
