package intandem.memory.simulation;

import intandem.domain.admission.Limits;
import intandem.domain.hub.Hub;
import intandem.domain.hub.HubPorts;
import intandem.domain.id.Endpoint;
import intandem.domain.id.InviteCode;
import intandem.domain.id.MemberId;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.protocol.Body;
import intandem.domain.session.Founding;
import intandem.domain.session.JoinPorts;
import intandem.domain.session.NextTerm;
import intandem.domain.session.Role;
import intandem.domain.session.Session;
import intandem.domain.session.SessionPorts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One machine with its clock and its disk, and the process that runs on it or does not. */
final class Peer {
  static final String MARKER = "Zebrafish";

  final int number;
  final Disk disk;

  private final World world;
  private final Duration skew;
  private final SessionPorts ports;
  private final Limits limits;
  private State state = new State.Out();
  private Body.Profile profile;
  private int attempts;

  /** What runs here. */
  sealed interface State {
    /** Nothing, and there is no identity. */
    record Out() implements State {}

    /** An attempt to join. */
    record Joining(JoinLoop loop) implements State {}

    /** A member. */
    record In(MemberLoop loop) implements State {}

    /** The process died. */
    record Dead() implements State {}

    /** The session ended. */
    record Ended() implements State {}
  }

  Peer(World world, int number, Duration skew, Limits limits) {
    this.world = world;
    this.number = number;
    this.skew = skew;
    this.limits = limits;
    this.disk = new Disk();
    this.profile = profile();
    this.ports =
        new SessionPorts(
            disk.log, disk.vault, world.codec, world.sealer, world.signer, world.entropy, limits);
  }

  private Body.Profile profile() {
    return new Body.Profile(MARKER + "-" + number + "-" + attempts, List.of(MARKER + " skill"));
  }

  Instant now() {
    return world.now().plus(skew);
  }

  Instant worldTime(Instant local) {
    return local.equals(Instant.MIN) ? local : local.minus(skew);
  }

  JoinPorts joinPorts() {
    return new JoinPorts(world.codec, world.sealer, world.signer, world.handshake, world.entropy);
  }

  State state() {
    return state;
  }

  String name() {
    return profile.name();
  }

  boolean owner() {
    return number == 0;
  }

  Optional<MemberId> member() {
    return disk.identity().map(Identity::member);
  }

  Optional<MemberLoop> session() {
    return state instanceof State.In(MemberLoop loop) ? Optional.of(loop) : Optional.empty();
  }

  /** Founds the workspace. */
  HubLoop found() {
    KeyPair key = world.hubKey();
    Founding founding = Founding.of(joinPorts(), key.publicKey(), Limits.MAX_PEERS, now());
    keep(founding.identity());
    Hub hub = Hub.found(hubPorts(), key, founding.genesis(), now());
    host();
    return new HubLoop(world, this, hub);
  }

  /** Opens the workspace again, as its owner. */
  HubLoop reopen() {
    KeyPair key = world.hubKey();
    NextTerm next =
        NextTerm.of(ports, disk.identity().orElseThrow(), key.publicKey(), now()).orElseThrow();
    Hub hub = Hub.reopen(hubPorts(), key, next.workspace(), next.start(), now());
    host();
    return new HubLoop(world, this, hub);
  }

  private HubPorts hubPorts() {
    return new HubPorts(disk.log, world.codec, world.signer, world.entropy, limits);
  }

  private void host() {
    Endpoint endpoint = new Endpoint("127.0.0.1", 40_000 + disk.log.head().hash().hashCode() % 999);
    start(new Role.Host(profile, endpoint, MARKER + " pond", joinPorts()));
  }

  /** Tries to join; each attempt asks for another name, so that receipts can be told apart. */
  void join(InviteCode code) {
    attempts++;
    profile = profile();
    JoinLoop loop = new JoinLoop(world, this, code, profile);
    state = new State.Joining(loop);
    world.dial(loop, this);
  }

  MemberLoop joined(Identity identity, Body.Profile as) {
    keep(identity);
    profile = as;
    return start(new Role.Guest(as, List.of()));
  }

  private void keep(Identity identity) {
    disk.keep(identity);
    world.witness.secrets(identity);
  }

  void turnedAway() {
    state = new State.Out();
  }

  /** Starts the process of a member that is no owner. */
  void restart() {
    start(new Role.Guest(profile, List.of()));
  }

  private MemberLoop start(Role role) {
    Session session = new Session(ports, disk.identity().orElseThrow(), role, now());
    MemberLoop loop = new MemberLoop(world, this, session);
    state = new State.In(loop);
    return loop;
  }

  void kill() {
    stop();
    state = disk.identity().isPresent() ? new State.Dead() : new State.Out();
  }

  void end() {
    stop();
    state = new State.Ended();
  }

  private void stop() {
    switch (state) {
      case State.In(MemberLoop loop) -> {
        loop.kill();
        world.gone(loop);
        world.witness.gone(loop);
      }
      case State.Joining(JoinLoop loop) -> {
        loop.kill();
        world.gone(loop);
      }
      case State.Out() -> {}
      case State.Dead() -> {}
      case State.Ended() -> {}
    }
  }
}
