package intandem.domain.session;

import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;
import intandem.domain.protocol.Frame.JoinFailed.Failure;
import intandem.domain.protocol.Rejection;
import intandem.domain.view.Happening;
import intandem.domain.view.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What comes of an {@link Ask}. Text of peers is in it as they wrote it, not yet fit for a model.
 */
public sealed interface Answer {

  /** A workspace was founded. */
  record Created(Briefing briefing, Invitation invitation) implements Answer {}

  /** In the workspace. */
  record Entered(Briefing briefing) implements Answer {}

  /** A message is in the log. {@code safe}: on the disks of two members at least. */
  record Sent(long number, boolean safe, List<Receipt> receipts) implements Answer {}

  /** Kept on this disk, and sent as soon as the hub can be reached. */
  record Queued(int ahead) implements Answer {}

  /** The hub has not answered yet; the message is kept, and not to be sent again. */
  record Unconfirmed() implements Answer {}

  /** Messages, oldest first, and how many more there are. */
  record Letters(List<Delivered> letters, int more, List<Notice> notices) implements Answer {}

  /** My own messages and how far each got, oldest first. */
  record Progress(List<Tracked> sent, int queued) implements Answer {}

  /** Who is here. */
  record Present(Briefing briefing) implements Answer {}

  /** What happened, oldest first; {@code earlier} more were left out. */
  record Activity(List<Happening> happenings, int earlier, Names names) implements Answer {}

  /** The code to hand on. */
  record Invited(Invitation invitation) implements Answer {}

  /** Out of the workspace. */
  record Left(Summary summary) implements Answer {}

  /** It was not done. */
  record Refused(Refusal refusal) implements Answer {}

  /** How a name is looked up. */
  interface Names {
    /** What a member is called. */
    String of(MemberId member);
  }

  /** The workspace at a glance. */
  record Briefing(
      WorkspaceId workspace,
      String name,
      MemberId self,
      List<Peer> peers,
      Connection connection,
      List<Delivered> history) {
    /** What I am called. */
    public String selfName() {
      return peers.stream()
          .filter(peer -> peer.member().equals(self))
          .findFirst()
          .map(Peer::name)
          .orElse(self.value());
    }
  }

  /** How this session is connected. */
  enum Connection {
    /** To the hub of the current term. */
    ONLINE,
    /** Trying to reach it. */
    OFFLINE,
    /** Being the hub. */
    HOSTING,
    /** Not any more: the hub broke the rules, or another process took over. */
    STOPPED
  }

  /** One member; {@code since} it is online or away. */
  record Peer(
      MemberId member,
      String name,
      boolean online,
      Instant since,
      boolean hub,
      boolean seated,
      List<String> capabilities) {}

  /** A message as it is handed over, with its author's name and perhaps its reader's. */
  record Delivered(Letter letter, String from, String to, boolean possiblySeen, boolean mine) {}

  /** How far a message got with one recipient. */
  record Receipt(String name, Stage stage, boolean online) {}

  /** How far a message got. */
  enum Stage {
    /** Not yet on the recipient's disk. */
    WAITING,
    /** On the recipient's disk. */
    RECEIVED,
    /** In a result that the recipient's model was given. */
    SEEN
  }

  /** One of my messages. */
  record Tracked(Letter letter, List<Receipt> receipts) {}

  /** Something that this session's human should know. */
  sealed interface Notice {
    /** A wrong code was tried; so many tries are left. */
    record WrongCode(int triesLeft) implements Notice {}

    /** The hub broke a rule and is not followed any more. */
    record HubCheated(long index, Rejection reason) implements Notice {}

    /** A queued message was refused after all. */
    record Dropped(String text, Rejection reason) implements Notice {}

    /** The disk does not take what arrives. */
    record NotStored() implements Notice {}

    /** Another process of this member took over. */
    record Replaced() implements Notice {}
  }

  /** What a session did. */
  record Summary(Duration duration, List<String> peers, int sent, int received, int queued) {}

  /** Why something was not done. */
  sealed interface Refusal {
    /** This session is in a workspace already. */
    record AlreadyIn(String workspace) implements Refusal {}

    /** This session is in no workspace. */
    record NotIn() implements Refusal {}

    /** No workspace to return to. */
    record NothingToRejoin() implements Refusal {}

    /** No hub on this machine invites with such a code. */
    record NoSuchCode() implements Refusal {}

    /** The hub could not be reached there. */
    record Unreachable(String where, intandem.domain.port.Link.Ending ending) implements Refusal {}

    /** The owner refused the join. */
    record JoinRefused(Failure failure, int triesLeft, String detail) implements Refusal {}

    /** The hub refused the link. */
    record HubRefused(intandem.domain.protocol.Frame.Goodbye.Reason reason, Duration retryAfter)
        implements Refusal {}

    /** Whoever answered could not prove that it knows the code. */
    record NotTrusted() implements Refusal {}

    /** Nobody of that name; these are the names there are. */
    record UnknownPeer(String name, List<String> names) implements Refusal {}

    /** A message to oneself. */
    record ToSelf() implements Refusal {}

    /** A message with nothing in it. */
    record Empty() implements Refusal {}

    /** A message of that many bytes, where {@code limit} is the most. */
    record TooLong(int bytes, int limit) implements Refusal {}

    /** There is no message of that number. */
    record UnknownMessage(long number) implements Refusal {}

    /** Too many within a minute. */
    record TooFast(Duration retryAfter, int perMinute) implements Refusal {}

    /** Only the owner can do this; that is its name. */
    record OwnerOnly(String owner) implements Refusal {}

    /** The rules refuse it. */
    record AgainstRules(Rejection reason) implements Refusal {}

    /** The disk did not take it. */
    record NotStored(String problem) implements Refusal {}

    /** Another process holds this membership. */
    record Locked() implements Refusal {}

    /** InTandem itself failed; what became of it is not known. */
    record Failed() implements Refusal {}
  }
}
