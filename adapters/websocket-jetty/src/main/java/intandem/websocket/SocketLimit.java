package intandem.websocket;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.websocket.core.WebSocketConnection;

/**
 * Keeps a listener's sockets few and their opening handshakes short. A newcomer to a full listener
 * takes the place of the oldest unfinished handshake, else it is closed. A link that is down keeps
 * its place until its last frame was taken, so that links opened anew do not add up in memory.
 */
final class SocketLimit implements Connection.Listener {
  private final Engine engine;
  private final int most;
  private final Links links;
  private final Set<EndPoint> sockets = new LinkedHashSet<>();

  SocketLimit(Engine engine, int most, Links links) {
    this.engine = engine;
    this.most = most;
    this.links = links;
  }

  @Override
  public void onOpened(Connection connection) {
    EndPoint socket = connection.getEndPoint();
    if (unfinished(socket)) {
      if (admit(socket)) {
        engine.after(engine.timeouts().handshake(), () -> closeUnfinished(socket));
      } else {
        socket.close();
      }
    }
  }

  private synchronized boolean admit(EndPoint newcomer) {
    sockets.removeIf(socket -> !socket.isOpen());
    int places = most - links.down();
    if (sockets.size() >= places) {
      Optional<EndPoint> oldest = sockets.stream().filter(SocketLimit::unfinished).findFirst();
      oldest.ifPresent(EndPoint::close);
      oldest.ifPresent(sockets::remove);
    }
    return sockets.size() < places && sockets.add(newcomer);
  }

  private static void closeUnfinished(EndPoint socket) {
    if (unfinished(socket)) {
      socket.close();
    }
  }

  private static boolean unfinished(EndPoint socket) {
    return !(socket.getConnection() instanceof WebSocketConnection);
  }
}
