package intandem.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import intandem.domain.id.Bytes;
import intandem.domain.id.Secret;
import intandem.domain.port.Sealer;
import intandem.domain.protocol.KeyWrap.Wrapped;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link Sealer} does, whatever it computes inside. */
public abstract class SealerContract {
  private static final Bytes TEXT = Bytes.utf8("the kettle is on, and the door is open");
  private static final Bytes AAD = Bytes.utf8("header");
  private static final Bytes INFO = Bytes.utf8("label");
  private static final Secret KEY = key(1);
  private static final Secret OTHER_KEY = key(2);

  /** The sealer under test. */
  protected abstract Sealer sealer();

  @Test
  void what_was_sealed_opens_with_the_same_key_and_aad() {
    assertEquals(Optional.of(TEXT), sealer().open(KEY, sealed(), AAD));
  }

  @Test
  void an_empty_text_with_an_empty_aad_survives() {
    var sealed = sealer().seal(KEY, Bytes.EMPTY, Bytes.EMPTY);
    assertEquals(Optional.of(Bytes.EMPTY), sealer().open(KEY, sealed, Bytes.EMPTY));
  }

  @Test
  void sealing_one_text_twice_gives_different_bytes() {
    var sealer = sealer();
    assertNotEquals(sealer.seal(KEY, TEXT, AAD), sealer.seal(KEY, TEXT, AAD));
  }

  @Test
  void the_sealed_bytes_do_not_show_the_text() {
    assertFalse(sealed().hex().contains(TEXT.hex()));
  }

  @Test
  void another_key_opens_nothing() {
    assertEquals(Optional.empty(), sealer().open(OTHER_KEY, sealed(), AAD));
  }

  @Test
  void another_aad_opens_nothing() {
    assertEquals(Optional.empty(), sealer().open(KEY, sealed(), INFO));
  }

  @Test
  void a_change_of_any_one_bit_opens_nothing() {
    Tampering.ofEveryBit(sealed())
        .forEach(b -> assertEquals(Optional.empty(), sealer().open(KEY, b, AAD)));
  }

  @Test
  void a_cut_at_any_length_opens_nothing() {
    Tampering.everyCut(sealed())
        .forEach(b -> assertEquals(Optional.empty(), sealer().open(KEY, b, AAD)));
  }

  @Test
  void a_byte_too_many_opens_nothing() {
    assertEquals(Optional.empty(), sealer().open(KEY, Tampering.longer(sealed()), AAD));
  }

  @Test
  void a_derived_key_has_32_bytes_and_is_the_same_each_time() {
    var derived = sealer().derive(KEY, AAD, INFO);
    assertEquals(32, derived.size());
    assertEquals(derived, sealer().derive(KEY, AAD, INFO));
  }

  @Test
  void a_derived_key_depends_on_input_salt_and_info() {
    var sealer = sealer();
    var distinct =
        Stream.of(
                sealer.derive(KEY, AAD, INFO),
                sealer.derive(OTHER_KEY, AAD, INFO),
                sealer.derive(KEY, TEXT, INFO),
                sealer.derive(KEY, AAD, TEXT),
                sealer.derive(KEY, INFO, AAD),
                sealer.derive(KEY, Bytes.EMPTY, INFO),
                sealer.derive(KEY, AAD, Bytes.EMPTY))
            .distinct();
    assertEquals(7, distinct.count());
  }

  @Test
  void a_mac_has_32_bytes_and_is_the_same_each_time() {
    var mac = sealer().mac(KEY, TEXT);
    assertEquals(32, mac.size());
    assertEquals(mac, sealer().mac(KEY, TEXT));
  }

  @Test
  void a_mac_depends_on_key_and_message() {
    var sealer = sealer();
    var macs = Stream.of(sealer.mac(KEY, TEXT), sealer.mac(OTHER_KEY, TEXT), sealer.mac(KEY, AAD));
    assertEquals(3, macs.distinct().count());
  }

  @Test
  void generated_key_pairs_have_32_byte_halves_and_differ() {
    var sealer = sealer();
    var first = sealer.generate();
    assertEquals(32, first.publicKey().size());
    assertEquals(32, first.privateKey().size());
    assertNotEquals(first, sealer.generate());
  }

  @Test
  void the_recipient_unwraps_what_was_wrapped_for_it() {
    var sealer = sealer();
    var recipient = sealer.generate();
    var wrapped = sealer.wrap(recipient.publicKey(), TEXT, INFO);
    assertEquals(Optional.of(TEXT), sealer.unwrap(recipient, wrapped, INFO));
  }

  @Test
  void wrapping_one_text_twice_gives_different_bytes() {
    var sealer = sealer();
    var recipient = sealer.generate().publicKey();
    var first = sealer.wrap(recipient, TEXT, INFO);
    var second = sealer.wrap(recipient, TEXT, INFO);
    assertNotEquals(first.enc(), second.enc());
    assertNotEquals(first.ct(), second.ct());
  }

  @Test
  void another_recipient_unwraps_nothing() {
    var sealer = sealer();
    var wrapped = sealer.wrap(sealer.generate().publicKey(), TEXT, INFO);
    assertEquals(Optional.empty(), sealer.unwrap(sealer.generate(), wrapped, INFO));
  }

  @Test
  void another_info_unwraps_nothing() {
    var sealer = sealer();
    var recipient = sealer.generate();
    var wrapped = sealer.wrap(recipient.publicKey(), TEXT, INFO);
    assertEquals(Optional.empty(), sealer.unwrap(recipient, wrapped, AAD));
  }

  @Test
  void a_wrap_with_any_bit_changed_or_byte_cut_off_unwraps_to_nothing() {
    var sealer = sealer();
    var recipient = sealer.generate();
    var good = sealer.wrap(recipient.publicKey(), TEXT, INFO);
    var bad =
        Stream.concat(
            Tampering.of(good.enc()).map(enc -> new Wrapped(enc, good.ct())),
            Tampering.of(good.ct()).map(ct -> new Wrapped(good.enc(), ct)));
    bad.forEach(w -> assertEquals(Optional.empty(), sealer.unwrap(recipient, w, INFO)));
  }

  private Bytes sealed() {
    return sealer().seal(KEY, TEXT, AAD);
  }

  private static Secret key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return Secret.of(key);
  }
}
