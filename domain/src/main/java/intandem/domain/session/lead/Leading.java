package intandem.domain.session.lead;

import intandem.domain.id.Endpoint;
import intandem.domain.id.EntryId;
import intandem.domain.id.MemberId;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Rejection;
import intandem.domain.reach.Reach;
import intandem.domain.session.boundary.Role;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Listener;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether this member leads, and what falls to it while it does. */
public final class Leading implements Listener {
  private final Core core;
  private final Reaching reaching;
  private Optional<Hosting> hosting = Optional.empty();

  /** Does not lead yet. */
  public Leading(Core core) {
    this.core = core;
    this.reaching = new Reaching(core.notices, !(core.role instanceof Role.Founder));
  }

  /**
   * Begins to lead.
   *
   * @param removals whom another branch of the log has removed: their memberships are to end here
   */
  public void begin(Set<MemberId> removals, Instant now) {
    hosting = Optional.of(new Hosting(core, reaching, removals, now));
    core.hosting(true);
  }

  /** Leads no more. */
  public void end() {
    hosting = Optional.empty();
    core.hosting(false);
    core.retiring(false);
    reaching.ended();
  }

  /** Asks for whatever the workspace still lacks, and publishes the code if it is a new one. */
  public void upkeep(Instant now) {
    hosting.ifPresent(host -> host.setUp(now));
    hosting.ifPresent(host -> host.publish(now));
  }

  /** The hub of this process can be reached from there now. */
  public void reached(Reach reach, Instant now) {
    hosting.ifPresent(host -> reaching.changed(reach, host.invitation(now), now));
  }

  /** Does as is asked about the invite code; empty if this member does not lead. */
  public Optional<Answer> on(Ask.Inviting ask, Instant now) {
    return hosting.map(host -> host.on(ask, now));
  }

  /** Where peers are told that the hub is, or will be, given where this process listens. */
  public List<String> addresses(Endpoint here, Instant now) {
    return reaching.addresses(here, now);
  }

  /** When {@link #addresses} changes by itself. */
  public Optional<Instant> due() {
    return reaching.due();
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
