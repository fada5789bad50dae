package intandem.memory;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Acceptor;
import intandem.domain.port.Dialer;
import intandem.domain.port.Link;

/** The network as one process of a {@link MemoryNetwork} has it. */
public final class MemoryProcess implements Acceptor, Dialer {
  private final MemoryNetwork network;
  private final String host;

  MemoryProcess(MemoryNetwork network, String host) {
    this.network = network;
    this.host = host;
  }

  @Override
  public Listening listen(int port, Arrivals arrivals) {
    return new MemoryEar(network, this, port, arrivals);
  }

  @Override
  public void dial(Endpoint endpoint, Link.Events events) {
    String there = endpoint.loopback() ? host : endpoint.host();
    var wire = new Courier.Wire(host, there, network.number());
    var link = new MemoryLink(network, this, wire, events);
    var address = new MemoryNetwork.Address(there, endpoint.port());
    network.carry(
        wire,
        "",
        () ->
            network
                .ear(address)
                .ifPresentOrElse(ear -> ear.answer(link), () -> link.fail(network.missing(there))));
  }

  /** Dies without a word: hears nothing more, and the other ends find their links broken. */
  public void kill() {
    network.ears().stream().filter(ear -> ear.owner() == this).forEach(network::unbind);
    network.links().stream().filter(link -> link.owner() == this).forEach(MemoryLink::die);
  }

  String host() {
    return host;
  }
}
