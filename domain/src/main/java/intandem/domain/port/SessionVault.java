package intandem.domain.port;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.MemberId;
import intandem.domain.protocol.Ack;
import intandem.domain.protocol.Rejection;
import java.util.List;

/**
 * What one member must remember besides the log. Rows of the outbox come sealed. Both methods throw
 * {@link StorageException} when the disk does not do as it should.
 */
public interface SessionVault {

  /** Everything that was kept. */
  Contents load();

  /** Makes the changes in order, all or none; they are durable on return. */
  void apply(List<Change> changes);

  /**
   * What a vault holds.
   *
   * @param outbox in the order of queueing
   * @param refused those of the outbox that will not be in the log
   * @param marks one for each message that was offered or shown
   * @param acks the newest of each member
   */
  record Contents(List<Queued> outbox, List<Refused> refused, List<Mark> marks, List<Ack> acks) {
    public Contents {
      outbox = List.copyOf(outbox);
      refused = List.copyOf(refused);
      marks = List.copyOf(marks);
      acks = List.copyOf(acks);
    }
  }

  /** One thing to remember or to forget. */
  sealed interface Change {}

  /**
   * Adds a command to the outbox, at its end. An id that is queued stays as it is; one that was
   * refused is wanted again, and begins anew.
   */
  record Queued(EntryId id, Bytes sealed) implements Change {}

  /** A command of the outbox has failed, and stays until its author is told; one may be missing. */
  record Refused(EntryId id, Rejection reason) implements Change {}

  /** The author of a refused command was told: forgets it, unless it was queued again since. */
  record Told(EntryId id) implements Change {}

  /** Forgets a command of the outbox; a missing one is fine. */
  record Dropped(EntryId id) implements Change {}

  /**
   * How far a message got towards the model; replaces an earlier mark of it, unless it was seen.
   */
  record Mark(MemberId from, EntryId id, Shown shown) implements Change {}

  /** A member's newest ack; replaces its earlier one. */
  record Kept(Ack ack) implements Change {}

  /** The stages of a message on its way to the model. */
  enum Shown {
    /** Written into a result that was perhaps never delivered. */
    OFFERED,
    /** In a result that was flushed. */
    SEEN
  }
}
