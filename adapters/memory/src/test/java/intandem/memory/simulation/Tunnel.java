package intandem.memory.simulation;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel.Carrier;
import intandem.domain.port.Tunnel.Fault;
import intandem.domain.reach.Reach;
import intandem.domain.session.boundary.SessionInput;
import java.util.Optional;

/**
 * A peer's way from other machines: another address each time it opens. None until it is allowed.
 */
final class Tunnel {
  private static final int PORT = 443;

  private final Peer peer;
  private Optional<Endpoint> address = Optional.empty();
  private boolean allowed;
  private int names;

  Tunnel(Peer peer) {
    this.peer = peer;
  }

  Optional<Endpoint> address() {
    return address;
  }

  /** Its user lets it have one; a hub opens it at once. */
  void allow() {
    allowed = true;
    if (peer.hub().isPresent()) {
      open();
    }
  }

  void open() {
    if (allowed && address.isEmpty()) {
      Endpoint opened = new Endpoint("w" + ++names + ".peer" + peer.number + ".test", PORT);
      address = Optional.of(opened);
      tell(new Reach.Open(Carrier.CLOUDFLARED, opened, true));
    }
  }

  void close() {
    address = Optional.empty();
  }

  /** It breaks: links through it have to be cut besides. */
  void drop() {
    close();
    tell(new Reach.Down(Carrier.CLOUDFLARED, new Fault(Fault.Kind.ENDED, "gone")));
  }

  private void tell(Reach reach) {
    peer.session().ifPresent(loop -> loop.input(new SessionInput.Reached(reach)));
  }
}
