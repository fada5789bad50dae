package intandem.domain.workspace;

import intandem.domain.id.Bytes;
import intandem.domain.id.Hash;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import java.time.Instant;

/**
 * One membership, as the rules see it.
 *
 * @param id is bound to the signing key
 * @param ordinal place in the order of joining, from 1
 * @param settled index of the entry that gave it its standing
 * @param online whether the hub's last note called it online, and {@code since} when
 * @param last the member's latest command
 */
public record Member(
    MemberId id,
    Keys keys,
    int ordinal,
    Standing standing,
    long settled,
    boolean online,
    Instant since,
    Last last) {

  /** What a member stands for in the workspace. */
  public enum Standing {
    /** Takes part. */
    SEATED,
    /** Has left; may rejoin. */
    LEFT,
    /** Membership has ended for good. */
    REMOVED
  }

  /** The public keys: Ed25519 for signing, X25519 for sealing. */
  public record Keys(Bytes sign, Bytes seal) {}

  /** Sequence number and hash of a member's latest command in a term. */
  public record Last(Term term, long seq, Hash hash) {
    /** The latest command of the given term: none if this one is of another. */
    public Last in(Term current) {
      return term.equals(current) ? this : new Last(current, 0, Hash.ZERO);
    }
  }

  /** Whether it takes part. */
  public boolean seated() {
    return standing == Standing.SEATED;
  }

  /** Whether the membership has not ended, seated or not. */
  public boolean active() {
    return standing != Standing.REMOVED;
  }

  Member as(Standing changed, long index) {
    return new Member(id, keys, ordinal, changed, index, online, since, last);
  }

  Member online(boolean changed, Instant at) {
    return new Member(id, keys, ordinal, standing, settled, changed, at, last);
  }

  Member after(Last latest) {
    return new Member(id, keys, ordinal, standing, settled, online, since, latest);
  }
}
