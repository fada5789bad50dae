package intandem.domain.protocol;

import intandem.domain.id.Bytes;
import intandem.domain.id.Hash;
import intandem.domain.id.Lv;

/**
 * A sealed and signed command, exactly as its author sent it. Hashes, tags and signatures are over
 * these very bytes; nothing is ever encoded again.
 *
 * @param header the encoded {@link Header}, readable by the hub
 * @param body nonce, cipher text and tag; empty where the command has no text
 * @param mac HMAC-SHA256 under the author's epoch key: the author holds the current epoch
 * @param signature Ed25519 by the author
 */
public record Envelope(Bytes header, Bytes body, Bytes mac, Bytes signature)
    implements Entry.Content {

  /** What the author's epoch key authenticates. */
  public static Bytes macInput(Bytes header, Bytes body) {
    return Lv.of("intandem/v1/m").add(header).add(Hash.of(body).value()).bytes();
  }

  /** What the author signs. */
  public static Bytes signingInput(Bytes header, Bytes body, Bytes mac) {
    return Lv.of("intandem/v1/s").add(header).add(Hash.of(body).value()).add(mac).bytes();
  }

  /** What the signature must cover. */
  public Bytes signingInput() {
    return signingInput(header, body, mac);
  }

  @Override
  public Hash hash() {
    Bytes bodyHash = Hash.of(body).value();
    Lv parts = Lv.of("intandem/v1/ev").add(header).add(bodyHash).add(mac).add(signature);
    return Hash.of(parts.bytes());
  }
}
