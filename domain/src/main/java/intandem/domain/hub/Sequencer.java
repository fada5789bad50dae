package intandem.domain.hub;

import intandem.domain.id.EntryId;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.Header;
import intandem.domain.protocol.HubNote;
import intandem.domain.protocol.Place;
import intandem.domain.protocol.Rejection;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Referee;
import intandem.domain.workspace.Referee.Ruling;
import intandem.domain.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Gives submissions their places: decides a batch on a tentative value, one batch at a time. */
final class Sequencer {
  private static final Duration DISK_PAUSE = Duration.ofSeconds(5);

  private final Referee referee;
  private final HubKey key;
  private final Clockwork clock;
  private final Queue<Submission> pending = new ArrayDeque<>();
  private Workspace workspace;
  private Optional<Batch> appending = Optional.empty();
  private Instant decided = Instant.MIN;
  private Instant quiet = Instant.MIN;

  /** What a member asks to have in the log. */
  record Submission(long link, EntryId id, Envelope envelope) {}

  Sequencer(Referee referee, HubKey key, Clockwork clock, Workspace workspace) {
    this.referee = referee;
    this.key = key;
    this.clock = clock;
    this.workspace = workspace;
  }

  /** As of the last durable entry. */
  Workspace workspace() {
    return workspace;
  }

  /** Whether no batch waits for the disk. */
  boolean idle() {
    return appending.isEmpty();
  }

  void add(Submission submission) {
    pending.add(submission);
  }

  /** When a note that is due then may be tried: not at once after the disk took nothing. */
  Instant noting(Instant due) {
    return due.isBefore(quiet) ? quiet : due;
  }

  /** Decides notes on members whose presence changed, and then all that is pending. */
  Batch decide(List<Member> noted, Instant now) {
    decided = now;
    Batch batch = new Batch(workspace);
    if (!now.isBefore(quiet)) {
      noted.forEach(member -> note(batch, member, now));
    }
    for (Submission submission; (submission = pending.poll()) != null; ) {
      decide(batch, submission, now);
    }
    if (!batch.entries().isEmpty()) {
      appending = Optional.of(batch);
    }
    return batch;
  }

  private void decide(Batch batch, Submission submission, Instant now) {
    Entry entry = new Entry(place(batch, now), submission.envelope());
    switch (referee.rule(batch.workspace(), entry)) {
      case Ruling.Counts(Header header, Workspace next) ->
          batch.accept(entry, next, new Batch.Author(submission.link(), submission.id()));
      case Ruling.Rejected(Rejection reason) ->
          batch.refuse(
              new Batch.Refusal(submission.link(), submission.id(), reason, Duration.ZERO));
      case Ruling.Noted noted -> throw new IllegalStateException("an envelope is no note");
    }
  }

  private void note(Batch batch, Member member, Instant now) {
    Place place = place(batch, now);
    boolean online = !member.online();
    HubNote note =
        key.note(workspace.charter().id(), place, batch.workspace().head(), member.id(), online);
    Entry entry = new Entry(place, note);
    if (referee.rule(batch.workspace(), entry) instanceof Ruling.Noted(HubNote n, Workspace next)) {
      batch.accept(entry, next);
    }
  }

  private Place place(Batch batch, Instant now) {
    long index = batch.workspace().head().index() + 1;
    return new Place(workspace.reign().term(), index, clock.at(now));
  }

  /** The batch under way is durable and published. */
  Batch appended() {
    Batch batch = appending.orElseThrow();
    appending = Optional.empty();
    workspace = batch.workspace();
    return batch;
  }

  /** The batch under way is dropped: nothing of it ever happened. */
  List<Batch.Refusal> failed() {
    Batch batch = appending.orElseThrow();
    appending = Optional.empty();
    quiet = decided.plus(DISK_PAUSE);
    batch.authors().forEach(author -> batch.refuse(unstored(author)));
    return batch.refusals();
  }

  private static Batch.Refusal unstored(Batch.Author author) {
    return new Batch.Refusal(author.link(), author.id(), Rejection.NOT_STORED, DISK_PAUSE);
  }
}
