package intandem.domain.tandem;

import intandem.domain.id.EntryId;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.Rejection;
import intandem.domain.reach.Reach;
import intandem.domain.view.TaskLine;
import java.time.Duration;
import java.util.Optional;

/** Something that this session's human should know. */
public sealed interface Notice {
  /** A wrong code was tried; so many tries are left. */
  record WrongCode(int triesLeft) implements Notice {}

  /** The hub broke a rule and is not followed any more. */
  record HubCheated(long index, Rejection reason) implements Notice {}

  /** What came of a command whose call was told that this is not known yet. */
  record Ended(EntryId id, Answer answer) implements Notice {}

  /** What was asked for, and answered as queued or unknown, will not be done. */
  record Failed(EntryId id, Recipient to, Body body, Refusal why, Answer.Names names)
      implements Notice {}

  /** The disk does not take what arrives, for that reason. */
  record NotStored(String problem) implements Notice {}

  /** So many commands that waited on this disk cannot be read, and will not be sent. */
  record Unreadable(int commands) implements Notice {}

  /** Something is slow or apart, by a fault on the way or by the hub. */
  sealed interface Delay extends Notice {}

  /** A member that is online has confirmed nothing beyond that entry for a minute. */
  record Silent(String member, long confirmed) implements Delay {}

  /** An entry came that long after it was written, although this session was connected. */
  record Late(String from, long index, Duration delay) implements Delay {}

  /** The workspace's clock is that far ahead of this machine's, or behind it if negative. */
  record ClockApart(Duration ahead) implements Delay {}

  /**
   * Members had gone on apart from one another, and now go on together, with what those had who
   * followed {@code hub}; so many of this member's commands, from the other part, are sent again.
   */
  record Split(String hub, int again) implements Notice {}

  /** The code was guessed at too often: there is a new one, or none until a human asks. */
  record CodeBurnt(boolean renewed) implements Notice {}

  /** The hub of this session can be reached from elsewhere, or not any more; so one joins now. */
  record Reachable(Reach reach, Optional<Invitation> invitation) implements Notice {}

  /** This session leads in another's place; so one joins now. */
  record Leads(Optional<Invitation> invitation) implements Notice {}

  /** This session would lead next, and can be reached from elsewhere for that, or not. */
  record StandsBy(Reach reach) implements Notice {}

  /** The hub does not know this session: its log parted from the others' before this one joined. */
  record Unknown() implements Notice {}

  /** A task is this member's to do, and waits for nothing any more. */
  record Ready(TaskLine task) implements Notice {}

  /** That peer wrote so much without a human's turn here that it wakes nobody for a while. */
  record Paused(String peer) implements Notice {}

  /** About own messages: worth a line with a later result, but nobody is woken for it. */
  sealed interface Reading extends Notice {}

  /**
   * Messages were read at last.
   *
   * @param first number of the oldest, which was unread for that long
   */
  record ReadLate(String reader, int messages, long first, Duration unread) implements Reading {
    /** Both together, where the other was read later. */
    public ReadLate and(ReadLate later) {
      Duration longest = unread.compareTo(later.unread) > 0 ? unread : later.unread;
      return new ReadLate(reader, messages + later.messages, first, longest);
    }
  }

  /** A reader left, or was removed, without having been shown messages; the oldest's number. */
  record LeftUnread(String reader, int messages, long first) implements Reading {}
}
