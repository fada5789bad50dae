package intandem.domain.session;

import intandem.domain.id.Bytes;
import intandem.domain.id.Endpoint;
import intandem.domain.id.InviteCode;
import intandem.domain.id.WorkspaceId;
import intandem.domain.protocol.MessageType;
import java.time.Duration;

/** What a session can be asked to do: one case for each act of a user or a model. */
public sealed interface Ask {

  /** Asked of a process that may be in no workspace. */
  sealed interface Entry extends Ask {}

  /** Found a workspace; {@code maxPeers} is 1 to 5. */
  record Create(String name, int maxPeers) implements Entry {}

  /** Join with a code. */
  record Join(InviteCode code, Where where) implements Entry {}

  /** Return, without a code, to a workspace that this user is a member of. */
  record Rejoin(Which which, Where where) implements Entry {}

  /** Which workspace. */
  sealed interface Which {
    /** The last one of this session, else of this directory. */
    record Last() implements Which {}

    /** The one with that id. */
    record Known(WorkspaceId workspace) implements Which {}
  }

  /** Where the hub is. */
  sealed interface Where {
    /** On this machine, or where it was last. */
    record Known() implements Where {}

    /** At that address. */
    record At(Endpoint endpoint) implements Where {}
  }

  /** Asked of a member. */
  sealed interface Member extends Ask {}

  /** Say what this workspace is, once its hub was reached or five seconds have passed. */
  record Brief() implements Member {}

  /**
   * Send a message.
   *
   * @param call names this call for good, so that asking again sends nothing twice
   * @param replyTo number of the message it answers, or 0
   */
  record Send(Bytes call, MessageType type, String text, To to, long replyTo) implements Member {}

  /** For whom a message is. */
  sealed interface To {
    /** Everyone. */
    record Everyone() implements To {}

    /** The member of that name. */
    record Named(String name) implements To {}
  }

  /**
   * Read messages, those after {@code since} again if it is not negative; wait if there are none.
   */
  record Inbox(Duration patience, long since) implements Member {}

  /** Take unread messages along with another result, up to a number of characters. */
  record Unread(int budget) implements Member {}

  /** How far my own messages got. */
  record Receipts() implements Member {}

  /** Who is here. */
  record Peers() implements Member {}

  /** What happened, newest last; after that index, by that member or, if empty, by anyone. */
  record Activity(int limit, long since, String actor) implements Member {}

  /** The code to hand on. */
  record Invite() implements Member {}

  /** Give the seat back and end. */
  record Leave() implements Member {}
}
