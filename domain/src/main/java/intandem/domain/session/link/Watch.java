package intandem.domain.session.link;

import intandem.domain.id.MemberId;
import intandem.domain.protocol.Header;
import intandem.domain.replica.Replica.Step;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Listener;
import intandem.domain.tandem.Notice;
import intandem.domain.view.Letter;
import intandem.domain.workspace.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Notices what a hub, or the way to it, may hold back: others' acks, entries on their way, and the
 * right time. It says nothing of a time in which this process itself slept or was cut off.
 */
public final class Watch implements Listener {
  private static final Duration PACE = Duration.ofSeconds(5);

  /** Longer than any pause between two ticks of a process that is awake. */
  private static final Duration ASLEEP = Duration.ofSeconds(90);

  private static final Duration WAKING = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofMinutes(1);
  private static final Duration APART = Duration.ofMinutes(2);

  private final Core core;
  private final Silence silence = new Silence();
  private Instant awake;
  private Instant rested;
  private Instant checked = Instant.MIN;
  private Instant quiet = Instant.MIN;
  private boolean apart;

  /** Begins with a process that is awake. */
  public Watch(Core core, Instant now) {
    this.core = core;
    this.awake = now;
    this.rested = now;
  }

  /** Looks for members that are silent, if it is time. */
  public void tick(Instant now) {
    if (awake.plus(ASLEEP).isBefore(now)) {
      rested = now.plus(WAKING);
      silence.forget();
    }
    awake = now;
    if (!core.line.ready() || core.replica().workspace().isEmpty()) {
      silence.forget();
    } else if (!checked.plus(PACE).isAfter(now)) {
      checked = now;
      silence.owe(unconfirmed(), now);
      silence.overdue(now).forEach(this::silent);
    }
  }

  /** When {@link #tick} is due. */
  public Optional<Instant> due() {
    Instant soonest = checked.plus(PACE);
    return core.line.ready()
        ? silence.due().map(at -> at.isBefore(soonest) ? soonest : at)
        : Optional.empty();
  }

  /** The first entry of this log that each member online has not confirmed. */
  private Map<MemberId, Long> unconfirmed() {
    long head = core.replica().head().index();
    return core.workspace()
        .roster()
        .seated()
        .filter(Member::online)
        .map(Member::id)
        .filter(member -> !member.equals(core.self()) && held(member) < head)
        .collect(Collectors.toMap(member -> member, member -> held(member) + 1));
  }

  private void silent(MemberId member) {
    core.notices.add(new Notice.Silent(name(member), held(member)));
  }

  private long held(MemberId member) {
    return core.receipts.held(member);
  }

  private String name(MemberId member) {
    return core.replica().view().nameOf(member);
  }

  @Override
  public void folded(List<Step> steps, List<Letter> fresh, Instant now) {
    List<Step> live =
        steps.stream().filter(step -> core.line.live(step.entry().place().index())).toList();
    if (live.isEmpty() || now.isBefore(rested)) {
      return;
    }
    live.forEach(step -> step.command().ifPresent(c -> late(step, c.origin(), now)));
    apart(Duration.between(now, live.getLast().entry().place().at()));
  }

  private void late(Step step, Header.Origin origin, Instant now) {
    Duration delay = Duration.between(origin.ts(), core.time.at(now));
    boolean late = delay.compareTo(APART) > 0 && !origin.from().equals(core.self());
    if (late && !quiet.isAfter(now)) {
      quiet = now.plus(QUIET);
      core.notices.add(new Notice.Late(name(origin.from()), step.entry().place().index(), delay));
    }
  }

  private void apart(Duration ahead) {
    boolean far = ahead.abs().compareTo(APART) > 0;
    if (far && !apart) {
      core.notices.add(new Notice.ClockApart(ahead));
    }
    apart = far;
  }
}
