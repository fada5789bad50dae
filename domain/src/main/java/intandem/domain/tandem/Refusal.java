package intandem.domain.tandem;

import intandem.domain.id.TaskId;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.Link;
import intandem.domain.port.Snippets;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.Frame.Goodbye;
import intandem.domain.protocol.Frame.JoinFailed.Failure;
import intandem.domain.protocol.Rejection;
import intandem.domain.tandem.Answer.Names;
import intandem.domain.view.TaskLine;
import intandem.domain.view.Values.Value;
import java.time.Duration;
import java.util.List;

/** Why something was not done. */
public sealed interface Refusal {
  /** Another member brought it back into the log after a split, at that index, with other words. */
  record Altered(long index) implements Refusal {}

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

  /** This session was in that workspace until its owner removed it; what it never sent. */
  record Expelled(String workspace, List<Unsent> unsent) implements Entering {
    public Expelled {
      unsent = List.copyOf(unsent);
    }
  }

  /** Something that waited to be sent when there was no way to any more. */
  record Unsent(Recipient to, Body body, Answer.Names names) {}

  /** This session is out of its workspace, but what it had of it could not all be deleted. */
  record Remains(String problem) implements Entering {}

  /** Another process of this member took over. */
  record TakenOver() implements Entering {}

  /** This session failed so many times in a row, by faults of its own, and gave its seat up. */
  record Broken(int times) implements Entering {}

  /** No workspace to return to by itself; keys of these are here, and one can be named. */
  record NothingToRejoin(List<WorkspaceId> known) implements Entering {
    public NothingToRejoin {
      known = List.copyOf(known);
    }
  }

  /** A file of this member is damaged; it was renamed, and nothing was deleted. */
  record Damaged(Part part, String file, String aside) implements Entering {
    /** What the file holds. */
    public enum Part {
      /** The member's keys. */
      KEYS,
      /** Which member this session is. */
      RECORD
    }
  }

  /**
   * This member's copy of the log is gone or damaged, with its outbox and what was shown.
   *
   * @param aside what a damaged file is called now; empty if there was none
   */
  record LogLost(String file, String aside, Source source) implements Entering {}

  /** This member's copy is gone, and no hub answered from which the log could come back. */
  record LogNotFound(Source source, List<String> tried) implements Entering {
    public LogNotFound {
      tried = List.copyOf(tried);
    }
  }

  /** From where a lost log comes back. */
  enum Source {
    /** From the hub, which is or was at a known place. */
    HUB,
    /** From a hub that this member has to be told of. */
    UNKNOWN,
    /** From whoever leads instead of this member, which led itself. */
    OTHERS
  }

  /** No hub on this machine invites with such a code. */
  record NoSuchCode() implements Entering {}

  /** Each membership that it could return to is in use by another session of this machine. */
  record InUse() implements Entering {}

  /** The hub could not be reached there. */
  record Unreachable(String where, Link.Ending ending) implements Entering {}

  /** The owner refused the join. */
  record JoinRefused(Failure failure, int triesLeft, String detail) implements Entering {}

  /** The hub refused the link. */
  record HubRefused(Goodbye.Reason reason, Duration retryAfter) implements Entering {}

  /** Whoever answered could not prove that it knows the code. */
  record NotTrusted() implements Entering {}

  /** Nobody of that name; these are the names there are. */
  record UnknownPeer(String name, List<String> names) implements Refusal {}

  /** Whoever had that name has left or was removed; these are the names there are. */
  record PeerLeft(String name, List<String> names) implements Refusal {}

  /** A message to oneself. */
  record ToSelf() implements Refusal {}

  /** Nothing in a part that needs something. */
  record Empty(String part) implements Refusal {}

  /** A message of that many bytes, where {@code limit} is the most. */
  record TooLong(int bytes, int limit) implements Refusal {}

  /** There is no message of that number. */
  record UnknownMessage(long number) implements Refusal {}

  /** So many messages led to this one without a human in between; {@code limit} is the most. */
  record TooManyHops(int hop, int limit) implements Refusal {}

  /** The host names it as it named an earlier call, which asked for something else. */
  record OtherCall() implements Refusal {}

  /** Too many within a minute. */
  record TooFast(Duration retryAfter, int perMinute) implements Refusal {}

  /** The owner cannot be removed. */
  record OwnerStays() implements Refusal {}

  /** Only the owner can do this; that is its name. */
  record OwnerOnly(String owner) implements Refusal {}

  /** There is no such task; these could be claimed. */
  record UnknownTask(String task, List<TaskLine> ready, Names names) implements OnBoard {}

  /** A task does not allow it; these could be claimed. */
  record Task(TaskLine task, Rejection reason, List<TaskLine> ready, Names names)
      implements OnBoard {}

  /** A claim of this member is under way: it is not known yet whose the task is. */
  record Claiming(TaskId task) implements OnBoard {}

  /** Being blocked is derived: it cannot be set. */
  record Derived(TaskLine task) implements OnBoard {}

  /** Tasks would wait for one another in a circle, spelt out. */
  record Circle(List<String> path) implements OnBoard {}

  /** A plan of so many tasks has no such position. */
  record NoPosition(int position, int tasks) implements OnBoard {}

  /** A title that several tasks of a plan have. */
  record Ambiguous(String title) implements OnBoard {}

  /** A part of something that is too long, in characters. */
  record PartTooLong(String part, int characters, int limit) implements Sharing {}

  /** More of something than one command can have. */
  record TooMany(String part, int given, int limit) implements OnBoard {}

  /** That key names another plan of this member, with those tasks. */
  record KeyUsed(String key, List<String> titles) implements OnBoard {
    public KeyUsed {
      titles = List.copyOf(titles);
    }
  }

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

  /** That process of this session holds its place, and has for longer than closing takes. */
  record OpenElsewhere(long pid) implements Entering {}

  /** InTandem itself failed; what became of it is not known. */
  record Failed() implements Refusal {}
}
