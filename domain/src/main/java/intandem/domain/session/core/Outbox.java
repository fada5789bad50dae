package intandem.domain.session.core;

import intandem.domain.id.EntryId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What this member wants in the log, one submission at a time. Housekeeping goes first and is
 * derived anew after a restart; then what is wanted now or never, and is never sent twice; then the
 * queue, in order, which is on disk before it gets here.
 */
public final class Outbox {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int TRIES = 3;

  /**
   * How long the author of a command may take to bring it back itself, from a cut or a start on.
   */
  private static final Duration AUTHOR = Duration.ofSeconds(30);

  private final Deque<Draft> housekeeping = new ArrayDeque<>();
  private final Deque<Draft> urgent = new ArrayDeque<>();
  private final Deque<Draft> recovered = new ArrayDeque<>();
  private final Deque<Draft> queue = new ArrayDeque<>();
  private final Set<EntryId> spent = new HashSet<>();
  private Optional<Attempt> last = Optional.empty();
  private Instant next = Instant.MIN;
  private Instant authorsUntil = Instant.MIN;
  private long awaited;

  /** What became so far of the command that was submitted last: on which head, how often. */
  private record Attempt(EntryId id, boolean underWay, long based, int unanswered, int tries) {
    static Attempt none(EntryId id) {
      return new Attempt(id, false, 0, 0, 0);
    }

    Attempt submitted(long index) {
      return new Attempt(id, true, index, (underWay ? unanswered : 0) + 1, tries);
    }

    /** Only the answer to the last copy counts, on the very head it was made for or a later one. */
    Attempt refused(long index) {
      boolean waits = unanswered > 1 || index < based;
      int more = !waits && index == based ? 1 : 0;
      return new Attempt(id, waits, based, unanswered - 1, tries + more);
    }

    Attempt ended() {
      return new Attempt(id, false, based, 0, tries);
    }
  }

  /** Goes behind all that waits; it is on disk. */
  public void add(Draft draft) {
    queue.add(draft);
  }

  /**
   * Takes what the disk held, in its order. Whatever stands before an adopted command was recovered
   * with it.
   */
  void load(List<Draft> rows, Instant now) {
    authorsUntil = now.plus(AUTHOR);
    for (Draft row : rows) {
      queue.add(row);
      if (row.act() instanceof Act.Adopt) {
        recovered.addAll(queue);
        queue.clear();
      }
    }
  }

  /** What is brought back from a part of the log that was cut off, in that order. */
  public void recover(List<Draft> drafts, Instant now) {
    authorsUntil = now.plus(AUTHOR);
    drafts.forEach(draft -> done(draft.id()));
    List<Draft> before = List.copyOf(recovered);
    recovered.clear();
    recovered.addAll(drafts);
    recovered.addAll(before);
    renew();
  }

  /** What is on disk too, in its order. */
  public Stream<Draft> kept() {
    return Stream.concat(recovered.stream(), queue.stream());
  }

  /** The first of the recovered commands, if another member was its author. */
  public Optional<Draft> orphan() {
    return recovered.stream().findFirst().filter(draft -> draft.act() instanceof Act.Adopt);
  }

  /** Goes before all else, and waits for nothing that was put off. */
  public void addHousekeeping(Draft draft) {
    overtake(housekeeping.isEmpty());
    housekeeping.add(draft);
  }

  /** Wanted now or never: goes before the queue. */
  public void addUrgent(Draft draft) {
    overtake(housekeeping.isEmpty() && urgent.isEmpty());
    urgent.add(draft);
  }

  private void overtake(boolean first) {
    if (first && underWay().isEmpty()) {
      next = Instant.MIN;
    }
  }

  /** The command to submit now, if one is due and the log has reached the last refusal. */
  public Optional<Draft> due(Instant now, long index) {
    boolean waiting = next.isAfter(now) || (index < awaited && underWay().isEmpty());
    return waiting ? Optional.empty() : first(now);
  }

  /** Commands that were recovered go out in their order, as far as it matters to them. */
  private Optional<Draft> first(Instant now) {
    return all()
        .filter(this::underWay)
        .findFirst()
        .or(
            () ->
                Stream.of(housekeeping.stream(), urgent.stream(), recoverable(now), queue.stream())
                    .flatMap(drafts -> drafts)
                    .findFirst());
  }

  private Stream<Draft> recoverable(Instant now) {
    boolean held = recovered.stream().limit(1).anyMatch(first -> ready(first).isAfter(now));
    return recovered.stream().filter(draft -> !held || independent(draft)).limit(1);
  }

  /** Whether a command means the same without those that were recovered before it. */
  private static boolean independent(Draft draft) {
    return switch (draft.act()) {
      case Act.Message _, Act.Report _, Act.SetVariable _ -> true;
      case Act.AddTasks _, Act.ChangeTask _, Act.Keying _, Act.NameWorkspace _ -> false;
      case Act.AddMember _, Act.UpdateMember _, Act.AnnounceEndpoint _, Act.Adopt _ -> false;
      case Act.Leave _, Act.Rejoin _ -> false;
    };
  }

  private Instant ready(Draft draft) {
    boolean owners =
        draft.act() instanceof Act.Adopt(var from, var id, Act act)
            && !(act instanceof Act.Sharing);
    boolean others = draft.act() instanceof Act.Adopt && !owners;
    return others ? authorsUntil : Instant.MIN;
  }

  private Optional<Attempt> underWay() {
    return last.filter(Attempt::underWay);
  }

  /** Whether a command was submitted, and the hub that has it may still say what became of it. */
  public boolean underWay(Draft draft) {
    return underWay().filter(attempt -> attempt.id().equals(draft.id())).isPresent();
  }

  /** When a command is due, submitted or to be submitted again, given the log's last index. */
  public Optional<Instant> due(long index) {
    if (index < awaited && underWay().isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> orphan =
        recovered.stream().findFirst().map(this::ready).filter(Instant.MIN::isBefore);
    boolean held = orphan.isPresent();
    long waiting = recovered.stream().filter(draft -> held && !independent(draft)).count();
    boolean more = underWay().isPresent() || all().count() > waiting;
    Optional<Instant> paused = Optional.of(next).filter(at -> more && at.isAfter(Instant.MIN));
    return Stream.of(orphan.map(at -> at.isBefore(next) ? next : at), paused)
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  /** A command was submitted on that head; unanswered, it is due again in 5 seconds. */
  public void submitted(EntryId id, long index, Instant now) {
    Attempt before = last.filter(attempt -> attempt.id().equals(id)).orElse(Attempt.none(id));
    last = Optional.of(before.submitted(index));
    spent.add(id);
    pause(now);
  }

  /** Nothing is submitted for 5 seconds, or until the hub answers what is under way. */
  public void pause(Instant now) {
    next = now.plus(PATIENCE);
  }

  /** Whether a command is wanted now or never. */
  public boolean urgent(EntryId id) {
    return urgent.stream().anyMatch(draft -> draft.id().equals(id));
  }

  /**
   * Whether a command may not be sent: it is wanted now or never, and was sent, or lost its link.
   */
  public boolean spent(Draft draft) {
    return spent.contains(draft.id()) && urgent.contains(draft);
  }

  /** What is under way was not accepted for now. */
  public void postpone(Instant until) {
    free(Attempt::ended);
    next = until;
  }

  /**
   * What is under way was not accepted at that index; false if it was tried often enough. An older
   * copy or a log that moved on says nothing about it.
   */
  public boolean retry(long index) {
    free(attempt -> attempt.refused(index));
    if (underWay().isPresent()) {
      return true;
    }
    next = Instant.MIN;
    awaited = index;
    return last.orElseThrow().tries() < TRIES;
  }

  /** Unless it stays under way, it was surely not taken. */
  private void free(UnaryOperator<Attempt> answered) {
    last = last.map(answered);
    last.filter(attempt -> !attempt.underWay()).ifPresent(attempt -> spent.remove(attempt.id()));
  }

  /** The link is gone: what cannot wait is lost, the rest may be submitted again. */
  public void disconnected() {
    urgent.forEach(draft -> spent.add(draft.id()));
    renew();
  }

  private void renew() {
    last = last.map(Attempt::ended);
    next = Instant.MIN;
    awaited = 0;
  }

  /** A command has its outcome. */
  public void done(EntryId id) {
    if (last.filter(attempt -> attempt.id().equals(id)).isPresent()) {
      renew();
      last = Optional.empty();
    }
    spent.remove(id);
    housekeeping.removeIf(draft -> draft.id().equals(id));
    urgent.removeIf(draft -> draft.id().equals(id));
    recovered.removeIf(draft -> draft.id().equals(id));
    queue.removeIf(draft -> draft.id().equals(id));
  }

  /** The command of that id, if it still waits for its outcome. */
  public Optional<Draft> find(EntryId id) {
    return all().filter(draft -> draft.id().equals(id)).findFirst();
  }

  /** All that waits for its outcome. */
  public Stream<Draft> all() {
    return Stream.of(housekeeping, urgent, recovered, queue).flatMap(Deque::stream);
  }

  /** Commands of the user that wait. */
  public int size() {
    return (int) kept().filter(draft -> !(draft.act() instanceof Act.Adopt)).count();
  }
}
