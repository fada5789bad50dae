package intandem.app.entering;

import intandem.domain.port.StorageException;
import intandem.domain.tandem.Refusal;
import intandem.home.Home;
import intandem.home.Membership;
import intandem.home.Sessions;
import java.time.Instant;
import java.util.Optional;

/** What the disk keeps of a stay that is over. */
record Departure(Home home, Sessions sessions) {
  private static final System.Logger LOG = System.getLogger(Departure.class.getName());

  /**
   * Notes that the stay is over, unless the session only lost its process or its way. Whoever was
   * removed destroys what it had. What could not be deleted stands in the way of nothing else.
   */
  Optional<Refusal.Entering> record(Membership over, Refusal.Entering why, Instant now) {
    if (why instanceof Refusal.TakenOver || why instanceof Refusal.Broken) {
      return Optional.empty();
    }
    if (!(why instanceof Refusal.Expelled)) {
      return remains(() -> leave(now));
    }
    Optional<Refusal.Entering> forgotten = remains(() -> sessions.forget(sessions.self()));
    Optional<Refusal.Entering> erased = remains(() -> home.memberships().erase(over));
    return erased.or(() -> forgotten);
  }

  /** A record that would bring the session back by itself is worse than none. */
  private void leave(Instant now) {
    try {
      sessions.leave(now);
    } catch (StorageException e) {
      LOG.log(System.Logger.Level.WARNING, "a leave could not be noted: the record goes", e);
      sessions.forget(sessions.self());
    }
  }

  private static Optional<Refusal.Entering> remains(Runnable deleting) {
    try {
      deleting.run();
      return Optional.empty();
    } catch (StorageException e) {
      LOG.log(System.Logger.Level.WARNING, "not all of a membership was deleted", e);
      return Optional.of(new Refusal.Remains(String.valueOf(e.getMessage())));
    }
  }
}
