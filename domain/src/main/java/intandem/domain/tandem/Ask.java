package intandem.domain.tandem;

import intandem.domain.id.Bytes;
import intandem.domain.id.Endpoint;
import intandem.domain.id.InviteCode;
import intandem.domain.id.WorkspaceId;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Body.News;
import intandem.domain.protocol.Body.TaskText;
import intandem.domain.protocol.Expected;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.Severity;
import intandem.domain.view.Status;
import java.time.Duration;
import java.util.List;
import java.util.Set;

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

  /** Look for the hub at that address too, unless it is heard; answered as {@link Brief} is. */
  record Seek(Endpoint hub) implements Member {}

  /** Asked of a member: put something into the log. */
  sealed interface Command extends Member {
    /** Names this call for good, so that asking again does nothing twice. */
    Bytes call();
  }

  /**
   * Send a message.
   *
   * @param replyTo number of the message it answers, or 0
   */
  record Send(Bytes call, MessageType type, String text, To to, long replyTo) implements Command {}

  /** For whom a message is. */
  sealed interface To {
    /** Everyone. */
    record Everyone() implements To {}

    /** The member of that name. */
    record Named(String name) implements To {}
  }

  /**
   * Show others lines of a file of the project.
   *
   * @param from first line, from 1, and {@code to} the last, or 0 for as many as one message holds
   */
  record Share(Bytes call, String path, int from, int to, About about) implements Ask {}

  /** What goes with lines that are shown: their language, a note, and for whom they are. */
  record About(String language, String note, To to) {}

  /** Show others these lines. */
  record Show(Bytes call, Body.Code code, To to) implements Command {}

  /**
   * Add tasks, all or none.
   *
   * @param key what its author calls the plan, so that it is added once only; or empty
   */
  record Plan(Bytes call, String key, List<Planned> tasks) implements Command {
    public Plan {
      tasks = List.copyOf(tasks);
    }

    /** A plan that its author has no name for. */
    public Plan(Bytes call, List<Planned> tasks) {
      this(call, "", tasks);
    }
  }

  /**
   * A task to be added.
   *
   * @param dependencies ids of tasks, or positions ({@code #2}) or titles of tasks of this plan
   */
  record Planned(TaskText text, To assignee, List<String> dependencies) {
    public Planned {
      dependencies = List.copyOf(dependencies);
    }
  }

  /** Change a task, and any of its texts with it. */
  record Change(Bytes call, String task, Wanted wanted, List<News> news) implements Command {
    public Change {
      news = List.copyOf(news);
    }
  }

  /** What shall become of a task. */
  sealed interface Wanted {
    /** It shall stand there; open means given back, or reopened if it is done. */
    record Standing(Status status) implements Wanted {}

    /** Its holder gives it back. */
    record GivenBack() implements Wanted {}

    /** It shall wait for exactly these tasks. */
    record WaitingFor(List<String> tasks) implements Wanted {
      public WaitingFor {
        tasks = List.copyOf(tasks);
      }
    }

    /** It shall be kept for that member, or be anyone's. */
    record KeptFor(To assignee) implements Wanted {}

    /** Nothing but its texts. */
    record Reworded() implements Wanted {}
  }

  /** Give a variable a value. */
  record SetVariable(Bytes call, String name, String value, Expected expected) implements Command {}

  /** Report a finding. */
  record Report(Bytes call, Body.Finding finding) implements Command {}

  /** How the board looks: tasks of these statuses, or the unfinished ones if there are none. */
  record Board(Set<Status> statuses) implements Member {
    public Board {
      statuses = Set.copyOf(statuses);
    }
  }

  /** Everything about one task. */
  record Task(String task) implements Member {}

  /** The variable of that name, or all if it is empty. */
  record Variables(String name) implements Member {}

  /** What was found out; an empty filter lets all through. */
  record Findings(Set<Severity> severities, String service, String task) implements Member {
    public Findings {
      severities = Set.copyOf(severities);
    }
  }

  /**
   * Read messages, those after {@code since} again if it is not negative; wait if there are none.
   */
  record Inbox(Duration patience, long since) implements Member {}

  /** Take unread messages along with another result, up to a number of characters. */
  record Unread(int budget) implements Member {}

  /** The host's model has come to a point where it can be told things, up to so many characters. */
  record Hook(Moment moment, int budget) implements Member {}

  /** Where the host's model is. */
  sealed interface Moment {
    /** It was given something to do; the prompt is empty where the host does not hand it on. */
    record Prompted(String prompt) implements Moment {}

    /** It has used tools, and goes on. */
    record Worked() implements Moment {}

    /** It is about to stop, and can be kept from it for that long at most. */
    record Stopping(Duration patience) implements Moment {}

    /** It begins with little or nothing in its context. */
    record Started() implements Moment {}
  }

  /** How far my own messages got. */
  record Receipts() implements Member {}

  /** Who is here. */
  record Peers() implements Member {}

  /** What happened, newest last; after that index, by that member or, if empty, by anyone. */
  record Activity(int limit, long since, String actor) implements Member {}

  /** About the invite code. Owner only. */
  sealed interface Inviting extends Member {}

  /** The code to hand on: a fresh one if the last was used up, none if it was revoked. */
  record Invite() implements Inviting {}

  /** Another code at once, and another key epoch. */
  record Rotate() implements Inviting {}

  /** No code until the next {@link Rotate}. */
  record Revoke() implements Inviting {}

  /** End the membership of whoever has that name. Owner only. */
  record Remove(Bytes call, String name) implements Command {}

  /** Give the seat back and end. */
  record Leave() implements Member {}
}
