package intandem.domain.tandem;

import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.TaskChange;
import intandem.domain.protocol.Waking;
import intandem.domain.reach.Reach;
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
  record Created(Briefing briefing, Invitation invitation, Reach reach) implements Answer {}

  /** In the workspace. */
  record Entered(Briefing briefing) implements Answer {}

  /**
   * A message is in the log.
   *
   * @param safe on the disks of two members at least
   * @param repeats number of an earlier message that says the same, so that nobody is woken; or 0
   */
  record Sent(long number, boolean safe, List<Receipt> receipts, long repeats) implements Answer {}

  /** Lines are in the log, for others to read. */
  record Shown(long number, boolean safe, Body.Code code, List<Receipt> receipts)
      implements Answer {}

  /** Tasks are on the board, in the order in which they were given. */
  record Planned(List<TaskLine> tasks, boolean safe, Names names) implements Answer {}

  /** That key was used for this plan before, so nothing was added again. */
  record PlannedBefore(String key, Planned planned) implements Answer {}

  /**
   * A task was changed.
   *
   * @param next what became ready when it was done; before that, what waits for it
   */
  record Changed(TaskLine task, TaskChange change, List<TaskLine> next, boolean safe, Names names)
      implements Answer {}

  /** A task is this member's, and as far as it asked for, so that nothing was changed. */
  record YoursAlready(TaskLine task, Names names) implements Answer {}

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

  /** Messages, oldest first, and how many more messages and notices wait. */
  record Letters(List<Delivered> letters, int more, List<Notice> notices, News news)
      implements Answer {
    /** Whether it hands nothing over. */
    public boolean empty() {
      return letters.isEmpty() && notices.isEmpty() && news.happenings().isEmpty();
    }
  }

  /**
   * What others did to the board, the variables and the findings since the last result.
   *
   * @param after the index of the entry after which it happened
   * @param earlier how many more were left out
   */
  record News(List<Happening> happenings, long after, int earlier, Names names) {
    /** That nothing happened. */
    public static final News NONE = new News(List.of(), 0, 0, MemberId::value);
  }

  /**
   * What waits to get into the log, in the order in which it goes out, and my own last messages
   * there, oldest first; {@code earlier} more were left out.
   */
  record Progress(List<Waiting> waiting, int earlier, List<Tracked> sent, Names names)
      implements Answer {}

  /** Something that I asked for; {@code submitted} if the hub has it, but did not confirm it. */
  record Waiting(Recipient to, Body body, boolean submitted) {}

  /** Who is here. */
  record Present(Briefing briefing) implements Answer {}

  /** Where this member stands: the workspace at a glance, and how many messages are unread. */
  record Standing(Briefing briefing, int unread) implements Answer {}

  /** What happened, oldest first; {@code earlier} more were left out. */
  record Activity(List<Happening> happenings, int earlier, Names names) implements Answer {}

  /** The code to hand on. */
  record Invited(Invitation invitation, Reach reach) implements Answer {}

  /** There is no code to hand on. */
  record Uninvited() implements Answer {}

  /** A member is one no more, and everything from now on is sealed with keys that it lacks. */
  record Removed(String name, boolean safe) implements Answer {}

  /** Out of the workspace; whether the log says so, so that the seat and its tasks are free. */
  record Left(Summary summary, boolean recorded) implements Answer {}

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
   * @param waking how its model can be woken, as it says
   */
  record Peer(
      MemberId member,
      String name,
      boolean online,
      Instant since,
      boolean hub,
      boolean seated,
      long has,
      List<String> capabilities,
      Waking waking) {}

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
    SEEN,
    /** The recipient left, or was removed, without having seen it. */
    LEFT
  }

  /** One of my messages. */
  record Tracked(Letter letter, List<Receipt> receipts) {}

  /** What a session did: messages sent, received and not sent yet, tasks claimed and finished. */
  record Summary(
      Duration duration,
      List<String> peers,
      int sent,
      int received,
      int claimed,
      int finished,
      int queued) {}
}
