package intandem.domain.session.desk;

import intandem.domain.id.MemberId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Header;
import intandem.domain.protocol.Rejection;
import intandem.domain.protocol.TaskChange;
import intandem.domain.session.attention.Repeats;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Failed;
import intandem.domain.session.core.TaskNames;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Answer.Names;
import intandem.domain.tandem.Answer.Receipt;
import intandem.domain.tandem.Answer.Stage;
import intandem.domain.tandem.Notice;
import intandem.domain.tandem.Refusal;
import intandem.domain.view.Letter;
import intandem.domain.view.TaskLine;
import intandem.domain.view.TaskList;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Task;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says what came of this member's own commands, once they are in the log or never will be. */
final class Outcomes {
  private final Core core;
  private final Reading reading;
  private final TaskNames names;

  Outcomes(Core core, Reading reading) {
    this.core = core;
    this.reading = reading;
    this.names = new TaskNames(core);
  }

  private Names people() {
    return core.replica().view()::nameOf;
  }

  /** Whether there is nothing to be won by waiting for others' word of an entry. */
  boolean complete(long index) {
    Optional<Letter> letter = reading.letter(index);
    if (letter.isPresent()) {
      return receipts(letter.get()).stream()
          .noneMatch(receipt -> receipt.online() && receipt.stage() == Stage.WAITING);
    }
    return safe(index) || core.workspace().roster().seated().noneMatch(this::reachable);
  }

  private boolean reachable(Member member) {
    return member.online() && !member.id().equals(core.self());
  }

  /** On two members' disks: this one's, and that of a hub elsewhere or of any other member. */
  private boolean safe(long index) {
    boolean elsewhere = !core.hosting() && core.caughtUp();
    return elsewhere || core.receipts.heldByOther(index, core.self());
  }

  private List<Receipt> receipts(Letter letter) {
    return core.receipts.of(letter, core.workspace().roster(), core.replica().view());
  }

  /** What the command at that index came to; it is this member's own. */
  Answer of(long index) {
    Header.Command command = core.replica().envelopes().at(index).command().meant();
    return switch (command.act()) {
      case Act.AddTasks(var tasks) ->
          new Answer.Planned(made(command, tasks.size()), safe(index), people());
      case Act.ChangeTask change -> changed(change, safe(index));
      case Act.SetVariable set ->
          core.replica()
              .view()
              .values()
              .find(set.key())
              .<Answer>map(value -> new Answer.Assigned(value, safe(index)))
              .orElseGet(() -> altered(index));
      case Act.Report report -> reported(command, index);
      case Act.RemoveMember(MemberId gone, var keys) ->
          new Answer.Removed(people().of(gone), safe(index));
      case Act act -> sent(index);
    };
  }

  /** What a plan came to that was added before, at that index. */
  Answer again(String key, long index) {
    return of(index) instanceof Answer.Planned planned
        ? new Answer.PlannedBefore(key, planned)
        : of(index);
  }

  /** How far this member's own messages got, and what of it is not in the log yet. */
  Answer progress() {
    List<Answer.Waiting> waiting =
        core.outbox
            .all()
            .filter(draft -> wanted(draft.act()))
            .map(draft -> new Answer.Waiting(draft.to(), draft.body(), core.outbox.underWay(draft)))
            .toList();
    List<Answer.Tracked> sent = reading.tracked();
    return new Answer.Progress(waiting, reading.sent().size() - sent.size(), sent, people());
  }

  /** Whether someone asked for it, other than what a session does for its own upkeep. */
  static boolean wanted(Act act) {
    return act instanceof Act.Sharing || act instanceof Act.RemoveMember;
  }

  private static Answer altered(long index) {
    return new Answer.Refused(new Refusal.Altered(index));
  }

  private Answer sent(long index) {
    return reading.letter(index).map(letter -> sent(index, letter)).orElseGet(() -> altered(index));
  }

  private Answer sent(long index, Letter letter) {
    return letter.message() instanceof Body.Code code
        ? new Answer.Shown(index, safe(index), code, receipts(letter))
        : new Answer.Sent(index, safe(index), receipts(letter), repeats(letter));
  }

  private long repeats(Letter letter) {
    return Repeats.earlier(letter, core.replica().view().letters()).map(Letter::number).orElse(0L);
  }

  private List<TaskLine> made(Header.Command command, int tasks) {
    TaskList list = names.list();
    return IntStream.rangeClosed(1, tasks)
        .mapToObj(i -> names.board().made(core.self(), command.origin().id(), i).orElseThrow())
        .map(list::line)
        .toList();
  }

  private Answer changed(Act.ChangeTask act, boolean safe) {
    Task task = names.board().find(act.task()).orElseThrow();
    List<TaskLine> next =
        act.change() instanceof TaskChange.Finish
            ? names.list().readyAfter(task.id())
            : names.list().waitingFor(task.id());
    return new Answer.Changed(names.list().line(task), act.change(), next, safe, people());
  }

  private Answer reported(Header.Command command, long index) {
    return core.replica()
        .view()
        .findings()
        .reportedBy(command.origin())
        .<Answer>map(finding -> new Answer.Reported(finding, safe(index)))
        .orElseGet(() -> altered(index));
  }

  /** That a command of which nobody waits to hear will never be in the log. */
  Notice notice(Failed failed) {
    Draft draft = failed.draft();
    Refusal why = refused(draft, failed.reason());
    return new Notice.Failed(draft.id(), draft.to(), draft.body(), why, people());
  }

  /** What to answer a call whose command will never be in the log. */
  Answer failed(Draft draft, Rejection reason) {
    Refusal why = refused(draft, reason);
    boolean bare = draft.body() instanceof Body.TaskNews(var news) && news.isEmpty();
    return reason == Rejection.NO_CHANGE && bare && why instanceof Refusal.Task refused
        ? new Answer.YoursAlready(refused.task(), people())
        : new Answer.Refused(why);
  }

  /** Why a command will never be in the log. */
  Refusal refused(Draft draft, Rejection reason) {
    return switch (draft.act()) {
      case Act.ChangeTask change ->
          names
              .board()
              .find(change.task())
              .<Refusal>map(task -> refused(task, reason))
              .orElseGet(() -> names.noSuch(change.task().value()));
      case Act.SetVariable set
          when reason == Rejection.OTHER_VERSION
              && draft.body() instanceof Body.Variable(String name, String value) ->
          new Refusal.OtherVersion(
              name, core.replica().view().values().find(set.key()).stream().toList(), people());
      case Act act -> new Refusal.AgainstRules(reason);
    };
  }

  private Refusal refused(Task task, Rejection reason) {
    return new Refusal.Task(names.list().line(task), reason, names.ready(), people());
  }
}
