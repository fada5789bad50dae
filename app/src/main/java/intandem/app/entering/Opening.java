package intandem.app.entering;

import intandem.app.host.ClaudeCode;
import intandem.app.platform.Closer;
import intandem.app.platform.Platform;
import intandem.app.seat.Opened;
import intandem.domain.port.DamageException;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.tandem.Refusal;
import intandem.home.Home;
import intandem.home.Hosting;
import intandem.home.Membership;
import intandem.home.MembershipLock;
import intandem.home.Sessions;
import intandem.storage.Database;
import java.util.function.Consumer;
import java.util.function.Function;

/** Opens what a member's seat runs on: its lock, its copy on disk, and its record of session. */
record Opening(Home home, Sessions sessions, Platform platform, ClaudeCode claude) {
  private static final System.Logger LOG = System.getLogger(Opening.class.getName());

  /** What came of it. */
  sealed interface Outcome {
    /** This process has the seat, and closes it. */
    record Taken(Opened opened) implements Outcome {}

    /** Nothing is open. */
    record Refused(Refusal refusal) implements Outcome {}
  }

  /** Opens the seat as {@code begin} says; {@code over} hears of its end, from its loop. */
  Outcome open(
      Identity identity, Consumer<Refusal.Entering> over, Function<Opened.Plan, Opened> begin) {
    Membership membership = new Membership(identity.workspace(), identity.member());
    Closer closer = new Closer();
    var lock = home.memberships().lock(membership);
    if (lock.isEmpty()) {
      return new Outcome.Refused(new Refusal.Locked());
    }
    closer.register(lock.get());
    try {
      Database database = closer.register(Database.open(home.database(membership)));
      sessions.write(membership, new Hosting.Guest(), platform.clock().instant());
      Surroundings outside = closer.register(new Surroundings(membership, this, over));
      var profile = claude.profile(home.username().read(platform.entropy()));
      Opened.Plan plan = new Opened.Plan(identity, profile, database, outside, closer);
      return new Outcome.Taken(begin.apply(plan));
    } catch (DamageException e) {
      LOG.log(System.Logger.Level.WARNING, "{0} {1}", e.getMessage(), String.valueOf(e.getCause()));
      closer.close();
      return new Outcome.Refused(damaged(membership));
    } catch (RuntimeException | Error e) {
      closer.close();
      throw e;
    }
  }

  private Refusal damaged(Membership membership) {
    var lock = home.memberships().lock(membership);
    if (lock.isEmpty()) {
      return new Refusal.Locked();
    }
    try (MembershipLock _ = lock.get()) {
      return new LostLog(home, sessions).damaged(membership);
    }
  }
}
