package intandem.domain.session.boundary;

import intandem.domain.id.Endpoint;
import intandem.domain.id.Head;
import intandem.domain.id.TaskId;
import intandem.domain.port.SessionVault.Change;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Frame;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Invitation;
import intandem.domain.tandem.Refusal;
import intandem.domain.view.Letter;
import java.util.List;
import java.util.stream.Stream;

/** What a session wants done, in this order. */
public sealed interface SessionEffect {
  /** Open a link to the first of the addresses that answers; the attempt's number is used once. */
  record Dial(long attempt, List<Endpoint> addresses) implements SessionEffect {
    public Dial {
      addresses = List.copyOf(addresses);
    }
  }

  /** Open a link to the hub of this process. */
  record Attach(long attempt) implements SessionEffect {}

  /** Open a hub in this process, for a term of that number, by {@code NextTerm}. */
  record Promote(int number) implements SessionEffect {}

  /**
   * Close the hub of this process; no entry of it that is not durable yet ever will be. What others
   * reach it by stays until it is to stand by or down.
   */
  record StepDown() implements SessionEffect {}

  /**
   * Open a way from other machines, although another member leads.
   *
   * @param besideHub whether the hub is on this machine, and has what only one process can have
   */
  record StandBy(boolean besideHub) implements SessionEffect {}

  /** Close the way from other machines: this member neither leads nor stands by. */
  record StandDown() implements SessionEffect {}

  /** Send a frame over the link, if it is still up. */
  record Send(long link, Frame frame) implements SessionEffect {}

  /** End the link. */
  record Close(long link) implements SessionEffect {}

  /** Write to disk, and say how it went. */
  sealed interface Write extends SessionEffect {
    /** The same, with those changes made before its own. */
    Write after(List<Change> first);
  }

  /** Append the entries, then make the changes, and say how it went. */
  record Persist(List<Entry> entries, List<Change> changes) implements Write {
    public Persist {
      entries = List.copyOf(entries);
      changes = List.copyOf(changes);
    }

    @Override
    public Write after(List<Change> first) {
      return new Persist(entries, join(first, changes));
    }
  }

  /**
   * Make the changes, then cut the log back to a head and append the entries in one step, and say
   * how it went. Should the process die in between, the changes alone do no harm.
   */
  record Replace(Head base, List<Entry> entries, List<Change> changes) implements Write {
    public Replace {
      entries = List.copyOf(entries);
      changes = List.copyOf(changes);
    }

    @Override
    public Write after(List<Change> first) {
      return new Replace(base, entries, join(first, changes));
    }
  }

  private static List<Change> join(List<Change> first, List<Change> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** Answer a call. */
  record Reply(long call, Answer answer) implements SessionEffect {}

  /**
   * These messages and tasks wait: wake the model, if it can be woken.
   *
   * @param id names this very wake: 8 hex digits that no other has
   */
  record Wake(String id, List<Letter> letters, List<TaskId> tasks, Answer.Names names)
      implements SessionEffect {
    public Wake {
      letters = List.copyOf(letters);
      tasks = List.copyOf(tasks);
    }
  }

  /** The code that this session invites with and where, for the directory of this machine. */
  record Publish(Invitation invitation, Endpoint endpoint) implements SessionEffect {}

  /** The session has ended; that is what whoever asks it from now on is told. */
  record End(Refusal.Entering farewell) implements SessionEffect {}
}
