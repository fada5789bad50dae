package intandem.domain.port;

import intandem.domain.id.Bytes;
import intandem.domain.id.Secret;

/** Signatures: Ed25519 (RFC 8032), keys of 32 bytes, signatures of 64. */
public interface Signer {
  /** A fresh key pair. */
  KeyPair generate();

  /** Signs; the same key and message always give the same signature. */
  Bytes sign(Secret privateKey, Bytes message);

  /** Whether the key signed the message; false for any malformed key or signature. */
  boolean verify(Bytes publicKey, Bytes message, Bytes signature);
}
