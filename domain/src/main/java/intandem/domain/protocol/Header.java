package intandem.domain.protocol;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.Epoch;
import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;
import java.time.Instant;

/** The clear part of an {@link Envelope}: all that the rules look at. */
public sealed interface Header extends Wire {

  /**
   * Entry 1: founds a workspace, whose id is the hash of this header.
   *
   * @param signKey the creator's Ed25519 key
   * @param sealKey the creator's X25519 key
   * @param hubKey the Ed25519 key of the first term
   * @param rules version of the rule set that every peer applies
   * @param maxPeers seats, 1 to 5
   * @param nonce 16 random bytes
   */
  record Genesis(
      Bytes signKey, Bytes sealKey, Bytes hubKey, int rules, int maxPeers, Bytes nonce, Instant ts)
      implements Header {}

  /** Every other command: who acts, in which epoch, for whom, and what of it the hub must see. */
  record Command(WorkspaceId workspace, Epoch epoch, Origin origin, Audience to, Act act)
      implements Header {
    /** What it stands for: the command that it adopts, as if it came from its author; or itself. */
    public Command meant() {
      if (!(act instanceof Act.Adopt(MemberId from, EntryId id, Act adopted))) {
        return this;
      }
      Origin author = new Origin(from, id, origin.seq, origin.previous, origin.seen, origin.ts);
      Audience audience =
          to instanceof Audience.Only(MemberId reader, var wraps)
              ? new Audience.Only(origin.from, wraps)
              : to;
      return new Command(workspace, epoch, author, audience, adopted);
    }
  }

  /**
   * Where a command comes from in its author's own history.
   *
   * @param seq 1, 2, 3 … for each author and term
   * @param previous hash of the author's previous envelope of this term, or zero
   * @param seen the last head the author had verified
   * @param ts the author's clock, corrected to log time
   */
  record Origin(MemberId from, EntryId id, long seq, Hash previous, Head seen, Instant ts) {}
}
