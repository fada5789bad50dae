package intandem.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * The same standards written once more, slowly, from SHA-256 and the AES block alone. It shares no
 * line with the adapter, so that a golden vector is checked by two programs.
 */
final class SecondOpinion {
  private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger A24 = BigInteger.valueOf(121665);
  private static final BigInteger GHASH_POLYNOMIAL = BigInteger.valueOf(0xe1).shiftLeft(120);

  private SecondOpinion() {}

  /** RFC 2104. */
  static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
    byte[] block = Arrays.copyOf(key.length > 64 ? sha256(key) : key, 64);
    byte[] inner = new byte[64];
    byte[] outer = new byte[64];
    for (int i = 0; i < 64; i++) {
      inner[i] = (byte) (block[i] ^ 0x36);
      outer[i] = (byte) (block[i] ^ 0x5c);
    }
    return sha256(outer, sha256(inner, message));
  }

  /** RFC 5869 section 2.3, for one block of output or less. */
  static byte[] expand(byte[] prk, byte[] info, int length) throws GeneralSecurityException {
    return Arrays.copyOf(hmac(prk, concat(info, new byte[] {1})), length);
  }

  /** RFC 5869, 32 bytes. */
  static byte[] hkdf(byte[] input, byte[] salt, byte[] info) throws GeneralSecurityException {
    return expand(hmac(salt, input), info, 32);
  }

  /** SP 800-38D: counter mode from 2 on, then the tag under counter 1. */
  static byte[] gcm(byte[] key, byte[] nonce, byte[] plaintext, byte[] aad)
      throws GeneralSecurityException {
    var aes = Cipher.getInstance("AES/ECB/NoPadding");
    aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
    byte[] text = plaintext.clone();
    for (int at = 0; at < text.length; at += 16) {
      byte[] pad = aes.doFinal(concat(nonce, number(at / 16 + 2L, 4)));
      for (int i = at; i < Math.min(at + 16, text.length); i++) {
        text[i] ^= pad[i - at];
      }
    }
    byte[] lengths = concat(number(aad.length * 8L, 8), number(text.length * 8L, 8));
    var hash = ghash(aes.doFinal(new byte[16]), concat(padded(aad), padded(text), lengths));
    var mask = new BigInteger(1, aes.doFinal(concat(nonce, number(1, 4))));
    byte[] tag = concat(new byte[17], hash.xor(mask).toByteArray());
    return concat(text, Arrays.copyOfRange(tag, tag.length - 16, tag.length));
  }

  /** RFC 7748 section 5: the Montgomery ladder, one bit of the scalar at a time. */
  static byte[] x25519(byte[] scalar, byte[] point) {
    var k = little(scalar).clearBit(255).setBit(254).clearBit(0).clearBit(1).clearBit(2);
    var x1 = little(point).clearBit(255).mod(P);
    BigInteger[] low = {BigInteger.ONE, BigInteger.ZERO};
    BigInteger[] high = {x1, BigInteger.ONE};
    for (int bit = 254; bit >= 0; bit--) {
      var sum = added(low, high, x1);
      low = k.testBit(bit) ? low : doubled(low);
      high = k.testBit(bit) ? doubled(high) : high;
      low = k.testBit(bit) ? sum : low;
      high = k.testBit(bit) ? high : sum;
    }
    byte[] product =
        low[0].multiply(low[1].modPow(P.subtract(BigInteger.TWO), P)).mod(P).toByteArray();
    return Arrays.copyOf(reversed(product), 32);
  }

  /** RFC 9180 section 5, base mode, the suite of the adapter: the ciphertext. */
  static byte[] hpke(byte[] ephemeral, byte[] recipient, byte[] info, byte[] plaintext)
      throws GeneralSecurityException {
    byte[] kem = concat(ascii("KEM"), new byte[] {0, 0x20});
    byte[] hpke = concat(ascii("HPKE"), new byte[] {0, 0x20, 0, 1, 0, 2});
    byte[] base = Arrays.copyOf(new byte[] {9}, 32);
    byte[] parties = concat(x25519(ephemeral, base), recipient);
    byte[] prk = extract(kem, new byte[0], "eae_prk", x25519(ephemeral, recipient));
    byte[] shared = labeledExpand(kem, prk, "shared_secret", parties, 32);
    byte[] pskId = extract(hpke, new byte[0], "psk_id_hash", new byte[0]);
    byte[] infoHash = extract(hpke, new byte[0], "info_hash", info);
    byte[] context = concat(new byte[1], pskId, infoHash);
    byte[] secret = extract(hpke, shared, "secret", new byte[0]);
    byte[] key = labeledExpand(hpke, secret, "key", context, 32);
    byte[] nonce = labeledExpand(hpke, secret, "base_nonce", context, 12);
    return gcm(key, nonce, plaintext, new byte[0]);
  }

  private static byte[] extract(byte[] suite, byte[] salt, String label, byte[] input)
      throws GeneralSecurityException {
    return hmac(salt, concat(ascii("HPKE-v1"), suite, ascii(label), input));
  }

  private static byte[] labeledExpand(
      byte[] suite, byte[] prk, String label, byte[] info, int length)
      throws GeneralSecurityException {
    return expand(
        prk, concat(number(length, 2), ascii("HPKE-v1"), suite, ascii(label), info), length);
  }

  private static BigInteger ghash(byte[] key, byte[] blocks) {
    var hash = BigInteger.ZERO;
    for (int at = 0; at < blocks.length; at += 16) {
      var x = hash.xor(new BigInteger(1, Arrays.copyOfRange(blocks, at, at + 16)));
      var v = new BigInteger(1, key);
      hash = BigInteger.ZERO;
      for (int bit = 127; bit >= 0; bit--) {
        hash = x.testBit(bit) ? hash.xor(v) : hash;
        v = v.testBit(0) ? v.shiftRight(1).xor(GHASH_POLYNOMIAL) : v.shiftRight(1);
      }
    }
    return hash;
  }

  private static BigInteger[] doubled(BigInteger[] point) {
    var plus = point[0].add(point[1]).pow(2);
    var minus = point[0].subtract(point[1]).pow(2);
    var e = plus.subtract(minus);
    return new BigInteger[] {
      plus.multiply(minus).mod(P), e.multiply(plus.add(A24.multiply(e))).mod(P)
    };
  }

  private static BigInteger[] added(BigInteger[] a, BigInteger[] b, BigInteger difference) {
    var da = b[0].subtract(b[1]).multiply(a[0].add(a[1]));
    var cb = b[0].add(b[1]).multiply(a[0].subtract(a[1]));
    var z = difference.multiply(da.subtract(cb).pow(2));
    return new BigInteger[] {da.add(cb).pow(2).mod(P), z.mod(P)};
  }

  private static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(concat(parts));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] padded(byte[] bytes) {
    return Arrays.copyOf(bytes, (bytes.length + 15) / 16 * 16);
  }

  private static byte[] number(long value, int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[size - 1 - i] = (byte) (value >> (8 * i));
    }
    return bytes;
  }

  private static BigInteger little(byte[] bytes) {
    return new BigInteger(1, reversed(bytes));
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] turned = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      turned[i] = bytes[bytes.length - 1 - i];
    }
    return turned;
  }

  private static byte[] concat(byte[]... parts) {
    byte[] all = {};
    for (byte[] part : parts) {
      int end = all.length;
      all = Arrays.copyOf(all, end + part.length);
      System.arraycopy(part, 0, all, end, part.length);
    }
    return all;
  }
}
