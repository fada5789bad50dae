package intandem.crypto;

import intandem.domain.id.Bytes;
import intandem.domain.id.Secret;
import intandem.domain.port.Handshake;
import java.util.random.RandomGenerator;

/**
 * {@link Handshake} by CPACE-X25519-SHA512 of draft-irtf-cfrg-cpace-21 with explicit key
 * confirmation; the joiner is the initiator A. Not constant time: see {@link Elligator2}.
 */
public final class CpaceHandshake implements Handshake {
  private final RandomGenerator entropy;

  /** Production passes a {@link java.security.SecureRandom}. */
  public CpaceHandshake(RandomGenerator entropy) {
    this.entropy = entropy;
  }

  @Override
  public Exchange begin(Role role, Secret password, Bytes session, Bytes context, Bytes data) {
    byte[] generator = CpaceGenerator.of(password.expose(), context.toArray(), session.toArray());
    var scalar = Secret.random(entropy, RawKeys.SIZE);
    byte[] share = Curve25519.multiply(scalar.expose(), generator).orElseThrow();
    return new CpaceExchange(role, session, scalar, Bytes.of(share), data);
  }
}
