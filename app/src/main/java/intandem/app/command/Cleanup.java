package intandem.app.command;

import intandem.home.Home;
import intandem.home.KeptMembership;
import intandem.home.Membership;
import intandem.home.Processes;
import intandem.home.Self;
import intandem.home.SessionRecord;
import intandem.home.Sessions;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists, and with {@code --yes} deletes, memberships that nobody opened for 30 days and the records
 * of sessions whose processes ended. What a process holds is never touched.
 */
public final class Cleanup implements Command {
  private static final Duration UNUSED = Duration.ofDays(30);
  private static final String YES = "--yes";
  private static final String NOTHING_UNUSED = "Nothing is unused, and nothing was deleted.";
  private static final String NOTHING_DELETED =
      "Nothing was deleted. To delete the unused: intandem cleanup --yes";

  private final InstantSource clock;

  /** By that clock it is 30 days. */
  public Cleanup(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public int run(Shell shell, List<String> arguments) {
    if (!arguments.isEmpty() && !arguments.equals(List.of(YES))) {
      return shell.usage("cleanup [--yes]", arguments);
    }
    Home home = Home.open(shell.homeDirectory());
    Self self = Self.current(shell.environment(), shell.directory());
    Sessions sessions = home.sessions(self, Processes.ofThisMachine());
    List<KeptMembership> kept = new ArrayList<>(home.memberships().all());
    kept.addAll(home.memberships().begun());
    List<Membership> unused = unused(kept, clock.instant());
    List<SessionRecord> ended = sessions.ended();
    if (arguments.isEmpty()) {
      list(shell.out(), "unused ", unused, ended);
      stays(shell.out(), kept, unused);
      shell.out().println(unused.isEmpty() && ended.isEmpty() ? NOTHING_UNUSED : NOTHING_DELETED);
      return 0;
    }
    List<Membership> gone = unused.stream().filter(home.memberships()::erase).toList();
    ended.forEach(session -> sessions.forget(session.self()));
    list(shell.out(), "deleted", gone, ended);
    stays(shell.out(), kept, gone);
    if (gone.isEmpty() && ended.isEmpty()) {
      shell.out().println(NOTHING_UNUSED);
    }
    return 0;
  }

  private static void list(
      PrintStream out, String what, List<Membership> memberships, List<SessionRecord> records) {
    memberships.forEach(one -> out.println(what + "  membership " + text(one)));
    records.forEach(one -> out.println(what + "  record of session " + one.self().session()));
  }

  private static void stays(PrintStream out, List<KeptMembership> kept, List<Membership> gone) {
    kept.stream()
        .filter(one -> !gone.contains(one.membership()))
        .map(
            one ->
                text(one.membership()) + (one.inUse() ? ", in use" : ", last opened " + day(one)))
        .forEach(text -> out.println("stays    membership " + text));
  }

  private static LocalDate day(KeptMembership one) {
    return LocalDate.ofInstant(one.opened(), ZoneId.systemDefault());
  }

  private static String text(Membership membership) {
    return membership.member().value() + " of workspace " + membership.workspace().value();
  }

  /** Those that no process has and that were last opened more than 30 days before. */
  static List<Membership> unused(List<KeptMembership> kept, Instant now) {
    return kept.stream()
        .filter(one -> !one.inUse() && one.opened().isBefore(now.minus(UNUSED)))
        .map(KeptMembership::membership)
        .toList();
  }
}
