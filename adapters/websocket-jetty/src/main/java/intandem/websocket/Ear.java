package intandem.websocket;

import intandem.domain.port.Acceptor.Arrivals;
import intandem.domain.port.Acceptor.Listening;
import intandem.domain.port.TransportException;
import java.io.IOException;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;

/** One listening port of 127.0.0.1. */
final class Ear implements Listening {
  private final Engine engine;
  private final Executor workers;
  private final Callers callers;
  private final Arrivals arrivals;
  private final Links links = new Links();
  private final Server server;
  private final ServerConnector connector;

  Ear(Engine engine, Executor workers, ListenerRules rules, Arrivals arrivals) {
    this.engine = engine;
    this.workers = workers;
    this.callers = rules.callers();
    this.arrivals = arrivals;
    server = new Server(engine.pool(), engine.scheduler(), engine.buffers());
    connector = new ServerConnector(server, 0, 1, new HttpConnectionFactory(silent()));
    connector.setHost("127.0.0.1");
    connector.setAcceptQueueSize(rules.sockets());
    connector.setIdleTimeout(engine.timeouts().handshake().toMillis());
    connector.addEventListener(new SocketLimit(engine, rules.sockets(), links));
    server.addConnector(connector);
    var upgrades = new WebSocketMappings(engine.components());
    server.setHandler(new Doorkeeper(rules, upgrades, this::welcome));
    server.setErrorHandler(Ear::emptyAnswer);
  }

  void open(int port) {
    try {
      bind(port);
      Engine.start(server);
    } catch (IOException e) {
      throw new TransportException("could not bind a port of 127.0.0.1", e);
    } catch (TransportException e) {
      connector.close();
      throw e;
    }
  }

  boolean closed() {
    return server.isStopped();
  }

  @Override
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    connector.close();
    links.close();
    Engine.stop(server);
  }

  private void bind(int port) throws IOException {
    try {
      connector.setPort(port);
      connector.open();
    } catch (IOException taken) {
      connector.setPort(0);
      connector.open();
    }
  }

  private FrameHandler welcome(
      ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
    response.setAcceptedSubProtocol(Limits.SUBPROTOCOL);
    String address = callers.of(request.getHeaders(), Request.getRemoteAddr(request));
    return new WebSocketLink(
        engine, links, () -> new Deliveries(arrivals.arrived(address), workers));
  }

  private static HttpConfiguration silent() {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setSendXPoweredBy(false);
    return http;
  }

  private static boolean emptyAnswer(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    callback.succeeded();
    return true;
  }
}
