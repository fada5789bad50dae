package intandem.domain.session.desk;

import intandem.domain.id.EntryId;
import intandem.domain.port.SessionVault.Told;
import intandem.domain.protocol.Rejection;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Failed;
import intandem.domain.tandem.Notice;
import java.util.HashSet;
import java.util.Set;

/** What came of commands when nobody waited for them any more: a later result tells it, once. */
final class Sequels {
  private final Core core;
  private final Outcomes outcomes;
  private final Set<EntryId> unclear = new HashSet<>();
  private final Set<EntryId> over = new HashSet<>();

  /** Begins with those of which an earlier process did not tell. */
  Sequels(Core core, Outcomes outcomes) {
    this.core = core;
    this.outcomes = outcomes;
    if (core.replica().workspace().isPresent()) {
      core.untold().forEach(this::resume);
    }
  }

  /** It may be in the log after all, from another branch. */
  private void resume(Failed failed) {
    if (core.recorded(failed.draft().id()).isEmpty()) {
      tell(failed);
    } else {
      forget(failed.draft().id());
    }
  }

  /** The author was told that it is not known what becomes of that command. */
  void unclear(EntryId id) {
    unclear.add(id);
  }

  /** It is in the log, although it may have been called over: another member brought it back. */
  void committed(EntryId id, long index) {
    if (unclear.remove(id)) {
      core.notices.add(new Notice.Ended(id, outcomes.of(index)));
    }
    if (over.remove(id)) {
      forget(id);
    }
  }

  /**
   * It will not be, and nobody waits to hear so: that matters if the user asked, or for the seat.
   */
  void failed(Failed failed, boolean seat) {
    note(failed);
    if (seat || Outcomes.wanted(failed.draft().act())) {
      tell(failed);
    } else {
      forget(failed.draft().id());
    }
  }

  /** It will not be, and its author was told so just now. */
  void told(Failed failed) {
    note(failed);
    forget(failed.draft().id());
  }

  /** What was cut off with its link may turn up after all, with the old hub's owner. */
  private void note(Failed failed) {
    EntryId id = failed.draft().id();
    if (failed.reason() == Rejection.NOT_STORED && Outcomes.wanted(failed.draft().act())) {
      unclear(id);
    } else {
      unclear.remove(id);
    }
  }

  /** The next result takes it along, of this process or of a later one. */
  private void tell(Failed failed) {
    over.add(failed.draft().id());
    core.notices.add(outcomes.notice(failed));
  }

  /** Its author knows. */
  private void forget(EntryId id) {
    core.disk.insist(new Told(id), core::notStored);
  }
}
