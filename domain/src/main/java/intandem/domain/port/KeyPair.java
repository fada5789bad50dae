package intandem.domain.port;

import intandem.domain.id.Bytes;
import intandem.domain.id.Secret;

/** A raw public key and the raw private key that goes with it, 32 bytes each. */
public record KeyPair(Bytes publicKey, Secret privateKey) {}
