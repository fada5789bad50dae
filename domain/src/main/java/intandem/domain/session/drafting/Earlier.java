package intandem.domain.session.drafting;

import intandem.domain.id.EntryId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Body.TaskText;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.Header;
import intandem.domain.protocol.NewTask;
import intandem.domain.replica.Envelopes;
import intandem.domain.session.core.Core;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import intandem.domain.view.Opened;
import java.util.List;
import java.util.Optional;

/** What was asked for before under the same name, as the outbox or the log has it. */
final class Earlier {
  private final Core core;
  private final Planner planner;
  private final TaskEdits edits;

  Earlier(Core core, Planner planner, TaskEdits edits) {
    this.core = core;
    this.planner = planner;
    this.edits = edits;
  }

  /** Whether a command of that id waits for its outcome, or is in the log. */
  boolean known(EntryId id) {
    return core.recorded(id).isPresent() || core.outbox.find(id).isPresent();
  }

  /** What comes of a call whose id is known: the earlier outcome, if it asks for the same. */
  Prepared repeated(EntryId id, Ask.Command ask) {
    Optional<Written.Command> before = find(id);
    if (before.filter(command -> !same(ask, command)).isPresent()) {
      return new Prepared.Refused(refusal(ask, before.get().body()));
    }
    return ask instanceof Ask.Plan plan && !plan.key().isEmpty()
        ? core.recorded(id)
            .<Prepared>map(index -> new Prepared.Repeated(plan.key(), index))
            .orElseGet(() -> new Prepared.Known(id))
        : new Prepared.Known(id);
  }

  private static Refusal refusal(Ask.Command ask, Body before) {
    return ask instanceof Ask.Plan(var call, String key, var tasks)
            && !key.isEmpty()
            && before instanceof Body.Tasks(List<TaskText> texts)
        ? new Refusal.KeyUsed(key, texts.stream().map(TaskText::title).toList())
        : new Refusal.OtherCall();
  }

  /** Empty if its text cannot be read: another member may have brought it back otherwise. */
  private Optional<Written.Command> find(EntryId id) {
    return core.outbox
        .find(id)
        .map(draft -> new Written.Command(draft.to(), draft.act(), draft.body()))
        .or(() -> core.recorded(id).flatMap(this::recorded));
  }

  private Optional<Written.Command> recorded(long index) {
    Envelopes envelopes = core.replica().envelopes();
    Envelopes.Prepared there = envelopes.at(index);
    Header.Command meant = there.command().meant();
    return envelopes.open(core.workspace(), there.envelope(), there.command())
            instanceof Opened.Legible(Body body)
        ? Optional.of(new Written.Command(Recipient.of(meant.to()), meant.act(), body))
        : Optional.empty();
  }

  /** Compared by what the author chose; what follows from the moment may differ by now. */
  private boolean same(Ask.Command ask, Written.Command before) {
    return switch (ask) {
      case Ask.Send send ->
          before.body() instanceof Body.Text text
              && text.equals(new Body.Text(send.type(), send.text(), send.replyTo(), text.hop()))
              && same(send.to(), before.to());
      case Ask.Show show -> show.code().equals(before.body()) && same(show.to(), before.to());
      case Ask.Plan plan ->
          before.act() instanceof Act.AddTasks(List<NewTask> tasks)
              && before.body() instanceof Body.Tasks(List<TaskText> texts)
              && planner.same(plan, tasks, texts);
      case Ask.Change change ->
          before.act() instanceof Act.ChangeTask act
              && edits.same(change, act)
              && new Body.TaskNews(change.news()).equals(before.body());
      case Ask.SetVariable set ->
          before.act() instanceof Act.SetVariable act
              && act.expected().equals(set.expected())
              && new Body.Variable(set.name(), set.value()).equals(before.body());
      case Ask.Report report -> report.finding().equals(before.body());
      case Ask.Remove remove ->
          before.act() instanceof Act.RemoveMember removal
              && core.replica().view().find(remove.name()).equals(Optional.of(removal.member()));
    };
  }

  private boolean same(Ask.To to, Recipient before) {
    return switch (to) {
      case Ask.To.Everyone everyone -> before instanceof Recipient.All;
      case Ask.To.Named(String name) ->
          core.replica().view().find(name).map(Recipient.One::new).equals(Optional.of(before));
    };
  }
}
