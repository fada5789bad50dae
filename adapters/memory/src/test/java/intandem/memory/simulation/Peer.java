package intandem.memory.simulation;

import intandem.domain.admission.Limits;
import intandem.domain.hub.Hub;
import intandem.domain.hub.HubPorts;
import intandem.domain.id.Endpoint;
import intandem.domain.id.InviteCode;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.join.Founding;
import intandem.domain.join.JoinPorts;
import intandem.domain.port.EntryLog;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.protocol.Body;
import intandem.domain.replica.Replica;
import intandem.domain.replica.ReplicaPorts;
import intandem.domain.session.NextTerm;
import intandem.domain.session.Session;
import intandem.domain.session.boundary.Role;
import intandem.domain.session.boundary.SessionPorts;
import intandem.domain.tandem.Invitation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One machine with its clock and its disk, and the process that runs on it or does not. */
final class Peer {
  static final String MARKER = "Zebrafish";

  private static final int FIRST_PORT = 40_000;

  final int number;
  final Disk disk = new Disk();
  final Tunnel tunnel = new Tunnel(this);

  private final World world;
  private final SessionPorts ports;
  private final Limits limits;
  private Duration skew;
  private int machine;
  private State state = new State.Out();
  private Optional<Instant> frozen = Optional.empty();
  private Optional<InviteCode> code = Optional.empty();
  private Body.Profile profile;
  private List<Endpoint> hint = List.of();
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

    /** Removed from the workspace. */
    record Expelled() implements State {}
  }

  Peer(World world, int number, Duration skew, Limits limits) {
    this.world = world;
    this.number = number;
    this.skew = skew;
    this.limits = limits;
    this.profile = profile();
    this.ports =
        new SessionPorts(
            disk.log,
            disk.vault,
            new Directory(world, this),
            world.codec,
            world.sealer,
            world.signer,
            world.entropy,
            limits);
  }

  private Body.Profile profile() {
    return new Body.Profile(MARKER + "-" + number + "-" + attempts, List.of(MARKER + " skill"));
  }

  Endpoint endpoint() {
    return new Endpoint("127.0.0.1", FIRST_PORT + number);
  }

  /** Moves to another machine; all begin on the same one. */
  void moveTo(int other) {
    machine = other;
  }

  /** Whether they reach each other without a tunnel. */
  boolean beside(Peer other) {
    return machine == other.machine;
  }

  /** Where it is reached by another peer. */
  Endpoint endpoint(Peer from) {
    return beside(from) ? endpoint() : tunnel.address().orElse(endpoint());
  }

  Instant now() {
    return world.now().plus(skew);
  }

  Instant worldTime(Instant local) {
    return local.equals(Instant.MIN) ? local : local.minus(skew);
  }

  /** The machine's clock is set anew. */
  void set(Duration wrong) {
    skew = wrong;
  }

  JoinPorts joinPorts() {
    return new JoinPorts(world.codec, world.sealer, world.signer, world.handshake, world.entropy);
  }

  State state() {
    return state;
  }

  /** A log as this peer's keys open it. */
  Replica reading(EntryLog log) {
    ReplicaPorts keys =
        new ReplicaPorts(log, world.codec, world.sealer, world.signer, world.entropy);
    Replica replica = new Replica(keys, disk.identity().orElseThrow());
    replica.replay();
    return replica;
  }

  /** Its own messages that are in its log. */
  List<String> wrote() {
    return reading(disk.log).view().letters().stream()
        .filter(letter -> member().equals(Optional.of(letter.from())))
        .map(letter -> letter.message().text())
        .toList();
  }

  String name() {
    return profile.name();
  }

  Optional<MemberId> member() {
    return disk.identity().map(Identity::member);
  }

  Optional<MemberLoop> session() {
    return state instanceof State.In(MemberLoop loop) ? Optional.of(loop) : Optional.empty();
  }

  Optional<HubLoop> hub() {
    return session().flatMap(MemberLoop::hub);
  }

  /** The code that this peer's session invites with, while it is a hub. */
  Optional<InviteCode> code() {
    return hub().isPresent() ? code : Optional.empty();
  }

  void invites(Invitation invitation) {
    code = Optional.of(invitation.code());
    world.witness.code(invitation.code());
  }

  boolean frozen() {
    return frozen.isPresent();
  }

  /** Since when the process does nothing. */
  Optional<Instant> frozenSince() {
    return frozen;
  }

  void freeze(Instant now) {
    frozen = Optional.of(now);
  }

  void resume() {
    frozen = Optional.empty();
  }

  /** Founds the workspace. */
  void found() {
    KeyPair key = world.hubKey();
    Founding founding = Founding.of(joinPorts(), key.publicKey(), Limits.MAX_PEERS, now());
    keep(founding.identity());
    Hub hub = Hub.found(hubPorts(), key, founding.genesis(), now());
    world.witness.stored(this);
    start(new Role.Founder(profile, MARKER + " pond", joinPorts()))
        .lead(new HubLoop(world, this, hub));
  }

  /** Opens a hub for a term of that number. */
  HubLoop reopen(int number) {
    KeyPair key = world.hubKey();
    Term term = new Term(number, key.publicKey());
    NextTerm next = NextTerm.of(ports, disk.identity().orElseThrow(), term, now());
    Hub hub = Hub.reopen(hubPorts(), key, next.workspace(), next.start(), now());
    world.witness.stored(this);
    return new HubLoop(world, this, hub);
  }

  private HubPorts hubPorts() {
    return new HubPorts(disk.log, world.codec, world.signer, world.entropy, limits);
  }

  /** Tries to join; each attempt asks for another name, so that receipts can be told apart. */
  void join(Peer hub, InviteCode typed) {
    attempts++;
    profile = profile();
    JoinLoop loop = new JoinLoop(world, this, typed, profile);
    state = new State.Joining(loop);
    hint = List.of(hub.endpoint(this));
    world.dial(loop, 0, hint);
  }

  void joined(Identity identity, Body.Profile as) {
    keep(identity);
    profile = as;
    start(member(hint));
  }

  private Role member(List<Endpoint> hints) {
    return new Role.Member(profile, hints, joinPorts());
  }

  private void keep(Identity identity) {
    disk.keep(identity);
    world.witness.secrets(identity);
  }

  void turnedAway() {
    state = new State.Out();
  }

  /** Starts the process of a member, which may have been told where a hub is. */
  void restart(List<Endpoint> hints) {
    start(member(hints));
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

  void expelled() {
    stop();
    state = new State.Expelled();
  }

  private void stop() {
    frozen = Optional.empty();
    tunnel.close();
    switch (state) {
      case State.In(MemberLoop loop) -> {
        loop.hub().ifPresent(world::gone);
        loop.hub().ifPresent(HubLoop::kill);
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
      case State.Expelled() -> {}
    }
  }
}
