package intandem.memory.simulation;

import intandem.domain.id.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** All links, and who cannot reach whom. */
final class Network {
  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final Duration DIAL = Duration.ofSeconds(10);

  private final World world;
  private final RandomGenerator chance;
  private final List<Pipe> pipes = new ArrayList<>();
  private final Set<Way> blocked = new HashSet<>();
  private final Map<Endpoint, Pipe.End> impostors = new HashMap<>();
  private long links;

  private record Way(Peer from, Peer to) {}

  Network(World world, RandomGenerator chance) {
    this.world = world;
    this.chance = chance;
  }

  List<Pipe> pipes() {
    pipes.removeIf(Pipe::over);
    return pipes;
  }

  /** Nobody of the one side reaches anybody of the other, nor the other way round. */
  void split(Set<Peer> side) {
    for (Peer one : world.peers) {
      for (Peer other : world.peers) {
        if (side.contains(one) && !side.contains(other)) {
          separate(one, other);
        }
      }
    }
  }

  /** Two peers do not reach each other, whoever else they reach. */
  void separate(Peer one, Peer other) {
    block(one, other);
    block(other, one);
    pipes.stream()
        .filter(pipe -> pipe.between(one, other))
        .forEach(pipe -> pipe.silence(world.now().plus(SILENCE)));
  }

  /** One peer cannot open a link to another. */
  void block(Peer from, Peer to) {
    blocked.add(new Way(from, to));
  }

  /** Somebody answers at that address who is none of the peers. */
  void impersonate(Endpoint address, Pipe.End impostor) {
    impostors.put(address, impostor);
  }

  void heal() {
    blocked.clear();
  }

  /** Opens a link to the first of the addresses that answers; a frozen process never does. */
  void dial(Pipe.End guest, long attempt, List<Endpoint> addresses) {
    for (Endpoint address : addresses) {
      if (impostors.containsKey(address)) {
        connect(guest, attempt, impostors.get(address));
        return;
      }
      Optional<Peer> there =
          world.peers.stream().filter(p -> listens(p, guest.peer(), address)).findFirst();
      boolean reached = there.filter(p -> !blocked.contains(new Way(guest.peer(), p))).isPresent();
      if (there.filter(Peer::frozen).isPresent() || (there.isPresent() && !reached)) {
        pipes.add(Pipe.failed(++links, attempt, guest, world.now().plus(DIAL)));
        return;
      }
      if (reached) {
        connect(guest, attempt, listener(there.orElseThrow()));
        return;
      }
    }
    pipes.add(Pipe.failed(++links, attempt, guest, Instant.MIN));
  }

  private static boolean listens(Peer peer, Peer guest, Endpoint address) {
    boolean inside = peer.endpoint().equals(address) && peer.beside(guest);
    boolean outside = peer.tunnel.address().equals(Optional.of(address));
    return (inside || outside) && peer.session().isPresent();
  }

  private static Pipe.End listener(Peer peer) {
    return peer.hub().<Pipe.End>map(hub -> hub).orElseGet(() -> peer.session().orElseThrow());
  }

  void connect(Pipe.End guest, long attempt, Pipe.End hub) {
    Pipe pipe = new Pipe(++links, attempt, guest, hub);
    pipe.open();
    pipes.add(pipe);
  }

  /** Whoever held an end of a link is dead; some of what it sent may still arrive. */
  void gone(Pipe.End end) {
    for (Pipe pipe : pipes) {
      pipe.side(end).ifPresent(side -> pipe.abandon(side, chance.nextInt(4)));
    }
  }

  /** The other ends of a frozen process's links have given up on it. */
  void quiet(Peer frozen) {
    pipes.stream().filter(pipe -> pipe.remote() && pipe.touches(frozen)).forEach(Pipe::cut);
  }

  /** All links of a peer with other machines break. */
  void detach(Peer peer) {
    pipes.stream().filter(pipe -> pipe.touches(peer) && pipe.afar()).forEach(Pipe::cut);
  }

  /** A link that can be cut. */
  Optional<Pipe> wire() {
    List<Pipe> wires = pipes.stream().filter(pipe -> pipe.remote() && !pipe.closed()).toList();
    return wires.isEmpty()
        ? Optional.empty()
        : Optional.of(wires.get(chance.nextInt(wires.size())));
  }
}
