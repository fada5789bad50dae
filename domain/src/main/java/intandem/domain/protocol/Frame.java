package intandem.domain.protocol;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.id.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the two ends of a link say to each other. */
public sealed interface Frame extends Wire {

  /** Hub, first of all: which workspace and term this is, and what to sign. */
  record Challenge(WorkspaceId workspace, Term term, Bytes nonce, Instant hubTime)
      implements Frame {}

  /**
   * Member: proves its key and says what it holds.
   *
   * @param term the highest it follows
   * @param earlier heads further down its log, in case the last one is not on the hub's
   */
  record Proof(
      MemberId from, Bytes nonce, Term term, Head head, List<Head> earlier, Bytes signature)
      implements Frame {
    public Proof {
      earlier = List.copyOf(earlier);
    }

    /** The same with a signature. */
    public Proof signed(Bytes by) {
      return new Proof(from, nonce, term, head, earlier, by);
    }
  }

  /** Hub: logged in; the head up to which the member may read. */
  record LoggedIn(Head head, Bytes signature) implements Frame {}

  /** Member: a command for the log. */
  record Submit(Envelope envelope) implements Frame {}

  /** Hub: the next entries, and its word for the head after them. */
  record Entries(List<Entry> entries, Checkpoint checkpoint) implements Frame {
    public Entries {
      entries = List.copyOf(entries);
    }
  }

  /** Member: has dealt with everything up to that index, so more may be sent. Flow control only. */
  record Taken(long index) implements Frame {}

  /** Hub: a command was not accepted at that index and time; unsigned, so checked by its author. */
  record Refused(EntryId id, Rejection reason, long index, Instant at, Duration retryAfter)
      implements Frame {}

  /** Member, passed on by the hub to all others: what it holds and has seen. */
  record Acked(Ack ack) implements Frame {}

  /** Before an end closes the link: the hub says why, a member only that its process ends. */
  record Goodbye(Reason reason, Duration retryAfter) implements Frame {
    /** Why a hub ends a link or refuses to serve it. */
    public enum Reason {
      TOO_MANY_ATTEMPTS,
      OWNER_AWAY,
      UNKNOWN_MEMBER,
      REMOVED,
      BAD_PROOF,
      OTHER_BRANCH,
      REPLACED,
      TOO_SLOW,
      MALFORMED,
      CLOSING
    }
  }

  /** Owner, passed on to all: the term is over. */
  record HandedOver(Handover handover) implements Frame {}

  /** Between hub and owner: one frame of a talk that runs over another link. */
  record Relayed(long channel, Relayable frame) implements Frame {}

  /** What the owner says to others than members that are logged in. */
  sealed interface Relayable extends Frame {}

  /** Member, to whatever answers at another member's address: where I stand, and you? */
  record Query(Standing standing) implements Relayable {}

  /** Member: its answer to a query, bearing the nonce of that. */
  record Answered(Standing standing) implements Relayable {}

  /** The frames of a join. */
  sealed interface Join extends Relayable {}

  /** Joiner: asks for a ticket. */
  record JoinOpen(int version, Bytes nonce) implements Join {}

  /** Owner: names the exchange, for 30 seconds. It is no secret and admits nobody by itself. */
  record JoinTicket(Bytes ticket, Bytes nonce, WorkspaceId workspace, Bytes ownerKey)
      implements Join {}

  /** Either: its share of the handshake and the encoded associated data. */
  record JoinShare(Bytes ticket, Bytes share, Bytes data) implements Join {}

  /** Joiner: proof that it knows the code, and its sealed {@link Sealed.Hello}. */
  record JoinConfirm(Bytes ticket, Bytes proof, Bytes box) implements Join {}

  /** Owner: its own proof, and the sealed {@link Sealed.Welcome}. */
  record JoinWelcome(Bytes ticket, Bytes proof, Bytes box) implements Join {}

  /**
   * Owner: no. With the sealed {@link Sealed.Regret} where the joiner proved the code, else empty.
   */
  record JoinFailed(Bytes ticket, Failure failure, int triesLeft, Bytes box) implements Join {
    /** Why a join came to nothing. */
    public enum Failure {
      NO_CODE,
      EXPIRED,
      BURNT,
      WRONG_CODE,
      BAD_EXCHANGE,
      OTHER_VERSION,
      FULL,
      NOT_STORED
    }
  }
}
