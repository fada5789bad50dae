package intandem.memory;

import intandem.domain.port.Link;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hosts joined by wires in memory. Nothing happens on a link until the courier brings it. */
public final class MemoryNetwork {
  private static final int FIRST_PORT = 40_000;

  private final Courier courier;
  private final Set<String> hosts = new LinkedHashSet<>();
  private final Map<Address, MemoryEar> ears = new HashMap<>();
  private final Set<MemoryLink> links = new LinkedHashSet<>();
  private long linksSoFar;

  /** Give it {@code parcel -> executor.execute(parcel::arrive)}, and it runs by itself. */
  public MemoryNetwork(Courier courier) {
    this.courier = courier;
  }

  /** A process on that host, which others dial by the host's name, and it itself by 127.0.0.1. */
  public synchronized MemoryProcess process(String host) {
    hosts.add(host);
    return new MemoryProcess(this, host);
  }

  /** Breaks every link between the two hosts; each end learns it by itself. */
  public void cut(String one, String other) {
    links().stream().filter(link -> link.joins(one, other)).forEach(MemoryLink::breakOff);
  }

  /** Where an ear is. */
  record Address(String host, int port) {}

  void carry(Courier.Wire wire, String text, Runnable arrival) {
    courier.take(new Courier.Parcel(wire, text, arrival));
  }

  synchronized long number() {
    return linksSoFar++;
  }

  synchronized void add(MemoryLink link) {
    links.add(link);
  }

  synchronized void remove(MemoryLink link) {
    links.remove(link);
  }

  synchronized List<MemoryLink> links() {
    return List.copyOf(links);
  }

  synchronized int bind(String host, int wish, MemoryEar ear) {
    int port = wish == 0 ? FIRST_PORT : wish;
    while (ears.containsKey(new Address(host, port))) {
      port = Math.max(FIRST_PORT, port + 1);
    }
    ears.put(new Address(host, port), ear);
    return port;
  }

  synchronized void unbind(MemoryEar ear) {
    ears.values().remove(ear);
  }

  synchronized List<MemoryEar> ears() {
    return List.copyOf(ears.values());
  }

  synchronized Optional<MemoryEar> ear(Address address) {
    return Optional.ofNullable(ears.get(address));
  }

  synchronized Link.Ending missing(String host) {
    return hosts.contains(host) ? Link.Ending.REFUSED : Link.Ending.UNKNOWN_HOST;
  }
}
