package intandem.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Bytes;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.KEM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The parts of HPKE against RFC 9180 and against the JDK's own DHKEM. */
final class HpkeKeysTest {
  static Stream<Vector> rfc9180() {
    return Vector.all("rfc9180");
  }

  @ParameterizedTest
  @MethodSource("rfc9180")
  void the_sender_reaches_the_shared_secret_of_rfc_9180(Vector v) {
    byte[] agreed = Curve25519.multiply(v.bytes("skEm"), v.bytes("pkRm")).orElseThrow();
    byte[] enc = Curve25519.publicKey(v.bytes("skEm"));
    assertArrayEquals(v.bytes("enc"), enc);
    assertArrayEquals(v.bytes("shared_secret"), Dhkem.secret(agreed, enc, v.bytes("pkRm")));
  }

  @ParameterizedTest
  @MethodSource("rfc9180")
  void the_recipient_reaches_the_shared_secret_of_rfc_9180(Vector v) {
    byte[] agreed = Curve25519.multiply(v.bytes("skRm"), v.bytes("enc")).orElseThrow();
    byte[] secret = Dhkem.secret(agreed, v.bytes("enc"), v.bytes("pkRm"));
    assertArrayEquals(v.bytes("shared_secret"), secret);
  }

  @ParameterizedTest
  @MethodSource("rfc9180")
  void the_key_schedule_gives_the_key_and_nonce_of_rfc_9180(Vector v) {
    var keys = schedule(v);
    assertEquals(v.secret("key"), keys.key());
    assertEquals(v.octets("base_nonce"), keys.nonce());
  }

  @ParameterizedTest
  @MethodSource("rfc9180")
  void aes_gcm_gives_the_ciphertext_of_rfc_9180(Vector v) {
    byte[] key = v.bytes("key");
    byte[] nonce = v.bytes("base_nonce");
    byte[] sealed = AesGcm.seal(key, nonce, v.bytes("pt"), v.bytes("aad"));
    assertEquals(v.octets("ct"), Bytes.of(sealed));
    var opened = AesGcm.open(key, nonce, v.bytes("ct"), v.bytes("aad")).map(Bytes::of);
    assertEquals(Optional.of(v.octets("pt")), opened);
  }

  @Test
  void the_jdks_own_dhkem_reaches_the_same_secret() throws GeneralSecurityException {
    byte[] scalar = new byte[RawKeys.SIZE];
    new SecureRandom().nextBytes(scalar);
    byte[] recipient = Curve25519.publicKey(scalar);
    var theirs =
        KEM.getInstance("DHKEM").newEncapsulator(RawKeys.X25519.publicKey(recipient)).encapsulate();
    byte[] agreed = Curve25519.multiply(scalar, theirs.encapsulation()).orElseThrow();
    byte[] secret = Dhkem.secret(agreed, theirs.encapsulation(), recipient);
    assertArrayEquals(theirs.key().getEncoded(), secret);
  }

  private static HpkeKeys schedule(Vector v) {
    int aead = Integer.parseInt(v.plain("aead"));
    int keySize = v.bytes("key").length;
    return HpkeKeys.schedule(aead, keySize, v.bytes("shared_secret"), v.bytes("info"));
  }
}
