package intandem.domain.session.link;

import intandem.domain.id.EntryId;
import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.port.SessionVault;
import intandem.domain.port.SessionVault.Change;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Header;
import intandem.domain.protocol.Rejection;
import intandem.domain.replica.Meeting;
import intandem.domain.replica.Meeting.Outcome;
import intandem.domain.replica.Replica.Step;
import intandem.domain.replica.Replica.Verdict;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Sorting;
import intandem.domain.tandem.Notice;
import intandem.domain.view.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes in what the hub sends: decided again, stored, folded in, one batch at a time. */
final class Intake {
  private static final Duration DISK_PAUSE = Duration.ofSeconds(5);

  /** More than a hub sends unasked: all that a slow member lacks, when it hands over. */
  private static final int MOST_WAITING = 256;

  private final Core core;
  private final Uplink uplink;
  private final Acks acks;
  private final Queue<Frame.Entries> incoming = new ArrayDeque<>();
  private Sorting sorting;
  private Optional<Meeting> meeting = Optional.empty();
  private boolean storing;

  Intake(Core core, Uplink uplink, Acks acks) {
    this.core = core;
    this.uplink = uplink;
    this.acks = acks;
    this.sorting = new Sorting(core);
    if (core.ports.log().head().index() > 0) {
      sorting.sort(core.replica().replay());
    }
  }

  void add(Frame.Entries entries, Instant now) {
    if (incoming.size() == MOST_WAITING) {
      uplink.hangUp(now);
      return;
    }
    incoming.add(entries);
    store(now);
  }

  /** The link is gone, and with it what was under way. */
  void clear() {
    incoming.clear();
    meeting = Optional.empty();
  }

  /** Whether nothing waits for the disk: the log is as far as this copy. */
  boolean idle() {
    return !storing && incoming.isEmpty();
  }

  /** Folds in what the hub of this process has stored without this copy hearing of it. */
  void catchUp(Instant now) {
    if (!storing && !core.ports.log().head().equals(core.replica().head())) {
      settle(core.replica().replay(), now);
    }
  }

  private void store(Instant now) {
    if (storing || incoming.isEmpty()) {
      return;
    }
    Frame.Entries batch = incoming.remove();
    if (core.hosting()) {
      settle(core.replica().replay(), now);
      return;
    }
    if (meeting.isEmpty()) {
      meeting = start(batch).map(core.replica()::meeting);
    }
    if (meeting.isPresent()) {
      meet(meeting.get(), batch, now);
      return;
    }
    switch (core.replica().judge(batch.entries(), batch.checkpoint())) {
      case Verdict.Cheated(long index, Rejection reason) -> uplink.cheated(index, reason, now);
      case Verdict.Sound(List<Step> steps) -> store(steps, now);
    }
  }

  /** The head of this log after which entries come that cannot be stored one frame at a time. */
  private Optional<Head> start(Frame.Entries batch) {
    boolean premature =
        !batch.entries().isEmpty()
            && !batch.entries().getLast().place().term().equals(batch.checkpoint().term());
    return core.replica()
        .fork(batch.entries())
        .or(() -> premature ? Optional.of(core.replica().head()) : Optional.empty());
  }

  private void store(List<Step> steps, Instant now) {
    storing = true;
    List<Entry> entries = steps.stream().map(Step::entry).toList();
    core.disk.write(
        entries,
        List.of(),
        () -> {
          storing = false;
          steps.forEach(core.replica()::fold);
          settle(steps, now);
        },
        problem -> failed(problem, now));
  }

  private void failed(String problem, Instant now) {
    storing = false;
    core.notStored(problem);
    uplink.hangUp(now);
    core.line.pause(now.plus(DISK_PAUSE));
  }

  private void meet(Meeting other, Frame.Entries batch, Instant now) {
    switch (other.judge(batch)) {
      case Verdict.Cheated(long index, Rejection reason) -> uplink.cheated(index, reason, now);
      case Verdict.Sound(List<Step> steps) -> {
        long index = batch.checkpoint().head().index();
        core.send(new Frame.Taken(index));
        progress(steps, now);
        boolean whole = core.line.login().filter(login -> login.index() <= index).isPresent();
        decide(other, outcome(other, whole), now);
      }
    }
  }

  private Outcome outcome(Meeting other, boolean whole) {
    return core.replica()
        .workspace()
        .map(own -> other.outcome(own, core.self(), whole))
        .orElse(other.settled() ? Outcome.FOLLOWED : Outcome.UNFINISHED);
  }

  private void decide(Meeting other, Outcome outcome, Instant now) {
    switch (outcome) {
      case UNFINISHED -> store(now);
      case EXPELLED -> uplink.expel();
      case IGNORED -> uplink.hangUp(now);
      case TWO_STORIES -> uplink.cheated(other.base().index() + 1, Rejection.OTHER_TERM, now);
      case OUTRANKED -> uplink.outrank(other, now);
      case FOLLOWED -> follow(other, now);
    }
  }

  private void follow(Meeting other, Instant now) {
    if (other.fork()) {
      cut(other, now);
    } else {
      meeting = Optional.empty();
      store(other.steps(), now);
    }
  }

  private void cut(Meeting other, Instant now) {
    storing = true;
    List<Draft> recovered = new Recovery(core, other.workspace(), now).after(other.base().index());
    core.disk.write(
        new SessionEffect.Replace(other.base(), other.entries(), requeue(recovered)),
        () -> {
          storing = false;
          meeting = Optional.empty();
          core.outbox.recover(recovered, now);
          rebuild(other.base(), own(recovered), now);
        },
        problem -> failed(problem, now));
  }

  /** How many of them this member wrote. */
  private static int own(List<Draft> recovered) {
    return (int) recovered.stream().filter(draft -> !(draft.act() instanceof Act.Adopt)).count();
  }

  /** What is recovered goes before what waits already. */
  private List<Change> requeue(List<Draft> recovered) {
    Set<EntryId> again = recovered.stream().map(Draft::id).collect(Collectors.toSet());
    List<Draft> waiting = core.outbox.kept().toList();
    List<Change> changes = new ArrayList<>();
    waiting.forEach(draft -> changes.add(new SessionVault.Dropped(draft.id())));
    Stream.concat(recovered.stream(), waiting.stream().filter(draft -> !again.contains(draft.id())))
        .forEach(draft -> changes.add(core.drafts.row(draft)));
    return changes;
  }

  private void rebuild(Head base, int recovered, Instant now) {
    core.rebuild();
    sorting = new Sorting(core);
    uplink.tell(listener -> listener.cut(base.index()));
    settle(core.replica().replay(), now);
    MemberId owner = core.workspace().reign().owner();
    core.notices.add(new Notice.Split(core.replica().view().nameOf(owner), recovered));
  }

  /** A hub on trial gains time by what is new only. */
  private void progress(List<Step> steps, Instant now) {
    if (!steps.isEmpty()) {
      core.line.progress(now);
    }
  }

  /** What was folded in takes effect here, and the hub may send more. */
  private void settle(List<Step> steps, Instant now) {
    progress(steps, now);
    core.settleLine();
    if (core.line.login().isPresent()) {
      core.send(new Frame.Taken(core.replica().head().index()));
    }
    List<Letter> fresh = sorting.sort(steps);
    steps.forEach(step -> own(step).forEach(id -> committed(id, step, now)));
    acks.renew();
    uplink.tell(listener -> listener.folded(steps, fresh, now));
    uplink.tell(listener -> listener.changed(now));
    store(now);
  }

  private void committed(EntryId id, Step step, Instant now) {
    uplink.drop(id);
    uplink.tell(listener -> listener.committed(id, step.entry().place().index(), now));
  }

  /** Ids of own commands that an entry makes count: what it is, and what it stands for. */
  private Stream<EntryId> own(Step step) {
    return step.command().stream()
        .flatMap(command -> Stream.of(command, command.meant()))
        .map(Header.Command::origin)
        .filter(origin -> origin.from().equals(core.self()))
        .map(Header.Origin::id)
        .distinct();
  }
}
