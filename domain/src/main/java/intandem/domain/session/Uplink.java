package intandem.domain.session;

import intandem.domain.id.EntryId;
import intandem.domain.port.Codec.Decoded;
import intandem.domain.port.SessionVault;
import intandem.domain.port.SessionVault.Change;
import intandem.domain.protocol.Ack;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Header;
import intandem.domain.protocol.Rejection;
import intandem.domain.session.Replica.Step;
import intandem.domain.session.Replica.Verdict;
import intandem.domain.view.Letter;
import intandem.domain.workspace.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** A session's side of the link to the hub: login, what arrives, and acks of it. */
final class Uplink {
  private static final Duration DISK_PAUSE = Duration.ofSeconds(5);

  private final Core core;
  private final Proving proving;
  private final Submissions submissions;
  private final Acks acks;
  private final Sorting sorting;
  private final Queue<Frame.Entries> incoming = new ArrayDeque<>();
  private final List<Listener> listeners = new ArrayList<>();
  private boolean storing;
  private boolean turnedAway;

  /** Hears what became part of the replica. */
  interface Listener {
    /** These entries are part of the replica now. */
    default void folded(List<Step> steps, Instant now) {}

    /** An own command is in the log. */
    void committed(EntryId id, long index, Instant now);

    /** An own command will not be in the log. */
    void failed(Draft draft, Rejection reason);

    /** The replica, the receipts or the mail changed. */
    void changed(Instant now);
  }

  Uplink(Core core) {
    this.core = core;
    this.proving = new Proving(core);
    this.submissions = new Submissions(core, this);
    this.acks = new Acks(core);
    this.sorting = new Sorting(core);
    if (core.ports.log().head().index() > 0) {
      sorting.sort(core.replica.replay());
    }
  }

  void listen(Listener listener) {
    listeners.add(listener);
  }

  void tell(java.util.function.Consumer<Listener> event) {
    listeners.forEach(event);
  }

  void linkUp(long link, Instant now) {
    core.line.up(link, now);
  }

  void linkDown(long link, Instant now) {
    if (core.line.is(link)) {
      lost(now);
    }
  }

  void dialFailed(Instant now) {
    if (core.line.link().isEmpty()) {
      lost(now);
    }
  }

  private void lost(Instant now) {
    incoming.clear();
    core.outbox.disconnected();
    if (!core.line.stopped()) {
      core.line.down(now);
    }
  }

  /** Gives the link up, and tries again after a pause. */
  private void hangUp(Instant now) {
    core.line.link().ifPresent(link -> core.effect(new SessionEffect.Close(link)));
    lost(now);
  }

  /** Gives the hub up for good. */
  private void stop(Notice notice) {
    core.notices.add(notice);
    stop();
  }

  /** Ends this session; that is what whoever asks from now on is told. */
  void end(Refusal.Entering farewell) {
    stop();
    core.effect(new SessionEffect.End(farewell));
  }

  private void stop() {
    core.line.link().ifPresent(link -> core.effect(new SessionEffect.Close(link)));
    core.line.stop();
    incoming.clear();
  }

  void received(long link, Decoded<Frame> decoded, Instant now) {
    if (!core.line.is(link)) {
      return;
    }
    switch (decoded) {
      case Decoded.Malformed<Frame> malformed -> hangUp(now);
      case Decoded.Valid<Frame>(Frame frame) -> received(frame, now);
    }
  }

  private void received(Frame frame, Instant now) {
    switch (frame) {
      case Frame.Challenge challenge -> {
        if (!proving.prove(challenge, now)) {
          hangUp(now);
        }
      }
      case Frame.LoggedIn in -> core.line.proof().ifPresent(p -> loggedIn(p, in, now));
      case Frame.Entries entries when core.line.ready() -> {
        incoming.add(entries);
        store(now);
      }
      case Frame.Refused refused -> submissions.refused(refused, now);
      case Frame.Acked(Ack ack) -> acked(ack, now);
      case Frame.Goodbye(Frame.Goodbye.Reason reason, var retry) -> goodbye(reason, now);
      case Frame other -> {}
    }
  }

  private void goodbye(Frame.Goodbye.Reason reason, Instant now) {
    if (reason == Frame.Goodbye.Reason.REPLACED) {
      end(new Refusal.TakenOver());
      return;
    }
    if (reason == Frame.Goodbye.Reason.UNKNOWN_MEMBER && !turnedAway) {
      turnedAway = true;
      core.notices.add(new Notice.TurnedAway());
    }
    hangUp(now);
  }

  private void loggedIn(Line.Proof proof, Frame.LoggedIn in, Instant now) {
    if (!proving.proven(proof, in)) {
      hangUp(now);
      return;
    }
    core.line.link().ifPresent(link -> core.line.ready(link, in.head()));
    core.outbox.disconnected();
    acks.renew();
    tell(listener -> listener.changed(now));
  }

  private void acked(Ack ack, Instant now) {
    Optional<Member> member = core.replica.workspace().flatMap(w -> w.roster().find(ack.from()));
    boolean genuine =
        member
            .filter(
                m ->
                    core.ports
                        .signer()
                        .verify(
                            m.keys().sign(),
                            ack.signingInput(core.identity.workspace()),
                            ack.signature()))
            .isPresent();
    if (genuine && core.receipts.add(ack)) {
      core.disk.write(List.of(new SessionVault.Kept(ack)), () -> {}, core::notStored);
      tell(listener -> listener.changed(now));
    }
  }

  /** Stores what arrived, one batch at a time. */
  private void store(Instant now) {
    if (storing || incoming.isEmpty()) {
      return;
    }
    Frame.Entries batch = incoming.remove();
    if (core.hosting()) {
      settle(core.replica.replay(), now);
      return;
    }
    switch (core.replica.judge(batch.entries(), batch.checkpoint())) {
      case Verdict.Cheated(long index, Rejection reason) ->
          stop(new Notice.HubCheated(index, reason));
      case Verdict.Sound(List<Step> steps) -> store(steps, now);
    }
  }

  private void store(List<Step> steps, Instant now) {
    storing = true;
    List<Entry> entries = steps.stream().map(Step::entry).toList();
    core.disk.write(
        entries,
        List.of(),
        () -> {
          storing = false;
          steps.forEach(core.replica::fold);
          settle(steps, now);
        },
        problem -> {
          storing = false;
          core.notStored(problem);
          hangUp(now);
          core.line.pause(now.plus(DISK_PAUSE));
        });
  }

  /** What was folded in takes effect here, and the hub may send more. */
  private void settle(List<Step> steps, Instant now) {
    core.send(new Frame.Taken(core.replica.head().index()));
    List<Letter> fresh = sorting.sort(steps);
    steps.forEach(step -> own(step).ifPresent(id -> committed(id, step, now)));
    core.attention.settled(steps, fresh, now);
    acks.renew();
    tell(listener -> listener.folded(steps, now));
    tell(listener -> listener.changed(now));
    store(now);
  }

  private void committed(EntryId id, Step step, Instant now) {
    drop(id);
    tell(listener -> listener.committed(id, step.entry().place().index(), now));
  }

  /** Takes a command out of the outbox, for good. */
  void drop(EntryId id) {
    boolean kept = core.outbox.find(id).isPresent();
    core.outbox.done(id);
    if (kept) {
      List<Change> dropped = List.of(new SessionVault.Dropped(id));
      core.disk.write(dropped, () -> {}, core::notStored);
    }
  }

  private Optional<EntryId> own(Step step) {
    return Sorting.command(step)
        .map(Header.Command::origin)
        .filter(origin -> origin.from().equals(core.self()))
        .map(Header.Origin::id);
  }

  /** Does whatever is due. */
  void tick(Instant now) {
    if (core.line.late(now)) {
      hangUp(now);
    }
    if (core.line.dial(now)) {
      core.effect(new SessionEffect.Dial(Addresses.of(core)));
    }
    submissions.submit(now);
    acks.send(now);
  }

  /** When {@link #tick} is due. */
  List<Instant> due() {
    List<Instant> dates = new ArrayList<>();
    core.line.due().ifPresent(dates::add);
    acks.due().ifPresent(dates::add);
    if (core.line.ready()) {
      core.outbox.due().ifPresent(dates::add);
    }
    return dates;
  }

  /** A message was shown to the model: others may know. */
  void seen() {
    acks.renew();
  }
}
