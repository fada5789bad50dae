package intandem.memory;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A tunnel whose carrier exists in memory only: it opens at once, and drops when it is told to. */
public final class MemoryTunnel implements Tunnel {
  private final Map<Endpoint, Way> ways = new HashMap<>();
  private boolean reachable = true;
  private int names;

  private record Way(int port, Events events) {}

  @Override
  public Carrier carrier() {
    return Carrier.LOCALTUNNEL;
  }

  @Override
  public HeaderTrust trust() {
    return HeaderTrust.NONE;
  }

  @Override
  public int port() {
    return 0;
  }

  @Override
  public synchronized Passage open(int port, Optional<Endpoint> before, Events events) {
    if (!reachable) {
      events.closed(new Fault(Fault.Kind.UNREACHABLE, "the carrier is down"));
      return () -> {};
    }
    Endpoint address =
        before
            .filter(wish -> !ways.containsKey(wish))
            .orElseGet(() -> new Endpoint("t" + ++names + ".tunnel.test", 443));
    Way way = new Way(port, events);
    ways.put(address, way);
    events.opened(address);
    return () -> forget(address, way);
  }

  private synchronized void forget(Endpoint address, Way way) {
    ways.remove(address, way);
  }

  /** The carrier can be reached from now on, or not; in that case all that is open drops. */
  public synchronized void reachable(boolean now) {
    reachable = now;
    Map<Endpoint, Way> dropped = now ? Map.of() : Map.copyOf(ways);
    dropped.forEach(ways::remove);
    dropped.values().forEach(way -> way.events().closed(new Fault(Fault.Kind.ENDED, "dropped")));
  }

  /** The port that an address leads to. */
  public synchronized OptionalInt leadsTo(Endpoint address) {
    Way way = ways.get(address);
    return way == null ? OptionalInt.empty() : OptionalInt.of(way.port());
  }
}
