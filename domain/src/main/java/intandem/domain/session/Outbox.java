package intandem.domain.session;

import intandem.domain.id.EntryId;
import intandem.domain.protocol.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What this member wants in the log, in order, one submission at a time. Housekeeping goes first
 * and is derived anew after a restart; the rest is on disk before it gets here.
 */
final class Outbox {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int TRIES = 3;

  private final Deque<Draft> housekeeping = new ArrayDeque<>();
  private final Deque<Draft> queue = new ArrayDeque<>();
  private Instant next = Instant.MIN;
  private Optional<EntryId> tried = Optional.empty();
  private boolean underWay;
  private int tries;
  private long awaited;
  private long based;

  void add(Draft draft) {
    queue.add(draft);
  }

  /** Goes before all commands of the user, and waits for none that was put off. */
  void addHousekeeping(Draft draft) {
    if (housekeeping.isEmpty() && !underWay) {
      next = Instant.MIN;
    }
    housekeeping.add(draft);
  }

  /** The command to submit now, if one is due and the log has reached the last refusal. */
  Optional<Draft> due(Instant now, long index) {
    boolean waiting = next.isAfter(now) || (index < awaited && !underWay);
    return waiting ? Optional.empty() : first();
  }

  private Optional<Draft> first() {
    return Optional.ofNullable(housekeeping.isEmpty() ? queue.peek() : housekeeping.peek());
  }

  /** When the first command is due, submitted or to be submitted again. */
  Optional<Instant> due() {
    return first().filter(draft -> next.isAfter(Instant.MIN)).map(draft -> next);
  }

  /** The first command was submitted on that head; unanswered, it is due again in 5 seconds. */
  void submitted(long index, Instant now) {
    Optional<EntryId> id = first().map(Draft::id);
    tries = id.equals(tried) ? tries : 0;
    tried = id;
    underWay = true;
    based = index;
    next = now.plus(PATIENCE);
  }

  /** Not accepted for now. */
  void postpone(Instant until) {
    underWay = false;
    next = until;
  }

  /**
   * Not accepted at that index; false if it was tried often enough. Only what the hub refused on
   * the very head it was made for counts: an older copy or a log that moved on says nothing about
   * it.
   */
  boolean retry(long index) {
    if (index < based) {
      return true;
    }
    underWay = false;
    next = Instant.MIN;
    awaited = index;
    tries += index == based ? 1 : 0;
    return tries < TRIES;
  }

  /** The link is gone: whatever was submitted may be submitted again. */
  void disconnected() {
    underWay = false;
    next = Instant.MIN;
    awaited = 0;
  }

  /** A command has its outcome. */
  void done(EntryId id) {
    if (tried.equals(Optional.of(id))) {
      disconnected();
      tries = 0;
    }
    housekeeping.removeIf(draft -> draft.id().equals(id));
    queue.removeIf(draft -> draft.id().equals(id));
  }

  boolean holds(EntryId id) {
    return all().anyMatch(draft -> draft.id().equals(id));
  }

  Stream<Draft> all() {
    return Stream.concat(housekeeping.stream(), queue.stream());
  }

  /** Commands of the user that wait. */
  int size() {
    return queue.size();
  }
}
