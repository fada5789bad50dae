package intandem.memory.simulation;

import intandem.domain.workspace.Member;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What breaks in one run, and how much of it. */
final class Faults {
  private final World world;
  private final RandomGenerator chance;
  private final int kills;
  private final int cuts;
  private final int fullDisks;
  private final int freezes;
  private final int splits;
  private final int massacres;
  private final int wrongClocks;

  /** The one peer whose disk may lose what it said to be durable. */
  private final Optional<Peer> forgetful;

  /** The one peer that never comes back, once it is dead. */
  private final Optional<Peer> lost;

  Faults(World world) {
    this.world = world;
    this.chance = world.chance;
    this.kills = chance.nextInt(4);
    this.cuts = chance.nextInt(5);
    this.fullDisks = chance.nextInt(3);
    this.freezes = chance.nextInt(3);
    this.splits = chance.nextInt(3);
    this.massacres = chance.nextInt(6) == 0 ? 1 : 0;
    this.wrongClocks = chance.nextInt(6) == 0 ? 1 : 0;
    this.forgetful = chance.nextInt(3) == 0 ? Optional.of(anyone()) : Optional.empty();
    this.lost = chance.nextInt(4) == 0 ? Optional.of(anyone()) : Optional.empty();
    world.deaths(chance.nextInt(3));
  }

  private Peer anyone() {
    return world.peers.get(chance.nextInt(world.peers.size()));
  }

  /** One of them, perhaps. */
  void strike() {
    Peer peer = anyone();
    int dice = chance.nextInt(36);
    if (dice < kills) {
      world.kill(peer);
    } else if (between(dice, 4, cuts)) {
      world.network.wire().ifPresent(Pipe::cut);
    } else if (between(dice, 10, fullDisks)) {
      peer.disk.fill();
      world.witness.trouble(peer);
    } else if (between(dice, 14, freezes)) {
      freezeOrResume(peer);
    } else if (between(dice, 18, splits)) {
      split(peer);
    } else if (between(dice, 22, splits)) {
      world.tell("network", "is whole");
      world.network.heal();
    } else if (between(dice, 26, massacres)) {
      world.peers.forEach(world::kill);
    }
  }

  private static boolean between(int dice, int from, int count) {
    return dice >= from && dice < from + count;
  }

  private void freezeOrResume(Peer peer) {
    if (peer.frozen()) {
      world.resume(peer);
    } else if (peer.session().isPresent()) {
      world.freeze(peer);
    }
  }

  private void split(Peer peer) {
    Peer other = anyone();
    world.tell("network", "breaks at " + peer.number + " and " + other.number);
    switch (chance.nextInt(3)) {
      case 0 -> {
        Set<Peer> side = new HashSet<>();
        world.peers.stream().filter(p -> chance.nextBoolean()).forEach(side::add);
        world.network.split(side);
      }
      case 1 -> world.network.separate(peer, other);
      default -> world.network.block(peer, other);
    }
  }

  /** Starts a process again, perhaps with a disk that has forgotten something. */
  void restart(Peer peer) {
    if (lost(peer)) {
      return;
    }
    boolean forgets = forgetful.filter(peer::equals).isPresent() && peer.disk.age() > 0;
    if (forgets && chance.nextBoolean()) {
      int age = peer.disk.age();
      int writes = chance.nextInt(4) == 0 ? chance.nextInt(age + 1) : Math.min(age, 3);
      world.tell("peer " + peer.number, "forgets " + writes + " writes");
      peer.disk.rollBack(Math.max(1, age - writes));
      world.witness.safety().rolledBack(peer);
    }
    if (wrongClocks > 0 && chance.nextInt(3) == 0) {
      peer.set(Duration.ofMinutes(chance.nextInt(-600, 600)));
    }
    world.restart(peer);
  }

  /** Whether it stays away for good: only if somebody else can go on. */
  boolean lost(Peer peer) {
    return lost.filter(peer::equals).isPresent()
        && world.peers.stream().anyMatch(p -> p != peer && seated(p));
  }

  private static boolean seated(Peer peer) {
    return peer.session()
        .flatMap(loop -> loop.session.workspace())
        .flatMap(workspace -> workspace.roster().find(peer.member().orElseThrow()))
        .filter(Member::seated)
        .isPresent();
  }

  /** Nothing breaks any more, but that processes may still die as they take another branch. */
  void end() {
    world.network.heal();
    world.peers.stream().filter(Peer::frozen).forEach(world::resume);
    world.peers.forEach(peer -> peer.disk.free());
  }
}
