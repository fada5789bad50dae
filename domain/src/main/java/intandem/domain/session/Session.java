package intandem.domain.session;

import intandem.domain.hub.Entrance;
import intandem.domain.id.Endpoint;
import intandem.domain.id.Head;
import intandem.domain.port.Codec.Decoded;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Waking;
import intandem.domain.reach.Reach;
import intandem.domain.view.View;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One member's part in a workspace: its replica, outbox and inbox, and its link to the hub. A step
 * machine: single-threaded, it answers each batch of inputs with effects.
 */
public final class Session {
  private final Core core;
  private final Uplink uplink;
  private final Watch watch;
  private final Desk desk;
  private Optional<Body.Profile> refreshed = Optional.empty();

  /**
   * Opens a member's session from what its disk holds.
   *
   * @throws intandem.domain.port.StorageException if the disk fails or the log does not hold
   */
  public Session(SessionPorts ports, Identity identity, Role role, Instant now) {
    this.core = new Core(ports, identity, role, now);
    this.uplink = new Uplink(core, now);
    this.desk = new Desk(core, uplink.succession(), now);
    if (role instanceof Role.Founder) {
      core.lead = Optional.of(new Hosting(core, Set.of(), now));
      core.standBy.leads();
    }
    this.watch = new Watch(core, now);
    uplink.listen(watch);
    uplink.listen(desk);
    uplink.listen(new LateReaders(core));
    core.attention.begin(now);
  }

  /** Takes what happened, in order, and answers what is to be done, in order. */
  public List<SessionEffect> on(List<SessionInput> inputs, Instant now) {
    boolean serving = desk.busy();
    inputs.forEach(input -> on(input, now));
    if (expelled() && !core.line.stopped()) {
      uplink.end(new Refusal.Expelled(core.replica.view().workspaceName()));
    }
    upkeep(now);
    uplink.tick(now);
    watch.tick(now);
    desk.settle(now);
    boolean asked = inputs.stream().anyMatch(SessionInput.Asked.class::isInstance);
    core.attention.tick(serving || asked || desk.busy(), now);
    return core.drain();
  }

  private void on(SessionInput input, Instant now) {
    switch (input) {
      case SessionInput.Listening(Endpoint endpoint) -> core.endpoint = Optional.of(endpoint);
      case SessionInput.LinkUp(long attempt, long link) -> uplink.linkUp(attempt, link, now);
      case SessionInput.DialFailed(long attempt) -> uplink.dialFailed(attempt, now);
      case SessionInput.Arrived(long link, Entrance entrance) ->
          uplink.succession().contacts().arrived(link, entrance, now);
      case SessionInput.Received(long link, Decoded<Frame> frame) ->
          uplink.received(link, frame, now);
      case SessionInput.LinkDown(long link) -> uplink.linkDown(link, now);
      case SessionInput.Promoted() -> uplink.succession().promoted(now);
      case SessionInput.NotPromoted(String problem) ->
          uplink.succession().notPromoted(problem, now);
      case SessionInput.Outranked() -> uplink.succession().outranked(now);
      case SessionInput.Closing() -> uplink.succession().handOver();
      case SessionInput.Reached(Reach reach) -> reached(reach, now);
      case SessionInput.Persisted() -> core.disk.persisted();
      case SessionInput.PersistFailed(String problem) -> core.disk.failed(problem);
      case SessionInput.Asked(long call, Ask.Member ask) -> desk.ask(call, ask, now);
      case SessionInput.Cancelled(long call) -> desk.cancelled(call);
      case SessionInput.Shown(List<Tandem.Shown> messages) ->
          desk.shown(messages, uplink::seen, now);
      case SessionInput.NotShown(List<Tandem.Shown> messages) -> desk.notShown(messages, now);
      case SessionInput.Wakeable(Waking waking) -> core.attention.wakeable(waking);
      case SessionInput.Tick() -> {}
    }
  }

  private void reached(Reach reach, Instant now) {
    if (core.lead.isPresent()) {
      Optional<Invitation> invitation = core.lead.get().invitation(now);
      core.reaching.changed(reach, invitation, core.standBy.neededElsewhere(), now);
    } else if (core.standBy.wanted()) {
      core.reaching.changed(reach, now);
    }
  }

  private boolean expelled() {
    return core.replica
        .workspace()
        .flatMap(workspace -> workspace.roster().find(core.self()))
        .filter(self -> self.standing() == Member.Standing.REMOVED)
        .isPresent();
  }

  private void upkeep(Instant now) {
    core.reaching.tick(now);
    if (!core.caughtUp() || core.replica.workspace().isEmpty()) {
      return;
    }
    core.lead.ifPresent(lead -> lead.setUp(now));
    core.lead.ifPresent(lead -> lead.publish(now));
    Body.Profile profile = core.role.profile().woken(core.attention.waking());
    if (!asked(Act.UpdateMember.class) && outdated(profile)) {
      refreshed = Optional.of(profile);
      core.outbox.addHousekeeping(core.draft(new Act.UpdateMember(), profile, now));
    }
    core.standBy.tick(now);
    core.endpoint.ifPresent(here -> announce(here, now));
  }

  private boolean asked(Class<? extends Act> act) {
    return core.outbox.all().anyMatch(draft -> act.isInstance(draft.act()));
  }

  /** Others are told where the hub is, or will be, should this member ever lead. */
  private void announce(Endpoint here, Instant now) {
    List<String> addresses = core.reaching.addresses(here);
    boolean told = core.replica.view().addressesOf(core.self()).equals(addresses);
    if (!told && seated() && !asked(Act.AnnounceEndpoint.class)) {
      Body.Addresses body = new Body.Addresses(addresses);
      core.outbox.addHousekeeping(core.draft(new Act.AnnounceEndpoint(), body, now));
    }
  }

  private boolean seated() {
    return core.workspace().roster().find(core.self()).filter(Member::seated).isPresent();
  }

  /** A member needs a name in any case; another profile than before is told once. */
  private boolean outdated(Body.Profile profile) {
    View view = core.replica.view();
    boolean named = !view.nameOf(core.self()).equals(core.self().value());
    boolean told =
        view.profileOf(core.self()).equals(profile) || refreshed.equals(Optional.of(profile));
    return !named || !(told || core.replica.blind());
  }

  /** When {@link SessionInput.Tick} is due at the latest, if nothing else happens. */
  public Optional<Instant> due() {
    List<Instant> dates = new ArrayList<>(uplink.due());
    watch.due().ifPresent(dates::add);
    desk.due().ifPresent(dates::add);
    core.attention.due().ifPresent(dates::add);
    core.reaching.due().ifPresent(dates::add);
    core.standBy.due().filter(_ -> core.caughtUp()).ifPresent(dates::add);
    return dates.stream().min(Instant::compareTo);
  }

  /** The workspace as this member's log tells it; empty before the first entry. */
  public Optional<Workspace> workspace() {
    return core.replica.workspace();
  }

  /** Where this member said that it can be reached; empty if it never did. */
  public Optional<Endpoint> announced() {
    return Addresses.of(core, core.self()).stream().findFirst();
  }

  /** Where the log ends, as this member has verified it. */
  public Head head() {
    return core.replica.head();
  }
}
