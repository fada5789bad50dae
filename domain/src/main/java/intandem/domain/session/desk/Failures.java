package intandem.domain.session.desk;

import intandem.domain.port.SessionVault.Dropped;
import intandem.domain.protocol.Draft;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Failed;

/** Commands that failed when nobody waited for them: a later result tells of them, once. */
final class Failures {
  private final Core core;
  private final Outcomes outcomes;

  /** Begins with those of which an earlier process did not tell. */
  Failures(Core core, Outcomes outcomes) {
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
      forget(failed.draft());
    }
  }

  /** The next result takes it along, of this process or of a later one. */
  void tell(Failed failed) {
    core.notices.add(outcomes.notice(failed));
  }

  /** Its author knows. */
  void forget(Draft draft) {
    core.disk.insist(new Dropped(draft.id()), core::notStored);
  }
}
