package intandem.memory.simulation;

import intandem.domain.id.Bytes;
import intandem.domain.id.InviteCode;
import intandem.domain.protocol.MessageType;
import intandem.domain.session.boundary.SessionInput;
import intandem.domain.tandem.Ask;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One seeded run: users who do what they like while things break, then peace, then a reckoning. */
final class Simulation {
  private static final int ROUGH_STEPS = 800;
  private static final int MOST_READS = 1_000;
  private static final Duration HEALING = Duration.ofMinutes(10);
  private static final Duration BREATH = Duration.ofSeconds(30);

  private final World world;
  private final RandomGenerator chance;
  private final Faults faults;
  private final BoardUser board;
  private int texts;

  private Simulation(long seed) {
    this.world = new World(seed);
    this.chance = world.chance;
    this.board = new BoardUser(world);
    this.faults = new Faults(world);
  }

  /** Runs it; throws an error that names the seed and the last steps if anything is wrong. */
  static void run(long seed) {
    Simulation simulation = new Simulation(seed);
    try {
      simulation.gather();
      simulation.roughly();
      simulation.peacefully();
      simulation.world.witness.reckon();
      simulation.world.promises.reckon();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("seed " + seed + ": " + e + "\n" + simulation.world.story(), e);
    }
  }

  /** Some, or all, join before anything breaks. */
  private void gather() {
    int members = chance.nextInt(world.peers.size() + 1);
    world.pass(BREATH);
    for (Peer peer : world.peers.subList(Math.min(1, members), members)) {
      peer.join(world.peers.getFirst(), world.peers.getFirst().code().orElseThrow());
      world.pass(BREATH);
    }
  }

  private void roughly() {
    for (int i = 0; i < ROUGH_STEPS; i++) {
      int dice = chance.nextInt(100);
      if (dice < 80 && world.step()) {
        continue;
      }
      if (dice < 90) {
        act(world.peers.get(chance.nextInt(world.peers.size())));
      } else if (dice < 94) {
        faults.strike();
      } else {
        world.advance(Duration.ofMillis(chance.nextInt(12) == 0 ? 12_000 : chance.nextInt(900)));
      }
    }
  }

  private void act(Peer peer) {
    switch (peer.state()) {
      case Peer.State.Out() -> join(peer);
      case Peer.State.Joining(JoinLoop loop) -> {}
      case Peer.State.Dead() -> faults.restart(peer);
      case Peer.State.Ended() -> world.restart(peer);
      case Peer.State.Expelled() -> {}
      case Peer.State.In(MemberLoop loop) -> ask(loop);
    }
  }

  private void join(Peer peer) {
    List<Peer> hubs = world.peers.stream().filter(p -> p.code().isPresent()).toList();
    if (!hubs.isEmpty()) {
      Peer hub = hubs.get(chance.nextInt(hubs.size()));
      peer.join(hub, typed(hub.code().orElseThrow()));
    }
  }

  private InviteCode typed(InviteCode code) {
    return chance.nextInt(6) == 0 ? InviteCode.random(chance) : code;
  }

  private void ask(MemberLoop loop) {
    int dice = chance.nextInt(60);
    if (dice >= 40) {
      board.act(loop);
    } else if (dice < 18) {
      send(loop);
    } else if (dice < 22) {
      loop.ask(new Ask.Hook(moment(), chance.nextInt(4_000)));
    } else if (dice < 26) {
      loop.ask(new Ask.Unread(chance.nextInt(4_000)));
    } else if (dice < 31) {
      loop.ask(new Ask.Inbox(Duration.ofMillis(chance.nextInt(10_000)), -1));
    } else if (dice < 34) {
      loop.ask(new Ask.Receipts());
    } else if (dice < 35) {
      loop.ask(new Ask.Inbox(Duration.ZERO, chance.nextInt(20)));
    } else if (dice < 36) {
      loop.ask(new Ask.Peers());
    } else if (dice < 37) {
      loop.ask(new Ask.Brief());
    } else if (dice < 38) {
      world.witness.cancel(loop);
    } else if (dice < 39) {
      rarely(loop);
    } else {
      loop.ask(new Ask.Activity(50, 0, ""));
    }
  }

  private Ask.Moment moment() {
    return switch (chance.nextInt(4)) {
      case 0 -> new Ask.Moment.Prompted(chance.nextBoolean() ? "" : "go on");
      case 1 -> new Ask.Moment.Worked();
      case 2 -> new Ask.Moment.Stopping(Duration.ofMillis(chance.nextInt(5_000)));
      default -> new Ask.Moment.Started();
    };
  }

  private void rarely(MemberLoop loop) {
    switch (chance.nextInt(8)) {
      case 0 -> loop.ask(new Ask.Rotate());
      case 1, 2 -> {
        Peer peer = world.peers.get(chance.nextInt(world.peers.size()));
        loop.ask(new Ask.Remove(Bytes.utf8("remove " + ++texts), peer.name()));
      }
      case 3 -> loop.input(new SessionInput.Closing());
      default -> loop.ask(new Ask.Leave());
    }
  }

  private void send(MemberLoop loop) {
    Optional<Ask.Send> earlier = world.witness.readings().lastSend(loop.peer);
    if (earlier.isPresent() && chance.nextInt(8) == 0) {
      loop.ask(earlier.get());
      return;
    }
    texts++;
    String filler = chance.nextInt(30) == 0 ? " blub".repeat(chance.nextInt(1_500)) : "";
    Ask.To to =
        chance.nextInt(3) == 0
            ? new Ask.To.Named(world.peers.get(chance.nextInt(world.peers.size())).name())
            : new Ask.To.Everyone();
    String text = Peer.MARKER + " says " + texts + "." + filler;
    Ask.Send send = new Ask.Send(Bytes.utf8("call " + texts), MessageType.CHAT, text, to, 0);
    loop.ask(send);
  }

  private void peacefully() {
    faults.end();
    world.pass(BREATH);
    world.deaths(0);
    world.peers.stream().filter(this::returns).forEach(world::restart);
    world.pass(HEALING);
    world.peers.stream().filter(this::lost).forEach(this::tell);
    world.pass(HEALING);
    world.peers.stream()
        .filter(peer -> peer.session().isPresent())
        .filter(this::outside)
        .forEach(world::kill);
    world.calm();
    world.peers.forEach(peer -> peer.session().ifPresent(loop -> loop.ask(new Ask.Brief())));
    world.calm();
    for (Peer peer : world.peers) {
      for (int times = 0; world.witness.unread(peer); times++) {
        Witness.check(times < MOST_READS, "peer " + peer.number + " never reads all there is");
        peer.session().orElseThrow().ask(new Ask.Inbox(Duration.ZERO, -1));
        world.calm();
      }
      peer.session().ifPresent(loop -> loop.ask(new Ask.Activity(Integer.MAX_VALUE, 0, "")));
      peer.session().ifPresent(loop -> loop.ask(new Ask.Receipts()));
    }
    world.calm();
  }

  private boolean outside(Peer peer) {
    return world.witness.safety().outsider(peer) || world.witness.safety().apart(peer);
  }

  private boolean returns(Peer peer) {
    boolean down =
        peer.state() instanceof Peer.State.Dead || peer.state() instanceof Peer.State.Ended;
    return down && !faults.lost(peer);
  }

  /** Whether a member cannot find the others: it needs its human to say where they are. */
  private boolean lost(Peer peer) {
    boolean clueless = peer.session().isPresent() && peer.disk.log.head().index() == 0;
    return clueless || (peer.hub().isPresent() && !world.witness.safety().met(peer));
  }

  private void tell(Peer peer) {
    world.kill(peer);
    world.restart(peer, world.witness.safety().leader());
  }
}
