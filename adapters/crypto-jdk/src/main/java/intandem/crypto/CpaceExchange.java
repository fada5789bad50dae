package intandem.crypto;

import static intandem.crypto.Octets.ascii;
import static intandem.crypto.Octets.join;
import static intandem.crypto.Octets.lengthPrefixed;

import intandem.domain.id.Bytes;
import intandem.domain.id.Secret;
import intandem.domain.port.Handshake.Agreed;
import intandem.domain.port.Handshake.Exchange;
import intandem.domain.port.Handshake.Role;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One side of one CPace run: its scalar meets one share at most and is never reused. */
final class CpaceExchange implements Exchange {
  private final Role role;
  private final Bytes session;
  private final Secret scalar;
  private final Bytes share;
  private final Bytes data;
  private final AtomicBoolean finished = new AtomicBoolean();

  CpaceExchange(Role role, Bytes session, Secret scalar, Bytes share, Bytes data) {
    this.role = role;
    this.session = session;
    this.scalar = scalar;
    this.share = share;
    this.data = data;
  }

  @Override
  public Bytes share() {
    return share;
  }

  @Override
  public Optional<Agreed> finish(Bytes theirShare, Bytes theirData) {
    boolean reflected = theirShare.equals(share) || theirData.equals(data);
    if (finished.getAndSet(true) || reflected) {
      return Optional.empty();
    }
    byte[] mine = lengthPrefixed(share.toArray(), data.toArray());
    byte[] theirs = lengthPrefixed(theirShare.toArray(), theirData.toArray());
    return Curve25519.multiply(scalar.expose(), theirShare.toArray())
        .map(point -> sessionKey(point, mine, theirs))
        .map(isk -> agreed(isk, mine, theirs));
  }

  /** ISK over transcript_ir: the initiator's message always comes first. */
  private byte[] sessionKey(byte[] point, byte[] mine, byte[] theirs) {
    byte[] keyed = lengthPrefixed(ascii("CPace255_ISK"), session.toArray(), point);
    return Hashes.sha512(
        switch (role) {
          case JOINER -> join(keyed, mine, theirs);
          case OWNER -> join(keyed, theirs, mine);
        });
  }

  /** Each side's tag covers the message that it sent (draft, section "Key confirmation"). */
  private Agreed agreed(byte[] isk, byte[] mine, byte[] theirs) {
    byte[] macKey = Hashes.sha512(join(ascii("CPaceMac"), session.toArray(), isk));
    return new Agreed(
        Secret.of(isk),
        Bytes.of(Hashes.hmacSha512(macKey, mine)),
        Secret.of(Hashes.hmacSha512(macKey, theirs)));
  }
}
