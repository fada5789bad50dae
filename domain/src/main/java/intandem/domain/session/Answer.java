package intandem.domain.session;

import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.Snippets;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Frame.JoinFailed.Failure;
import intandem.domain.protocol.Rejection;
import intandem.domain.protocol.TaskChange;
import intandem.domain.view.Findings.Known;
import intandem.domain.view.Happening;
import intandem.domain.view.Letter;
import intandem.domain.view.Status;
import intandem.domain.view.TaskLine;
import intandem.domain.view.TaskList;
import intandem.domain.view.Values.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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

  /** Lines are in the log, for others to read. */
  record Shown(long number, boolean safe, Body.Code code, List<Receipt> receipts)
      implements Answer {}

  /** Tasks are on the board, in the order in which they were given. */
  record Planned(List<TaskLine> tasks, boolean safe, Names names) implements Answer {}

  /**
   * A task was changed.
   *
   * @param next what became ready when it was done; before that, what waits for it
   */
  record Changed(TaskLine task, TaskChange change, List<TaskLine> next, boolean safe, Names names)
      implements Answer {}

  /** A variable has a new value. */
  record Assigned(Value value, boolean safe) implements Answer {}

  /** A finding is in the log; {@code repeated} if it was there before. */
  record Reported(Known finding, boolean safe) implements Answer {}

  /** The board: the tasks asked for, most urgent first, and how many there are of each status. */
  record Board(List<TaskLine> tasks, Map<Status, Long> counts, Names names) implements Answer {}

  /** Everything about one task. */
  record Task(TaskList.Detail detail, Names names) implements Answer {}

  /** Variables, by name. */
  record Variables(List<Value> values, Names names) implements Answer {}

  /** Findings, worst first. */
  record Findings(List<Known> findings, Names names) implements Answer {}

  /** Kept on this disk, and sent as soon as the hub can be reached. */
  record Queued(int ahead) implements Answer {}

  /** The hub has not answered yet; the message is kept, and not to be sent again. */
  record Unconfirmed() implements Answer {}

  /** Messages, oldest first, and how many more there are. */
  record Letters(List<Delivered> letters, int more, List<Notice> notices, News news)
      implements Answer {}

  /** What others did to the board, the variables and the findings since the last result. */
  record News(List<Happening> happenings, int earlier, Names names) {}

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

  /**
   * The workspace at a glance.
   *
   * @param head where this member's log ends, to be compared with others'
   */
  record Briefing(
      WorkspaceId workspace,
      String name,
      MemberId self,
      List<Peer> peers,
      Connection connection,
      Head head,
      Digest board,
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

  /** The board at a glance: tasks of each status, what I could claim, and what is worked on. */
  record Digest(
      Map<Status, Long> counts, List<TaskLine> ready, List<TaskLine> active, Names names) {}

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

  /**
   * One member.
   *
   * @param since when it is online or away
   * @param has the last entry of this log that it says it holds
   */
  record Peer(
      MemberId member,
      String name,
      boolean online,
      Instant since,
      boolean hub,
      boolean seated,
      long has,
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

  /** What a session did. */
  record Summary(Duration duration, List<String> peers, int sent, int received, int queued) {}

  /** Why something was not done. */
  sealed interface Refusal {
    /** About getting into a workspace. */
    sealed interface Entering extends Refusal {}

    /** About tasks. */
    sealed interface OnBoard extends Refusal {}

    /** About code, variables and other texts that are shared. */
    sealed interface Sharing extends Refusal {}

    /** This session is in a workspace already. */
    record AlreadyIn(String workspace) implements Entering {}

    /** This session is in no workspace. */
    record NotIn() implements Entering {}

    /** No workspace to return to. */
    record NothingToRejoin() implements Entering {}

    /** No hub on this machine invites with such a code. */
    record NoSuchCode() implements Entering {}

    /** The hub could not be reached there. */
    record Unreachable(String where, intandem.domain.port.Link.Ending ending) implements Entering {}

    /** The owner refused the join. */
    record JoinRefused(Failure failure, int triesLeft, String detail) implements Entering {}

    /** The hub refused the link. */
    record HubRefused(intandem.domain.protocol.Frame.Goodbye.Reason reason, Duration retryAfter)
        implements Entering {}

    /** Whoever answered could not prove that it knows the code. */
    record NotTrusted() implements Entering {}

    /** Nobody of that name; these are the names there are. */
    record UnknownPeer(String name, List<String> names) implements Refusal {}

    /** A message to oneself. */
    record ToSelf() implements Refusal {}

    /** Nothing in a part that needs something. */
    record Empty(String part) implements Refusal {}

    /** A message of that many bytes, where {@code limit} is the most. */
    record TooLong(int bytes, int limit) implements Refusal {}

    /** There is no message of that number. */
    record UnknownMessage(long number) implements Refusal {}

    /** Too many within a minute. */
    record TooFast(Duration retryAfter, int perMinute) implements Refusal {}

    /** Only the owner can do this; that is its name. */
    record OwnerOnly(String owner) implements Refusal {}

    /** There is no such task; these could be claimed. */
    record UnknownTask(String task, List<TaskLine> ready, Names names) implements OnBoard {}

    /** A task does not allow it; these could be claimed. */
    record Task(TaskLine task, Rejection reason, List<TaskLine> ready, Names names)
        implements OnBoard {}

    /** Being blocked is derived: it cannot be set. */
    record Derived(TaskLine task) implements OnBoard {}

    /** Tasks would wait for one another in a circle, spelt out. */
    record Circle(List<String> path) implements OnBoard {}

    /** A title that several tasks of a plan have. */
    record Ambiguous(String title) implements OnBoard {}

    /** A part of something that is too long, in characters. */
    record PartTooLong(String part, int characters, int limit) implements Sharing {}

    /** More of something than one command can have. */
    record TooMany(String part, int given, int limit) implements OnBoard {}

    /** The board has so many unfinished tasks that no more fit. */
    record BoardFull(int unfinished, int limit) implements OnBoard {}

    /** A plan that does not fit into one entry; {@code fitting} of its first tasks would. */
    record PlanTooLarge(int tasks, int fitting) implements OnBoard {}

    /** The variable has another version by now. */
    record OtherVersion(String name, List<Value> now, Names names) implements Sharing {}

    /** There is no variable of that name; these are the names there are. */
    record UnknownVariable(String name, List<String> names) implements Sharing {}

    /** This cannot wait: it needs the hub, which cannot be reached. */
    record NoHub() implements Refusal {}

    /** The rules refuse it. */
    record AgainstRules(Rejection reason) implements Refusal {}

    /** What looks like a secret is in it; the value itself is told to nobody. */
    record SecretLooking(String part, String rule, int line) implements Sharing {}

    /** The file, or these lines of it, are not shared. */
    record NotShared(Snippets.Reason reason, String detail) implements Sharing {}

    /** The disk did not take it. */
    record NotStored(String problem) implements Refusal {}

    /** Another process holds this membership. */
    record Locked() implements Entering {}

    /** InTandem itself failed; what became of it is not known. */
    record Failed() implements Refusal {}
  }
}
