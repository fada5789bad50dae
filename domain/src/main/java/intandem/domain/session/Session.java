package intandem.domain.session;

import intandem.domain.id.Endpoint;
import intandem.domain.id.Head;
import intandem.domain.port.Codec.Decoded;
import intandem.domain.port.Entrance;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Waking;
import intandem.domain.reach.Reach;
import intandem.domain.session.attention.Attention;
import intandem.domain.session.boundary.Role;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.boundary.SessionInput;
import intandem.domain.session.boundary.SessionPorts;
import intandem.domain.session.core.Core;
import intandem.domain.session.desk.Desk;
import intandem.domain.session.desk.LateReaders;
import intandem.domain.session.lead.Leading;
import intandem.domain.session.link.Addresses;
import intandem.domain.session.link.Announcing;
import intandem.domain.session.link.Uplink;
import intandem.domain.session.link.Watch;
import intandem.domain.session.succession.Succession;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One member's part in a workspace: its replica, outbox and inbox, and its link to the hub. A step
 * machine: single-threaded, it answers each batch of inputs with effects.
 */
public final class Session {
  private final Core core;
  private final Attention attention;
  private final Leading leading;
  private final Uplink uplink;
  private final Succession succession;
  private final Desk desk;
  private final Announcing announcing;
  private final Watch watch;
  private final Queue<SessionInput> waiting = new ArrayDeque<>();

  /**
   * Opens a member's session from what its disk holds.
   *
   * @throws intandem.domain.port.StorageException if the disk fails or the log does not hold
   */
  public Session(SessionPorts ports, Identity identity, Role role, Instant now) {
    this.core = new Core(ports, identity, role, now);
    this.attention = new Attention(core);
    this.leading = new Leading(core);
    this.uplink = new Uplink(core);
    this.succession = new Succession(core, uplink, leading, now);
    this.desk = new Desk(core, attention, leading, succession, now);
    this.announcing = new Announcing(core, attention);
    this.watch = new Watch(core, now);
    if (role instanceof Role.Founder) {
      leading.begin(Set.of(), now);
    }
    Stream.of(core.receipts, announcing, leading, attention).forEach(uplink::listen);
    Stream.of(succession, succession.contacts(), watch, desk, new LateReaders(core))
        .forEach(uplink::listen);
    attention.begin(now);
  }

  /** Takes what happened, in order, and answers what is to be done, in order. */
  public List<SessionEffect> on(List<SessionInput> inputs, Instant now) {
    boolean serving = desk.busy();
    inputs.forEach(input -> take(input, now));
    if (core.disk.replacing()) {
      return core.drain();
    }
    if (expelled() && !core.line.stopped()) {
      uplink.expel();
    }
    upkeep(now);
    uplink.expire(now);
    succession.tick(now);
    uplink.tick(now);
    watch.tick(now);
    core.disk.tick(now);
    desk.settle(now);
    boolean asked = inputs.stream().anyMatch(SessionInput.Asked.class::isInstance);
    attention.tick(serving || asked || desk.busy(), now);
    return core.drain();
  }

  /** While the log is being replaced, everything but the disk's word waits. */
  private void take(SessionInput input, Instant now) {
    boolean disk =
        input instanceof SessionInput.Persisted || input instanceof SessionInput.PersistFailed;
    if (core.disk.replacing() && !disk) {
      waiting.add(input);
      return;
    }
    on(input, now);
    while (!core.disk.replacing() && !waiting.isEmpty()) {
      on(waiting.remove(), now);
    }
  }

  private void on(SessionInput input, Instant now) {
    switch (input) {
      case SessionInput.Listening(Endpoint endpoint) -> core.listening(endpoint);
      case SessionInput.LinkUp(long attempt, long link) -> linkUp(attempt, link, now);
      case SessionInput.DialFailed(long attempt) -> dialFailed(attempt, now);
      case SessionInput.Arrived(long link, Entrance entrance) ->
          succession.contacts().arrived(link, entrance, now);
      case SessionInput.Received(long link, Decoded<Frame> frame) -> received(link, frame, now);
      case SessionInput.LinkDown(long link) -> linkDown(link, now);
      case SessionInput.Promoted() -> succession.promoted(now);
      case SessionInput.NotPromoted(String problem) -> succession.notPromoted(problem, now);
      case SessionInput.Outranked() -> succession.outranked(now);
      case SessionInput.Closing() -> close();
      case SessionInput.Reached(Reach reach) -> leading.reached(reach, now);
      case SessionInput.Persisted() -> core.disk.persisted();
      case SessionInput.PersistFailed(String problem) -> core.disk.failed(problem, now);
      case SessionInput.Asked(long call, Ask.Member ask) -> desk.ask(call, ask, now);
      case SessionInput.Cancelled(long call) -> desk.cancelled(call);
      case SessionInput.Shown(Answer.Letters answer) -> desk.shown(answer, uplink::seen, now);
      case SessionInput.NotShown(Answer.Letters answer) -> desk.notShown(answer, now);
      case SessionInput.Wakeable(Waking waking) -> attention.wakeable(waking);
    }
  }

  /** This process ends: it hands over what it leads, or tells the hub that it will be away. */
  private void close() {
    if (core.hosting()) {
      succession.handOver();
    } else {
      core.send(new Frame.Goodbye(Frame.Goodbye.Reason.CLOSING, Duration.ZERO));
    }
  }

  private void linkUp(long attempt, long link, Instant now) {
    if (core.line.dials(attempt)) {
      core.line.up(link, now);
    } else if (!succession.contacts().linkUp(attempt, link)) {
      core.effect(new SessionEffect.Close(link));
    }
  }

  private void dialFailed(long attempt, Instant now) {
    if (core.line.dials(attempt)) {
      uplink.lost(now);
    } else {
      succession.contacts().dialFailed(attempt);
    }
  }

  private void received(long link, Decoded<Frame> frame, Instant now) {
    if (core.line.is(link)) {
      uplink.received(frame, now);
    } else {
      succession.contacts().received(link, frame, now);
    }
  }

  private void linkDown(long link, Instant now) {
    if (core.line.is(link)) {
      uplink.lost(now);
    } else {
      succession.contacts().linkDown(link);
    }
  }

  private boolean expelled() {
    return core.replica()
        .workspace()
        .flatMap(workspace -> workspace.roster().find(core.self()))
        .filter(self -> self.standing() == Member.Standing.REMOVED)
        .isPresent();
  }

  private void upkeep(Instant now) {
    core.reaching.tick(now);
    if (!core.caughtUp() || core.replica().workspace().isEmpty()) {
      return;
    }
    leading.upkeep(now);
    desk.upkeep(now);
    announcing.upkeep(now);
  }

  /** When {@link #on} is due at the latest, with no input, if nothing happens. */
  public Optional<Instant> due() {
    if (core.disk.replacing()) {
      return Optional.empty();
    }
    List<Instant> dates = new ArrayList<>(uplink.due());
    core.disk.due().ifPresent(dates::add);
    succession.due().ifPresent(dates::add);
    watch.due().ifPresent(dates::add);
    desk.due().ifPresent(dates::add);
    attention.due().ifPresent(dates::add);
    core.reaching.due().ifPresent(dates::add);
    leading.due().ifPresent(dates::add);
    return dates.stream().min(Instant::compareTo);
  }

  /** The workspace as this member's log tells it; empty before the first entry. */
  public Optional<Workspace> workspace() {
    return core.replica().workspace();
  }

  /** Where this member said that it can be reached; empty if it never did. */
  public Optional<Endpoint> announced() {
    return Addresses.of(core, core.self()).stream().findFirst();
  }

  /** Whether this member leads, with the hub in its process. */
  public boolean leads() {
    return core.hosting();
  }

  /**
   * Where to look for the hub should this log be lost, the likeliest place first; empty as long as
   * it has not all that the hub has.
   */
  public Optional<List<Endpoint>> hubs() {
    return core.line.caughtUp() ? Optional.of(Addresses.known(core)) : Optional.empty();
  }

  /** Where the log ends, as this member has verified it. */
  public Head head() {
    return core.replica().head();
  }
}
