package intandem.domain.reach;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel.Carrier;
import intandem.domain.port.Tunnel.Fault;
import java.util.Optional;

/** From where a hub can be reached. */
public sealed interface Reach {
  /** From this machine only, as the user wants it. */
  record Local() implements Reach {}

  /** From this machine only, as the user's setting was not understood. */
  record Misset(String setting) implements Reach {}

  /** A tunnel is being opened. */
  record Opening(Carrier carrier) implements Reach {}

  /** From anywhere, at that address; {@code proven} once this hub reached itself there. */
  record Open(Carrier carrier, Endpoint address, boolean proven) implements Reach {}

  /** The tunnel is down, and opened again as soon as that works. */
  record Down(Carrier carrier, Fault fault) implements Reach {}

  /** The address for other machines, if there is one. */
  default Optional<Endpoint> outside() {
    return this instanceof Open open ? Optional.of(open.address()) : Optional.empty();
  }
}
