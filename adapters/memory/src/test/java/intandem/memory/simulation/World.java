package intandem.memory.simulation;

import intandem.domain.admission.Limits;
import intandem.domain.id.Bytes;
import intandem.domain.id.InviteCode;
import intandem.domain.port.Codec.Decoded;
import intandem.domain.port.KeyPair;
import intandem.domain.protocol.Frame;
import intandem.domain.session.Invitation;
import intandem.memory.MemoryCodec;
import intandem.memory.MemoryHandshake;
import intandem.memory.MemorySealer;
import intandem.memory.MemorySigner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Five peers and what lies between them. Whoever draws decides what happens next. */
final class World {
  private static final int TOLD = 40;
  private static final int LINE = 400;
  private static final int PEACEFUL_STEPS = 30_000;
  private static final Duration PEACE = Duration.ofMinutes(15);

  final RandomGenerator chance;
  final RandomGenerator entropy;
  final MemoryCodec codec = new MemoryCodec();
  final MemorySigner signer;
  final MemorySealer sealer;
  final MemoryHandshake handshake;
  final Witness witness = new Witness(this);
  final List<Peer> peers = new ArrayList<>();

  private final List<Pipe> pipes = new ArrayList<>();
  private final Deque<Told> story = new ArrayDeque<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private Optional<HubLoop> hub = Optional.empty();
  private Optional<InviteCode> code = Optional.empty();
  private long links;
  private int refusals;

  private record Told(Instant at, String who, Object what) {
    @Override
    public String toString() {
      String line = at + " " + who + " " + what;
      return line.length() > LINE ? line.substring(0, LINE) + " …" : line;
    }
  }

  World(long seed) {
    SplittableRandom root = new SplittableRandom(seed);
    this.chance = root.split();
    this.entropy = root.split();
    this.signer = new MemorySigner(root.split());
    this.sealer = new MemorySealer(root.split());
    this.handshake = new MemoryHandshake(root.split());
    Limits limits = new Limits(chance.nextInt(4) == 0 ? 8 : 30, false);
    for (int i = 0; i < Limits.MAX_PEERS; i++) {
      Duration skew = Duration.ofMillis(chance.nextLong(-600_000, 600_000));
      peers.add(new Peer(this, i, skew, limits));
    }
    hub = Optional.of(owner().found());
  }

  Peer owner() {
    return peers.getFirst();
  }

  Instant now() {
    return now;
  }

  /** The code that the owner's session handed out last. */
  Optional<InviteCode> code() {
    return code;
  }

  void published(Invitation invitation) {
    code = Optional.of(invitation.code());
    witness.code(invitation.code());
  }

  KeyPair hubKey() {
    KeyPair key = signer.generate();
    witness.secret(key.privateKey());
    return key;
  }

  Decoded<Frame> decoded(Frame frame) {
    return codec.decode(Frame.class, codec.encode(frame));
  }

  /** The next so many dials of others than the owner are refused. */
  void refuse(int dials) {
    refusals = dials;
  }

  void dial(Pipe.End guest, Peer peer) {
    links++;
    boolean refused = !peer.owner() && refusals-- > 0;
    pipes.add(
        hub.filter(loop -> !refused)
            .map(loop -> connected(guest, loop, peer.owner()))
            .orElseGet(() -> Pipe.failed(links, guest)));
  }

  private Pipe connected(Pipe.End guest, HubLoop loop, boolean local) {
    Pipe pipe = new Pipe(links, local, guest, loop);
    pipe.open();
    return pipe;
  }

  void carry(Pipe pipe, Pipe.Side from, Frame frame) {
    Bytes bytes = codec.encode(frame);
    witness.carried(frame, bytes);
    pipe.send(from, bytes);
  }

  /** Whoever held an end of a link is dead; some of what it sent may still arrive. */
  void gone(Pipe.End end) {
    for (Pipe pipe : pipes) {
      if (pipe.held(end)) {
        Pipe.Side side = end instanceof HubLoop ? Pipe.Side.HUB : Pipe.Side.GUEST;
        pipe.abandon(side, chance.nextInt(4));
      }
    }
  }

  void kill(Peer peer) {
    tell("peer " + peer.number, "is killed");
    peer.kill();
    if (peer.owner()) {
      hub.ifPresent(
          loop -> {
            loop.kill();
            gone(loop);
          });
      hub = Optional.empty();
    }
  }

  void restart(Peer peer) {
    tell("peer " + peer.number, "starts");
    if (peer.owner()) {
      hub = Optional.of(peer.reopen());
    } else {
      peer.restart();
    }
  }

  /** A link that can be cut. */
  Optional<Pipe> wire() {
    List<Pipe> wires = pipes.stream().filter(pipe -> !pipe.local && !pipe.closed()).toList();
    return wires.isEmpty()
        ? Optional.empty()
        : Optional.of(wires.get(chance.nextInt(wires.size())));
  }

  void advance(Duration by) {
    now = now.plus(by);
  }

  /** One thing that can happen now, drawn from all; false if there is none. */
  boolean step() {
    pipes.removeIf(Pipe::over);
    List<Runnable> possible = new ArrayList<>();
    for (Pipe pipe : pipes) {
      for (Pipe.Side side : Pipe.Side.values()) {
        if (pipe.busy(side)) {
          possible.add(() -> tell("link " + pipe.number + " -> " + side, pipe.deliver(side)));
        }
      }
    }
    hub.filter(loop -> loop.busy(now))
        .ifPresent(loop -> possible.add(() -> tell("hub", loop.step(now))));
    for (Peer peer : peers) {
      peer.session()
          .filter(loop -> loop.busy(now))
          .ifPresent(loop -> possible.add(() -> tell("peer " + peer.number, loop.step(now))));
    }
    if (!possible.isEmpty()) {
      possible.get(chance.nextInt(possible.size())).run();
    }
    return !possible.isEmpty();
  }

  /** When somebody wants to be asked again. */
  Optional<Instant> due() {
    List<Instant> dates = new ArrayList<>();
    hub.flatMap(HubLoop::due).ifPresent(dates::add);
    peers.forEach(peer -> peer.session().flatMap(MemberLoop::due).ifPresent(dates::add));
    return dates.stream().min(Instant::compareTo);
  }

  /** Lets everything that is under way come to its end. */
  void calm() {
    Instant end = now.plus(PEACE);
    for (int steps = 0; steps < PEACEFUL_STEPS; steps++) {
      if (step()) {
        continue;
      }
      Optional<Instant> due = due();
      if (due.isEmpty()) {
        return;
      }
      if (due.get().isAfter(end)) {
        break;
      }
      advance(Duration.between(now, due.get()));
    }
    throw new AssertionError("no rest within " + PEACE + ", although nothing fails any more");
  }

  private void tell(String who, Object what) {
    story.add(new Told(now, who, what));
    if (story.size() > TOLD) {
      story.remove();
    }
  }

  /** The last steps, and how everyone stands. */
  String story() {
    return Stream.concat(story.stream().map(Told::toString), peers.stream().map(this::standing))
        .collect(Collectors.joining("\n"));
  }

  private String standing(Peer peer) {
    String due = peer.session().flatMap(MemberLoop::due).map(Instant::toString).orElse("never");
    return "peer %d: %s, has %d, due %s"
        .formatted(
            peer.number,
            peer.state().getClass().getSimpleName(),
            peer.disk.log.head().index(),
            due);
  }
}
