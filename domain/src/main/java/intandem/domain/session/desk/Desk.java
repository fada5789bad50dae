package intandem.domain.session.desk;

import intandem.domain.id.Endpoint;
import intandem.domain.id.EntryId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Rejection;
import intandem.domain.session.attention.Attention;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Failed;
import intandem.domain.session.core.Listener;
import intandem.domain.session.drafting.Drafting;
import intandem.domain.session.drafting.Prepared;
import intandem.domain.session.lead.Leading;
import intandem.domain.session.succession.Succession;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes what is asked of a member and answers each call exactly once. */
public final class Desk implements Listener {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration RECEIPT_PATIENCE = Duration.ofSeconds(1);

  private final Core core;
  private final Leading leading;
  private final Succession succession;
  private final Drafting drafting;
  private final Overview overview;
  private final Outcomes outcomes;
  private final Reading reading;
  private final Briefings briefings;
  private final Arrivals arrivals;
  private final Hooks hooks;
  private final Parting parting;
  private final Sequels sequels;
  private final Map<Long, Pending> calls = new LinkedHashMap<>();

  /** Opens; what a summary counts, it counts from here on. */
  public Desk(Core core, Attention attention, Leading leading, Succession succession, Instant now) {
    this.core = core;
    this.leading = leading;
    this.succession = succession;
    this.drafting = new Drafting(core, attention);
    this.overview = new Overview(core);
    this.briefings = new Briefings(core);
    this.reading = new Reading(core, attention, briefings);
    this.outcomes = new Outcomes(core, reading);
    this.arrivals = new Arrivals(core, briefings);
    this.hooks = new Hooks(core, attention, reading, briefings);
    this.parting = new Parting(core, succession, reading, now);
    this.sequels = new Sequels(core, outcomes);
  }

  /** Sees to the seat of who wants one, before anything is sent that needs it. */
  public void upkeep(Instant now) {
    arrivals.upkeep(now);
  }

  /** Takes a call of that number, and answers it at once or later, exactly once. */
  public void ask(long call, Ask.Member ask, Instant now) {
    if (!(ask instanceof Ask.Brief) && core.replica().workspace().isEmpty()) {
      core.effect(new SessionEffect.Reply(call, new Answer.Refused(new Refusal.NotIn())));
      return;
    }
    if (ask instanceof Ask.Brief || ask instanceof Ask.Seek) {
      arrivals.want();
    }
    switch (ask) {
      case Ask.Seek(Endpoint hub) when core.line.ready() -> reply(call, arrivals.here());
      case Ask.Seek(Endpoint hub) -> {
        succession.hint(hub, now);
        wait(call, new Pending.Arrival(now.plus(PATIENCE)), now);
      }
      case Ask.Brief brief -> wait(call, new Pending.Arrival(now.plus(PATIENCE)), now);
      case Ask.Command command -> command(call, command, now);
      case Ask.Board board -> reply(call, overview.board(board));
      case Ask.Task task -> reply(call, overview.task(task));
      case Ask.Variables variables -> reply(call, overview.variables(variables));
      case Ask.Findings findings -> reply(call, overview.findings(findings));
      case Ask.Inbox(Duration patience, long since) when since >= 0 -> reading.since(call, since);
      case Ask.Inbox(Duration patience, long since) ->
          wait(call, new Pending.Messages(now.plus(patience)), now);
      case Ask.Unread(int budget) -> reading.take(call, budget);
      case Ask.Hook hook -> hooks.begin(call, hook, now).ifPresent(p -> wait(call, p, now));
      case Ask.Receipts receipts -> reply(call, outcomes.progress());
      case Ask.Peers peers -> reply(call, new Answer.Present(briefings.briefing()));
      case Ask.Activity activity -> reply(call, reading.activity(activity));
      case Ask.Inviting inviting -> reply(call, leading.on(inviting, now));
      case Ask.Leave leave -> leave(call, now);
    }
  }

  private void reply(long call, Answer answer) {
    core.effect(new SessionEffect.Reply(call, answer));
  }

  private void wait(long call, Pending pending, Instant now) {
    calls.put(call, pending);
    settle(now);
  }

  private void command(long call, Ask.Command ask, Instant now) {
    switch (drafting.prepare(ask, now)) {
      case Prepared.Refused(Refusal refusal) -> reply(call, new Answer.Refused(refusal));
      case Prepared.Known(EntryId id) -> awaitOutcome(call, id, now);
      case Prepared.Repeated(String key, long index) -> reply(call, outcomes.again(key, index));
      case Prepared.Urgent(Draft draft) -> {
        core.outbox.addUrgent(draft);
        awaitOutcome(call, draft.id(), now);
      }
      case Prepared.Lasting(Draft draft) ->
          core.disk.write(
              List.of(core.drafts.row(draft)),
              () -> queued(call, ask, draft, now),
              problem -> reply(call, new Answer.Refused(new Refusal.NotStored(problem))));
    }
  }

  private void awaitOutcome(long call, EntryId id, Instant now) {
    Pending pending =
        core.recorded(id)
            .<Pending>map(index -> new Pending.Recorded(id, now.plus(RECEIPT_PATIENCE)))
            .orElseGet(() -> new Pending.Command(id, false, now.plus(PATIENCE)));
    wait(call, pending, now);
  }

  /** Another call may have used the name of this one while it was written. */
  private void queued(long call, Ask.Command ask, Draft draft, Instant now) {
    if (drafting.known(draft.id())) {
      command(call, ask, now);
      return;
    }
    int ahead = core.outbox.size();
    core.outbox.add(draft);
    if (core.line.ready()) {
      calls.put(call, new Pending.Command(draft.id(), false, now.plus(PATIENCE)));
    } else {
      reply(call, new Answer.Queued(ahead));
    }
  }

  /** Whether there is no link to wait for, and no need to. */
  private boolean queued(Pending.Command command) {
    return !command.leaving() && !core.line.ready() && !core.outbox.urgent(command.id());
  }

  private void leave(long call, Instant now) {
    parting
        .begin(now)
        .ifPresentOrElse(
            id -> calls.put(call, new Pending.Command(id, true, now.plus(PATIENCE))),
            () -> parting.end(call, false, now));
  }

  /** Nobody waits for that call's answer any more; what it asked for stands. */
  public void cancelled(long call) {
    calls.remove(call);
  }

  /** The model has all that is in that answer; {@code stored} follows once that is on disk. */
  public void shown(Answer.Letters answer, Runnable stored, Instant now) {
    reading.shown(answer, stored, now);
  }

  /** Whether a call waits, whose result will take along what has arrived. */
  public boolean busy() {
    return !calls.isEmpty();
  }

  /** The model did not get that answer after all. */
  public void notShown(Answer.Letters answer, Instant now) {
    reading.notShown(answer, now);
    settle(now);
  }

  @Override
  public void committed(EntryId id, long index, Instant now) {
    Map<Long, Pending> waiting = new LinkedHashMap<>(calls);
    waiting.forEach(
        (call, pending) -> {
          if (pending instanceof Pending.Command command && command.waitsFor(id)) {
            calls.remove(call);
            settled(call, command.leaving(), id, now);
          }
        });
    sequels.committed(id, index);
  }

  private void settled(long call, boolean leaving, EntryId id, Instant now) {
    if (leaving) {
      parting.end(call, true, now);
    } else {
      calls.put(call, new Pending.Recorded(id, now.plus(RECEIPT_PATIENCE)));
    }
  }

  @Override
  public void failed(Draft draft, Rejection reason) {
    List<Long> waiting =
        calls.entrySet().stream()
            .filter(call -> hangsOn(call.getValue(), draft.id()))
            .map(Map.Entry::getKey)
            .toList();
    boolean seat = arrivals.refused(draft.id());
    if (waiting.isEmpty()) {
      sequels.failed(new Failed(draft, reason), seat);
      return;
    }
    waiting.forEach(calls::remove);
    waiting.forEach(call -> failed(call, draft, reason));
    sequels.told(new Failed(draft, reason));
  }

  private void failed(long call, Draft draft, Rejection reason) {
    if (draft.act() instanceof Act.Leave) {
      parting.end(call, false, draft.asked());
    } else {
      reply(call, outcomes.failed(draft, reason));
    }
  }

  private boolean hangsOn(Pending pending, EntryId id) {
    return pending.waitsFor(id) || (pending instanceof Pending.Arrival && arrivals.hangOn(id));
  }

  @Override
  public void cut(long index) {
    reading.cut(index);
  }

  @Override
  public void changed(Instant now) {
    settle(now);
  }

  /** Answers every call that need not or cannot wait any longer. */
  public void settle(Instant now) {
    Map<Long, Pending> waiting = new LinkedHashMap<>(calls);
    waiting.forEach((call, pending) -> settle(call, pending, now));
  }

  private void settle(long call, Pending pending, Instant now) {
    boolean over = !pending.until().isAfter(now);
    boolean answered =
        switch (pending) {
          case Pending.Command command ->
              (over || queued(command)) && unanswered(call, command, now);
          case Pending.Recorded(EntryId id, Instant until) -> recorded(call, id, over, now);
          case Pending.Messages messages -> reading.settle(call, over);
          case Pending.Arrival arrival -> arrivals.settle(call, over);
          case Pending.Stopping stopping -> hooks.settle(call, stopping, over, now);
        };
    if (answered) {
      calls.remove(call);
    }
  }

  private boolean unanswered(long call, Pending.Command command, Instant now) {
    Optional<Long> index = core.recorded(command.id());
    if (command.leaving()) {
      parting.end(call, index.isPresent(), now);
    } else if (index.isPresent()) {
      reply(call, outcomes.of(index.get()));
    } else if (core.line.ready() || core.outbox.urgent(command.id())) {
      sequels.unclear(command.id());
      reply(call, new Answer.Unconfirmed());
    } else {
      reply(call, new Answer.Queued(Math.max(0, core.outbox.size() - 1)));
    }
    return true;
  }

  /** An entry that was cut off meanwhile is on its way back. */
  private boolean recorded(long call, EntryId id, boolean over, Instant now) {
    Optional<Long> index = core.recorded(id);
    if (index.isEmpty()) {
      return over && unanswered(call, new Pending.Command(id, false, now), now);
    }
    boolean answered = over || outcomes.complete(index.get());
    if (answered) {
      reply(call, outcomes.of(index.get()));
    }
    return answered;
  }

  /** When {@link #settle} is due. */
  public Optional<Instant> due() {
    return calls.values().stream().map(Pending::until).min(Instant::compareTo);
  }
}
