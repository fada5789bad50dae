import org.jspecify.annotations.NullMarked;

/** Sealing, signing and the handshake on the JDK's own cryptography. */
@NullMarked
module intandem.crypto {
  requires static org.jspecify;
  requires transitive intandem.domain;

  exports intandem.crypto;
}
