package intandem.memory.simulation;

import intandem.domain.admission.Limits;
import intandem.domain.id.Bytes;
import intandem.domain.id.Endpoint;
import intandem.domain.id.Secret;
import intandem.domain.port.KeyPair;
import intandem.domain.protocol.Frame;
import intandem.memory.MemoryCodec;
import intandem.memory.MemoryHandshake;
import intandem.memory.MemorySealer;
import intandem.memory.MemorySigner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Five peers and what lies between them. Whoever draws decides what happens next. */
final class World {
  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final int PEACEFUL_STEPS = 60_000;
  private static final Duration REST = Duration.ofMinutes(6);
  private static final Duration PEACE = Duration.ofMinutes(30);

  final RandomGenerator chance;
  final RandomGenerator entropy;
  final MemoryCodec codec = new MemoryCodec();
  final MemorySigner signer;
  final MemorySealer sealer;
  final MemoryHandshake handshake;
  final Logs logs = new Logs(this);
  final Witness witness = new Witness(this);
  final Honesty honesty = new Honesty(logs);
  final Promises promises = new Promises(this);
  final List<Peer> peers = new ArrayList<>();
  private final Map<Bytes, Secret> hubKeys = new HashMap<>();
  final Network network;

  /** What those who carry frames make of them. */
  BiFunction<Peer, Frame, Frame> carrier = (speaker, frame) -> frame;

  private final Story story = new Story();
  private final boolean shared;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private int deaths;

  World(long seed) {
    SplittableRandom root = new SplittableRandom(seed);
    this.chance = root.split();
    this.entropy = root.split();
    this.signer = new MemorySigner(root.split());
    this.sealer = new MemorySealer(root.split());
    this.handshake = new MemoryHandshake(root.split());
    this.network = new Network(this, chance);
    this.shared = chance.nextBoolean();
    Limits limits = new Limits(chance.nextInt(4) == 0 ? 8 : 30, false);
    for (int i = 0; i < Limits.MAX_PEERS; i++) {
      Duration skew = Duration.ofMillis(chance.nextLong(-600_000, 600_000));
      peers.add(new Peer(this, i, skew, limits));
    }
    peers.getFirst().found();
  }

  Instant now() {
    return now;
  }

  /** Whether all on one machine are sessions of one user, and can see each other's processes. */
  boolean shared() {
    return shared;
  }

  /** As the hub that has that key would sign. */
  Bytes signature(Bytes hubKey, Bytes message) {
    return signer.sign(Objects.requireNonNull(hubKeys.get(hubKey)), message);
  }

  KeyPair hubKey() {
    KeyPair key = signer.generate();
    witness.secret(key.privateKey());
    hubKeys.put(key.publicKey(), key.privateKey());
    return key;
  }

  void dial(Pipe.End guest, long attempt, List<Endpoint> addresses) {
    network.dial(guest, attempt, addresses);
  }

  void connect(Pipe.End guest, long attempt, Pipe.End hub) {
    network.connect(guest, attempt, hub);
  }

  void carry(Pipe pipe, Pipe.Side from, Frame frame) {
    Peer speaker = pipe.peer(from);
    honesty.said(speaker, frame);
    Frame carried = carrier.apply(speaker, frame);
    Bytes bytes = codec.encode(carried);
    witness.carried(carried, bytes);
    pipe.send(from, bytes);
  }

  void gone(Pipe.End end) {
    network.gone(end);
  }

  /** So many processes die in the middle of a write that has two parts, or right after it. */
  void deaths(int number) {
    deaths = number;
  }

  /** Whether that process dies right now. */
  boolean dies(MemberLoop loop) {
    if (deaths == 0 || chance.nextInt(3) > 0) {
      return false;
    }
    deaths--;
    kill(loop.peer);
    return true;
  }

  void kill(Peer peer) {
    tell("peer " + peer.number, "is killed");
    peer.kill();
  }

  void restart(Peer peer) {
    List<Peer> hubs = peers.stream().filter(p -> p.hub().isPresent()).toList();
    boolean clueless = peer.disk.log.head().index() == 0;
    boolean told = !hubs.isEmpty() && (clueless || chance.nextBoolean());
    restart(peer, told ? Optional.of(hubs.get(chance.nextInt(hubs.size()))) : Optional.empty());
  }

  /** Starts again; its human may say where the hub is. */
  void restart(Peer peer, Optional<Peer> hub) {
    tell("peer " + peer.number, "starts");
    peer.restart(hub.map(there -> there.endpoint(peer)).stream().toList());
  }

  /** A peer's tunnel breaks, and is not opened again for now. */
  void drop(Peer peer) {
    tell("peer " + peer.number, "loses its tunnel");
    peer.tunnel.drop();
    network.detach(peer);
  }

  void freeze(Peer peer) {
    tell("peer " + peer.number, "is frozen");
    peer.freeze(now);
  }

  void resume(Peer peer) {
    tell("peer " + peer.number, "goes on");
    peer.resume();
  }

  void advance(Duration by) {
    now = now.plus(by);
    peers.stream()
        .filter(peer -> silentAt(peer).filter(at -> !at.isAfter(now)).isPresent())
        .forEach(network::quiet);
  }

  private static Optional<Instant> silentAt(Peer peer) {
    return peer.frozenSince().map(since -> since.plus(SILENCE));
  }

  /** One thing that can happen now, drawn from all; false if there is none. */
  boolean step() {
    List<Runnable> possible = new ArrayList<>();
    for (Pipe pipe : network.pipes()) {
      for (Pipe.Side side : Pipe.Side.values()) {
        if (pipe.busy(side, now)) {
          possible.add(() -> tell("link " + pipe.number + " -> " + side, pipe.deliver(side)));
        }
      }
    }
    awake()
        .forEach(
            peer -> {
              peer.hub()
                  .filter(loop -> loop.busy(now))
                  .ifPresent(
                      loop -> possible.add(() -> tell("hub " + peer.number, loop.step(now))));
              peer.session()
                  .filter(loop -> loop.busy(now))
                  .ifPresent(
                      loop -> possible.add(() -> tell("peer " + peer.number, loop.step(now))));
            });
    if (!possible.isEmpty()) {
      possible.get(chance.nextInt(possible.size())).run();
    }
    return !possible.isEmpty();
  }

  private Stream<Peer> awake() {
    return peers.stream().filter(peer -> !peer.frozen());
  }

  /** When somebody wants to be asked again, or something arrives. */
  Optional<Instant> due() {
    List<Instant> dates = new ArrayList<>();
    awake()
        .forEach(
            peer -> {
              peer.hub().flatMap(HubLoop::due).ifPresent(dates::add);
              peer.session().flatMap(MemberLoop::due).ifPresent(dates::add);
            });
    network.pipes().forEach(pipe -> pipe.due(now).ifPresent(dates::add));
    peers.forEach(peer -> silentAt(peer).filter(now::isBefore).ifPresent(dates::add));
    return dates.stream().min(Instant::compareTo);
  }

  /** Lets things happen one by one until then. */
  void until(BooleanSupplier reached) {
    while (!reached.getAsBoolean()) {
      if (!step()) {
        advance(Duration.between(now, due().orElseThrow()));
      }
    }
  }

  /** Lets so much time go by. */
  void pass(Duration time) {
    Instant end = now.plus(time);
    for (int steps = 0; now.isBefore(end) && steps < PEACEFUL_STEPS; steps++) {
      if (!step()) {
        advance(Duration.between(now, due().filter(at -> at.isBefore(end)).orElse(end)));
      }
    }
  }

  /**
   * Lets everything that is under way come to its end: nobody is waiting for anything, or for so
   * long nothing came of it that nothing will.
   */
  void calm() {
    Instant end = now.plus(PEACE);
    Instant changed = now;
    Object before = witness.state();
    for (int steps = 0; steps < PEACEFUL_STEPS; steps++) {
      if (step()) {
        continue;
      }
      Object after = witness.state();
      changed = after.equals(before) ? changed : now;
      before = after;
      Optional<Instant> due = due();
      if (due.isEmpty() || changed.plus(REST).isBefore(now)) {
        return;
      }
      if (due.get().isAfter(end)) {
        break;
      }
      advance(Duration.between(now, due.get()));
    }
    throw new AssertionError("no rest within " + PEACE + ", although nothing fails any more");
  }

  void tell(String who, Object what) {
    story.add(now, who, what);
  }

  /** The last steps, and how everyone stands. */
  String story() {
    return story.told(peers);
  }
}
