package intandem.tunnel;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel;
import java.net.URI;
import java.util.Optional;

/**
 * A client of the localtunnel protocol. The least that one can trust: the leg to the server has no
 * TLS, and any stranger who connects to the port it names is given the next caller.
 */
public final class LocaltunnelTunnel implements Tunnel {
  /** The server that there is if the user names none. */
  public static final String PUBLIC_SERVER = "https://localtunnel.me";

  private final URI server;

  /** Asks that server: {@code https://host[:port]}, or {@code http} on this machine. */
  public LocaltunnelTunnel(URI server) {
    this.server = server;
  }

  /** Reads {@code [scheme://]host[:port]}. */
  public static Optional<URI> server(String text) {
    String[] parts = text.strip().split("://", 2);
    String scheme = parts.length == 2 ? parts[0] : "https";
    return Endpoint.parse(parts[parts.length - 1])
        .filter(host -> scheme.equals("https") || (scheme.equals("http") && host.loopback()))
        .map(host -> URI.create(scheme + "://" + host));
  }

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
  public Passage open(int port, Optional<Endpoint> before, Events events) {
    LocaltunnelPassage passage = new LocaltunnelPassage(server, port, events);
    Thread.ofVirtual().name("intandem-tunnel").start(() -> passage.run(before));
    return passage;
  }
}
