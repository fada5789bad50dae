package intandem.tunnel;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel.Events;
import intandem.domain.port.Tunnel.Fault;
import intandem.domain.port.Tunnel.Passage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;

/**
 * Connections held open for a localtunnel server. Into each it writes the bytes of one caller; they
 * are passed on as they are, so it does not matter where a read ends.
 */
final class LocaltunnelPassage implements Passage {
  private static final System.Logger LOG = System.getLogger(LocaltunnelPassage.class.getName());
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
  private static final int CONNECT_MILLIS = 8_000;
  private static final long PAUSE_MILLIS = 200;
  private static final int MOST_HANG_UPS = 5;

  private final URI server;
  private final int port;
  private final Events events;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private boolean opened;
  private volatile boolean over;

  LocaltunnelPassage(URI server, int port, Events events) {
    this.server = server;
    this.port = port;
    this.events = events;
  }

  /** Registers, then holds connections open until the server is gone. */
  void run(Optional<Endpoint> before) {
    try {
      Grant grant = Registration.ask(server, before);
      InetSocketAddress address = new InetSocketAddress(host(grant), grant.port());
      for (int i = 0; i < grant.connections(); i++) {
        Thread.ofVirtual().name("intandem-tunnel").start(() -> hold(address, grant.address()));
      }
    } catch (SSLException e) {
      end(Fault.Kind.NOT_TRUSTED, e);
    } catch (IOException | IllegalArgumentException e) {
      end(Fault.Kind.UNREACHABLE, e);
    }
  }

  /** A server may name another address, but none inside this user's networks. */
  private String host(Grant grant) throws IOException {
    String asked = server.getHost();
    if (grant.host().isEmpty() || grant.host().equals(asked)) {
      return asked;
    }
    InetAddress named = InetAddress.ofLiteral(grant.host());
    if (named.isLoopbackAddress()
        || named.isAnyLocalAddress()
        || named.isLinkLocalAddress()
        || named.isSiteLocalAddress()) {
      throw new IOException("the server named an address of a private network");
    }
    return grant.host();
  }

  private void hold(InetSocketAddress address, Endpoint published) {
    int hangUps = 0;
    try {
      while (!over && hangUps < MOST_HANG_UPS) {
        hangUps = carry(address, published) ? 0 : hangUps + 1;
        if (hangUps > 0) {
          Thread.sleep(PAUSE_MILLIS);
        }
      }
      end(Fault.Kind.REFUSED, new IOException("the server hung up again and again"));
    } catch (IOException e) {
      end(Fault.Kind.ENDED, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether a caller came; false if the server closed the connection without one. */
  private boolean carry(InetSocketAddress address, Endpoint published) throws IOException {
    try (Socket far = keep(new Socket())) {
      far.connect(address, CONNECT_MILLIS);
      far.setKeepAlive(true);
      open(published);
      int first = firstByte(far);
      if (first < 0) {
        return false;
      }
      try (Socket near = keep(new Socket())) {
        near.connect(new InetSocketAddress(HERE, port), CONNECT_MILLIS);
        near.getOutputStream().write(first);
        Pipe.between(far, near);
      } finally {
        sockets.removeIf(Socket::isClosed);
      }
      return true;
    } finally {
      sockets.removeIf(Socket::isClosed);
    }
  }

  /** A connection that breaks while it waits was closed, too. */
  private static int firstByte(Socket far) {
    try {
      return far.getInputStream().read();
    } catch (IOException e) {
      return -1;
    }
  }

  private Socket keep(Socket socket) throws IOException {
    sockets.add(socket);
    if (over) {
      socket.close();
    }
    return socket;
  }

  private synchronized void open(Endpoint published) {
    if (!opened && !over) {
      opened = true;
      events.opened(published);
    }
  }

  private synchronized void end(Fault.Kind kind, Exception why) {
    if (!over) {
      close();
      events.closed(new Fault(kind, String.valueOf(why.getMessage())));
    }
  }

  @Override
  public synchronized void close() {
    over = true;
    sockets.forEach(LocaltunnelPassage::close);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a connection was broken already", e);
    }
  }
}
