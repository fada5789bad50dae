package intandem.memory;

import intandem.domain.port.Acceptor;
import java.util.ArrayList;
import java.util.List;

/** A port of a host, open. */
final class MemoryEar implements Acceptor.Listening {
  private final MemoryNetwork network;
  private final MemoryProcess owner;
  private final Acceptor.Arrivals arrivals;
  private final List<MemoryLink> links = new ArrayList<>();
  private final int port;

  MemoryEar(MemoryNetwork network, MemoryProcess owner, int wish, Acceptor.Arrivals arrivals) {
    this.network = network;
    this.owner = owner;
    this.arrivals = arrivals;
    port = network.bind(owner.host(), wish, this);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void close() {
    network.unbind(this);
    taken().forEach(MemoryLink::close);
  }

  MemoryProcess owner() {
    return owner;
  }

  /** Makes the other end of a link that arrives here. */
  void answer(MemoryLink caller) {
    String from = caller.wire().from();
    String address = from.equals(owner.host()) ? "127.0.0.1" : from;
    var back = new Courier.Wire(owner.host(), from, caller.wire().link());
    var link = new MemoryLink(network, owner, back, arrivals.arrived(address));
    link.join(caller);
    caller.join(link);
    synchronized (this) {
      links.add(link);
    }
    network.carry(back, "", caller::open);
    link.open();
  }

  private synchronized List<MemoryLink> taken() {
    return List.copyOf(links);
  }
}
