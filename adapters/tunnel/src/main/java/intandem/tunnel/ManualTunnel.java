package intandem.tunnel;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel;
import java.util.Optional;

/**
 * What the user runs: a reverse proxy, a private network, a tunnel of another make. It is taken to
 * be there; whether it is, a probe finds out.
 *
 * @param address where others reach it
 * @param port of 127.0.0.1, to which it leads
 * @param trust which header it sets itself
 */
public record ManualTunnel(Endpoint address, int port, HeaderTrust trust) implements Tunnel {
  @Override
  public Carrier carrier() {
    return Carrier.MANUAL;
  }

  @Override
  public Passage open(int actual, Optional<Endpoint> before, Events events) {
    if (actual == port) {
      events.opened(address);
    } else {
      String taken = "port " + port + " of 127.0.0.1 is taken";
      events.closed(new Fault(Fault.Kind.NOT_HERE, taken));
    }
    return () -> {};
  }
}
