package intandem.crypto;

import static intandem.crypto.Octets.ascii;
import static intandem.crypto.Octets.join;
import static intandem.crypto.Octets.uint16;

import intandem.domain.id.Bytes;
import intandem.domain.id.Secret;
import java.util.Optional;

/** Key and first nonce of an HPKE context: KeySchedule of RFC 9180 section 5.1 in base mode. */
record HpkeKeys(Secret key, Bytes nonce) {
  private static final byte MODE_BASE = 0;
  private static final int HKDF_SHA256 = 0x0001;
  private static final byte[] NO_AAD = {};

  /** {@code aead} is the identifier of RFC 9180 section 7.3, {@code keySize} its Nk in bytes. */
  static HpkeKeys schedule(int aead, int keySize, byte[] sharedSecret, byte[] info) {
    var suite = join(ascii("HPKE"), uint16(Dhkem.ID), uint16(HKDF_SHA256), uint16(aead));
    var kdf = new LabeledKdf(suite);
    byte[] none = new byte[0];
    byte[] pskIdHash = kdf.extract(none, "psk_id_hash", none);
    byte[] infoHash = kdf.extract(none, "info_hash", info);
    byte[] context = join(new byte[] {MODE_BASE}, pskIdHash, infoHash);
    byte[] secret = kdf.extract(sharedSecret, "secret", none);
    return new HpkeKeys(
        Secret.of(kdf.expand(secret, "key", context, keySize)),
        Bytes.of(kdf.expand(secret, "base_nonce", context, AesGcm.NONCE_SIZE)));
  }

  byte[] seal(byte[] plaintext) {
    return AesGcm.seal(key.expose(), nonce.toArray(), plaintext, NO_AAD);
  }

  Optional<byte[]> open(byte[] ciphertext) {
    return AesGcm.open(key.expose(), nonce.toArray(), ciphertext, NO_AAD);
  }
}
