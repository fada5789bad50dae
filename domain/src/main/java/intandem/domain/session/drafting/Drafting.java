package intandem.domain.session.drafting;

import intandem.domain.admission.SlidingWindow;
import intandem.domain.id.EntryId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Expected;
import intandem.domain.protocol.TaskChange;
import intandem.domain.session.attention.Attention;
import intandem.domain.session.core.Core;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Turns what is asked for into a command, or says why not. */
public final class Drafting {
  private final Core core;
  private final Sending sending;
  private final Planner planner;
  private final TaskEdits edits;
  private final Noting noting;
  private final Removing removing;
  private final Earlier earlier;
  private final SlidingWindow rate;

  /** Counts what is asked for from now on against the limit of a minute. */
  public Drafting(Core core, Attention attention) {
    this.core = core;
    this.sending = new Sending(core, attention);
    this.planner = new Planner(core);
    this.edits = new TaskEdits(core);
    this.noting = new Noting(core);
    this.removing = new Removing(core);
    this.earlier = new Earlier(core, planner, edits);
    this.rate =
        new SlidingWindow(core.ports.limits().submissionsPerMinute(), Duration.ofMinutes(1));
  }

  /** What comes of what is asked for; nothing is sent or kept yet. */
  public Prepared prepare(Ask.Command ask, Instant now) {
    EntryId id = core.drafts.id(ask.call());
    return earlier.known(id) ? earlier.repeated(id, ask) : fresh(id, ask, now);
  }

  /** Whether a command of that id was asked for, and waits for its outcome or is in the log. */
  public boolean known(EntryId id) {
    return earlier.known(id);
  }

  private Prepared fresh(EntryId id, Ask.Command ask, Instant now) {
    Written written =
        switch (ask) {
          case Ask.Send send -> sending.write(send, now);
          case Ask.Show show -> sending.write(show);
          case Ask.Plan plan -> planner.write(plan);
          case Ask.Change change -> edits.write(change);
          case Ask.SetVariable set -> noting.write(set);
          case Ask.Report report -> noting.write(report);
          case Ask.Remove remove -> removing.write(remove);
        };
    return switch (written) {
      case Written.Refused(Refusal refusal) -> new Prepared.Refused(refusal);
      case Written.Command command ->
          secret(command.body())
              .<Prepared>map(Prepared.Refused::new)
              .orElseGet(() -> admit(id, command, now));
    };
  }

  private Optional<Refusal> secret(Body body) {
    return core.ports.limits().secretsAllowed()
        ? Optional.empty()
        : Wording.of(body).flatMap(wording -> wording.secret().stream()).findFirst();
  }

  private Prepared admit(EntryId id, Written.Command command, Instant now) {
    boolean urgent = urgent(command.act());
    if (urgent && !core.line.ready()) {
      return new Prepared.Refused(new Refusal.NoHub());
    }
    Duration wait = rate.tryAcquire(now);
    if (!wait.isZero()) {
      int perMinute = core.ports.limits().submissionsPerMinute();
      return new Prepared.Refused(new Refusal.TooFast(wait, perMinute));
    }
    Draft draft = new Draft(id, command.to(), command.act(), command.body(), now);
    return urgent ? new Prepared.Urgent(draft) : new Prepared.Lasting(draft);
  }

  /** Later, a claim, a comparison or a removal would mean something else than its author meant. */
  private static boolean urgent(Act act) {
    return switch (act) {
      case Act.ChangeTask change ->
          change.change() instanceof TaskChange.Claim
              || change.change() instanceof TaskChange.Reserve;
      case Act.SetVariable set -> set.expected() instanceof Expected.Version;
      case Act.RemoveMember remove -> true;
      case Act other -> false;
    };
  }
}
