package intandem.memory;

import intandem.domain.id.Bytes;
import intandem.domain.id.Hash;
import intandem.domain.id.Lv;
import intandem.domain.id.Secret;
import intandem.domain.port.Handshake;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A key from the hash of the password and all that both sides saw. Quick, and honest about nothing
 * but the outcome: who listens could try passwords at leisure.
 */
public final class MemoryHandshake implements Handshake {
  private final RandomGenerator entropy;

  /** A handshake whose shares come from that source. */
  public MemoryHandshake(RandomGenerator entropy) {
    this.entropy = entropy;
  }

  @Override
  public synchronized Exchange begin(
      Role role, Secret password, Bytes session, Bytes context, Bytes data) {
    Bytes share = Bytes.random(entropy, Hash.SIZE);
    Lv known = Lv.of("handshake").add(Bytes.of(password.expose())).add(session).add(context);
    return new MemoryExchange(role, known.bytes(), new Side(share, data));
  }

  /** What one side sends. */
  private record Side(Bytes share, Bytes data) {}

  private static final class MemoryExchange implements Exchange {
    private final Role role;
    private final Bytes known;
    private final Side mine;
    private boolean finished;

    MemoryExchange(Role role, Bytes known, Side mine) {
      this.role = role;
      this.known = known;
      this.mine = mine;
    }

    @Override
    public Bytes share() {
      return mine.share();
    }

    @Override
    public Optional<Agreed> finish(Bytes theirShare, Bytes theirData) {
      boolean reflected = theirShare.equals(mine.share()) || theirData.equals(mine.data());
      if (finished || reflected || theirShare.size() != Hash.SIZE) {
        return Optional.empty();
      }
      finished = true;
      Side theirs = new Side(theirShare, theirData);
      Side joiner = role == Role.JOINER ? mine : theirs;
      Side owner = role == Role.JOINER ? theirs : mine;
      Lv seen = Lv.of("key").add(known).add(joiner.share()).add(joiner.data());
      Bytes key = Hash.of(seen.add(owner.share()).add(owner.data()).bytes()).value();
      Role other = role == Role.JOINER ? Role.OWNER : Role.JOINER;
      Secret expected = Secret.of(proof(key, other).toArray());
      return Optional.of(new Agreed(Secret.of(key.toArray()), proof(key, role), expected));
    }

    private static Bytes proof(Bytes key, Role of) {
      return Hash.of(Lv.of("proof").add(key).add(of.name()).bytes()).value();
    }
  }
}
