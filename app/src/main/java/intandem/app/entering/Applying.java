package intandem.app.entering;

import intandem.app.platform.Closer;
import intandem.app.platform.Platform;
import intandem.domain.id.WorkspaceId;
import intandem.domain.join.Joining;
import intandem.domain.port.Keyring.Applicant;
import intandem.home.Home;
import intandem.home.Membership;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What this user has of a workspace that it wants to join: perhaps a membership, else the keys of
 * an earlier attempt that was cut off and may have been let in, else fresh ones. No other process
 * uses these keys until this is closed.
 */
final class Applying implements Joining.Applicants, AutoCloseable {
  private final Home home;
  private final Platform platform;
  private final Predicate<WorkspaceId> held;
  private final Closer lock = new Closer();
  private Optional<Membership> made = Optional.empty();

  Applying(Home home, Platform platform, Predicate<WorkspaceId> held) {
    this.home = home;
    this.platform = platform;
    this.held = held;
  }

  /** Whether the user can return to that workspace as the member it was. */
  boolean held(WorkspaceId workspace) {
    return held.test(workspace);
  }

  @Override
  public Applicant of(WorkspaceId workspace) {
    for (Applicant earlier : home.keyring().applicants(workspace)) {
      if (lock(workspace, earlier)) {
        return earlier;
      }
    }
    Applicant fresh = Applicant.fresh(platform.signer(), platform.sealer());
    lock(workspace, fresh);
    home.keyring().prepare(workspace, fresh);
    made = Optional.of(new Membership(workspace, fresh.member()));
    return fresh;
  }

  /** Nobody can have been let in with the keys of this attempt. */
  void withdraw() {
    lock.close();
    made.ifPresent(home.memberships()::erase);
  }

  private boolean lock(WorkspaceId workspace, Applicant applicant) {
    var taken = home.memberships().lock(new Membership(workspace, applicant.member()));
    taken.ifPresent(lock::register);
    return taken.isPresent();
  }

  @Override
  public void close() {
    lock.close();
  }
}
