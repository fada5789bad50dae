import org.jspecify.annotations.NullMarked;

/** Links between processes over WebSocket, both ends. */
@NullMarked
module intandem.websocket {
  requires static org.jspecify;
  requires transitive intandem.domain;
  requires org.eclipse.jetty.websocket.core.client;
  requires org.eclipse.jetty.websocket.core.server;

  exports intandem.websocket;
}
