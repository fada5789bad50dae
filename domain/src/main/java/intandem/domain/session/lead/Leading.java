package intandem.domain.session.lead;

import intandem.domain.id.EntryId;
import intandem.domain.id.MemberId;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Rejection;
import intandem.domain.reach.Reach;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Listener;
import intandem.domain.session.core.People;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Invitation;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Whether this member leads, and what falls to it while it does. */
public final class Leading implements Listener {
  private final Core core;
  private final StandBy standBy;
  private Optional<Hosting> hosting = Optional.empty();

  /** Does not lead yet. */
  public Leading(Core core) {
    this.core = core;
    this.standBy = new StandBy(core);
  }

  /**
   * Begins to lead.
   *
   * @param removals whom another branch of the log has removed: their memberships are to end here
   */
  public void begin(Set<MemberId> removals, Instant now) {
    boolean instead = core.replica().workspace().filter(w -> !w.ownedBy(core.self())).isPresent();
    Hosting host = new Hosting(core, removals, now);
    hosting = Optional.of(host);
    core.hosting(true);
    standBy.leads();
    core.reaching.leads(host.invitation(now), instead);
  }

  /** Leads no more. */
  public void end() {
    hosting = Optional.empty();
    core.hosting(false);
    core.retiring(false);
  }

  /**
   * Asks for whatever the workspace still lacks, publishes the code if it is a new one, and stands
   * by if that falls to this member.
   */
  public void upkeep(Instant now) {
    hosting.ifPresent(host -> host.setUp(now));
    hosting.ifPresent(host -> host.publish(now));
    standBy.tick(now);
  }

  /** This process can be reached from there now. */
  public void reached(Reach reach, Instant now) {
    if (hosting.isPresent()) {
      Optional<Invitation> invitation = hosting.get().invitation(now);
      core.reaching.changed(reach, invitation, standBy.neededElsewhere(), now);
    } else if (standBy.wanted()) {
      core.reaching.changed(reach, now);
    }
  }

  /** Does as is asked about the invite code, or says who may. */
  public Answer on(Ask.Inviting ask, Instant now) {
    return hosting
        .map(host -> host.on(ask, now))
        .orElseGet(() -> new Answer.Refused(new People(core).ownerOnly()));
  }

  /** When {@link #upkeep} is due without any news. */
  public Optional<Instant> due() {
    return standBy.due().filter(_ -> core.caughtUp());
  }

  @Override
  public void joined(long channel, Frame.Join frame, Instant now) {
    hosting.ifPresent(host -> host.joined(channel, frame, now));
  }

  @Override
  public void committed(EntryId id, long index, Instant now) {
    hosting.ifPresent(host -> host.committed(id));
  }

  @Override
  public void failed(Draft draft, Rejection reason) {
    hosting.ifPresent(host -> host.failed(draft, reason));
  }

  @Override
  public void changed(Instant now) {
    hosting.ifPresent(host -> host.changed(now));
  }
}
