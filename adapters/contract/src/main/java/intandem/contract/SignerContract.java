package intandem.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import intandem.domain.port.Signer;
import org.junit.jupiter.api.Test;

/** What every {@link Signer} does, whatever it computes inside. */
public abstract class SignerContract {
  private static final Bytes MESSAGE = Bytes.utf8("T-3 is mine");

  /** The signer under test. */
  protected abstract Signer signer();

  @Test
  void a_signature_verifies_under_the_key_that_made_it() {
    var signer = signer();
    var keys = signer.generate();
    var signature = signer.sign(keys.privateKey(), MESSAGE);
    assertTrue(signer.verify(keys.publicKey(), MESSAGE, signature));
  }

  @Test
  void an_empty_message_can_be_signed() {
    var signer = signer();
    var keys = signer.generate();
    var signature = signer.sign(keys.privateKey(), Bytes.EMPTY);
    assertTrue(signer.verify(keys.publicKey(), Bytes.EMPTY, signature));
  }

  @Test
  void keys_have_32_bytes_and_signatures_64() {
    var signer = signer();
    var keys = signer.generate();
    assertEquals(32, keys.publicKey().size());
    assertEquals(32, keys.privateKey().size());
    assertEquals(64, signer.sign(keys.privateKey(), MESSAGE).size());
  }

  @Test
  void generated_key_pairs_differ() {
    var signer = signer();
    assertNotEquals(signer.generate(), signer.generate());
  }

  @Test
  void one_key_and_message_always_give_the_same_signature() {
    var signer = signer();
    var key = signer.generate().privateKey();
    assertEquals(signer.sign(key, MESSAGE), signer.sign(key, MESSAGE));
  }

  @Test
  void another_key_does_not_verify_it() {
    var signer = signer();
    var signature = signer.sign(signer.generate().privateKey(), MESSAGE);
    assertFalse(signer.verify(signer.generate().publicKey(), MESSAGE, signature));
  }

  @Test
  void a_message_with_any_bit_changed_or_byte_cut_off_is_not_signed() {
    var signer = signer();
    var keys = signer.generate();
    var signature = signer.sign(keys.privateKey(), MESSAGE);
    Tampering.of(MESSAGE)
        .forEach(bad -> assertFalse(signer.verify(keys.publicKey(), bad, signature)));
  }

  @Test
  void a_signature_with_any_bit_changed_or_byte_cut_off_is_false() {
    var signer = signer();
    var keys = signer.generate();
    var signature = signer.sign(keys.privateKey(), MESSAGE);
    Tampering.of(signature)
        .forEach(bad -> assertFalse(signer.verify(keys.publicKey(), MESSAGE, bad)));
  }

  @Test
  void a_public_key_with_any_bit_changed_or_byte_cut_off_is_false() {
    var signer = signer();
    var keys = signer.generate();
    var signature = signer.sign(keys.privateKey(), MESSAGE);
    Tampering.of(keys.publicKey())
        .forEach(bad -> assertFalse(signer.verify(bad, MESSAGE, signature)));
  }
}
