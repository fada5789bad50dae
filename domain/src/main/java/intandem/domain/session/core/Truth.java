package intandem.domain.session.core;

import intandem.domain.id.EntryId;
import intandem.domain.id.MemberId;
import intandem.domain.tandem.Notice;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Workspace;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether what a notice says still holds, by this member's copy; what has happened always does. */
final class Truth implements Predicate<Notice> {
  private final Core core;

  Truth(Core core) {
    this.core = core;
  }

  @Override
  public boolean test(Notice notice) {
    return switch (notice) {
      case Notice.Failed failed -> isOver(failed.id());
      case Notice.Ready ready -> new TaskNames(core).isToDo(ready.task().id());
      case Notice.Reachable _, Notice.Leads _ -> core.hosting();
      case Notice.Silent silent -> isSilent(silent);
      case Notice.Unknown _ -> !core.line.ready();
      case Notice.Ended _, Notice.StandsBy _, Notice.Late _, Notice.Paused _ -> true;
      case Notice.WrongCode _, Notice.CodeBurnt _, Notice.HubCheated _, Notice.Split _ -> true;
      case Notice.NotStored _, Notice.Unreadable _, Notice.ClockApart _ -> true;
      case Notice.Reading _ -> true;
    };
  }

  /** A command that failed may be wanted again, or be in the log that this member follows now. */
  private boolean isOver(EntryId id) {
    boolean recorded =
        workspace().flatMap(workspace -> workspace.ledger().find(core.self(), id)).isPresent();
    return !recorded && core.outbox.find(id).isEmpty();
  }

  private boolean isSilent(Notice.Silent silent) {
    Optional<MemberId> member = core.replica().view().find(silent.member());
    return member.filter(id -> core.receipts.held(id) <= silent.confirmed()).isPresent()
        && workspace()
            .flatMap(workspace -> workspace.roster().find(member.orElseThrow()))
            .filter(Member::online)
            .isPresent();
  }

  private Optional<Workspace> workspace() {
    return core.replica().workspace();
  }
}
