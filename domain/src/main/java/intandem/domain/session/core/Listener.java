package intandem.domain.session.core;

import intandem.domain.id.EntryId;
import intandem.domain.id.Term;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Handover;
import intandem.domain.protocol.Rejection;
import intandem.domain.protocol.Standing;
import intandem.domain.replica.Meeting;
import intandem.domain.replica.Replica.Step;
import intandem.domain.view.Letter;
import java.time.Instant;
import java.util.List;

/** Hears what the link to the hub brings, and what becomes of it. */
public interface Listener {
  /** These entries are part of the replica now, and with them these messages to this member. */
  default void folded(List<Step> steps, List<Letter> fresh, Instant now) {}

  /** An own command is in the log. */
  default void committed(EntryId id, long index, Instant now) {}

  /** An own command will not be in the log. */
  default void failed(Draft draft, Rejection reason) {}

  /** The replica, the receipts or the mail changed. */
  default void changed(Instant now) {}

  /** The log was cut back to that index, and goes on otherwise. */
  default void cut(long index) {}

  /** A joiner's frame, passed on by the hub. */
  default void joined(long channel, Frame.Join frame, Instant now) {}

  /** Someone asks this member, which leads, through its hub. */
  default void relayed(long channel, Standing standing, Instant now) {}

  /** The owner's word that its term is over. */
  default void handedOver(Handover handover, Instant now) {}

  /** The hub of that term does not know this member. */
  default void disowned(Term term, Instant now) {}

  /** Another branch is not to be followed, although its term is higher. */
  default void outrank(Meeting other, Instant now) {}

  /** The hub was given up for good. */
  default void givenUp() {}
}
