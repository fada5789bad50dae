package intandem.tunnel;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel.Fault;
import java.util.Optional;

/** Understands what a carrier's program prints. Made anew for each run. */
interface Reading {
  /** Takes a line; answers the address as soon as the tunnel is open, and from then on. */
  Optional<Endpoint> line(String line);

  /** Why the program ended, by what it printed. */
  Fault ended();
}
