package intandem.domain.session.desk;

import intandem.domain.id.EntryId;
import intandem.domain.port.Link;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.core.Core;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Refusal;
import intandem.domain.workspace.Member;
import java.time.Instant;
import java.util.Optional;

/** Answers those who wait to be in the workspace. */
final class Arrivals {
  private final Core core;
  private final Briefings briefings;
  private Optional<EntryId> rejoining = Optional.empty();
  private boolean wanted;

  Arrivals(Core core, Briefings briefings) {
    this.core = core;
    this.briefings = briefings;
  }

  /** Whether a call that waits hears of it should that command be refused. */
  boolean hangOn(EntryId id) {
    return rejoining.filter(id::equals).isPresent();
  }

  /** Someone asked to be in: should this member have left, it takes its seat again. */
  void want() {
    wanted = true;
  }

  /** Takes the seat again, whoever still waits for it: before anything is sent that needs it. */
  void upkeep(Instant now) {
    wanted = wanted && !core.seated();
    boolean left = core.workspace().roster().find(core.self()).isPresent();
    if (wanted && left) {
      core.want(new Act.Rejoin(), new Body.None(), now)
          .ifPresent(draft -> rejoining = Optional.of(draft.id()));
    }
  }

  /** Whether that was the wish for the seat; it is not repeated before someone asks again. */
  boolean refused(EntryId id) {
    boolean seat = hangOn(id);
    wanted = wanted && !seat;
    return seat;
  }

  /** For who is in already, and hears its hub. */
  Answer here() {
    return new Answer.Refused(new Refusal.AlreadyIn(core.replica().view().workspaceName()));
  }

  /** Answers the call if this member is in, or if its time is over; says whether it did. */
  boolean settle(long call, boolean over) {
    Optional<String> disk = core.disk.problem();
    if (settled() && core.caughtUp()) {
      Optional<Member> self = core.workspace().roster().find(core.self());
      boolean seated = core.seated();
      boolean named = !core.replica().view().nameOf(core.self()).equals(core.self().value());
      boolean complete = !core.replica().view().workspaceName().isEmpty();
      if (seated && named && complete) {
        reply(call, new Answer.Entered(briefings.briefing()));
        return true;
      }
      if (self.isPresent() && !seated && !over && disk.isEmpty()) {
        return false;
      }
    }
    boolean enough = over || core.line.failing() || disk.isPresent();
    if (enough) {
      reply(call, disk.map(Arrivals::notStored).orElseGet(this::asFarAsItGot));
    }
    return enough;
  }

  private Answer asFarAsItGot() {
    return settled() ? new Answer.Entered(briefings.briefing()) : unreachable();
  }

  /** It is the disk that is in the way, and not the hub. */
  private static Answer notStored(String problem) {
    return new Answer.Refused(new Refusal.NotStored(problem));
  }

  private boolean settled() {
    return core.replica().workspace().isPresent();
  }

  private void reply(long call, Answer answer) {
    core.effect(new SessionEffect.Reply(call, answer));
  }

  private static Answer unreachable() {
    return new Answer.Refused(new Refusal.Unreachable("", Link.Ending.UNREACHABLE));
  }
}
