package intandem.domain.protocol;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.id.TaskId;
import java.util.List;

/** What a command does, as far as the rules must see it; all text is in the body. */
public sealed interface Act {
  /** An act that hands out a new epoch's secret; it has no body, and no tag of an epoch. */
  sealed interface Keying extends Act {
    /** The new epoch's secret for every member. */
    EpochKeys keys();
  }

  /** An act that someone asks for, to share something: a message, a task, a variable, a finding. */
  sealed interface Sharing extends Act {}

  /** Gives the workspace its name. Owner only. */
  record NameWorkspace() implements Act {}

  /** Starts the next key epoch. Owner only; the header bears the new epoch. */
  record StartEpoch(EpochKeys keys) implements Keying {}

  /**
   * Starts the next term: a new hub key, named in the header, and its first epoch.
   *
   * @param base the head the term builds on
   */
  record StartTerm(MemberId owner, Head base, EpochKeys keys) implements Keying {}

  /** Admits a member. Owner only; the body holds its profile. */
  record AddMember(Bytes signKey, Bytes sealKey) implements Act {}

  /** Changes the author's own profile, which is in the body. */
  record UpdateMember() implements Act {}

  /** Ends a membership and starts the next epoch. Owner only; the header bears the old epoch. */
  record RemoveMember(MemberId member, EpochKeys keys) implements Keying {}

  /** Frees the author's seat; membership and keys stay. */
  record Leave() implements Act {}

  /** Takes a seat again. */
  record Rejoin() implements Act {}

  /** Says where the author can be reached; the body holds the addresses. */
  record AnnounceEndpoint() implements Act {}

  /**
   * Brings back what its author's branch of a split log held, and its author did not bring back
   * itself: members' commands only, with the body as its author sealed it, and as their author's.
   *
   * @param id the command's own id, under which it counts once
   */
  record Adopt(MemberId from, EntryId id, Act act) implements Act {}

  /** A message; type and text are in the body. */
  record Message() implements Sharing {}

  /** Adds 1 to 50 tasks, all or none; the body holds their texts. */
  record AddTasks(List<NewTask> tasks) implements Sharing {
    public AddTasks {
      tasks = List.copyOf(tasks);
    }
  }

  /** Changes one task; the body may hold new texts. */
  record ChangeTask(TaskId task, Lease lease, TaskChange change) implements Sharing {}

  /**
   * Gives a variable a value; name and value are in the body.
   *
   * @param key 16 bytes that stand for the name, equal for equal names
   */
  record SetVariable(Bytes key, Expected expected) implements Sharing {}

  /** Reports a finding, which is in the body. */
  record Report() implements Sharing {}
}
