package intandem.websocket;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Acceptor;
import intandem.domain.port.Dialer;
import intandem.domain.port.Link;
import intandem.domain.port.TransportException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/**
 * Links over WebSocket (RFC 6455), served on loopback and dialled anywhere. One per process: all
 * its listeners and links share a few daemon threads, which the first use starts.
 */
public final class WebSocketNetwork implements Dialer, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(WebSocketNetwork.class.getName());

  private final Executor workers = workers();
  private final Lazy<Engine> engine;
  private final Lazy<Client> plain;
  private final Lazy<Client> secure;
  private final Set<Ear> ears = ConcurrentHashMap.newKeySet();

  /** Dials without a proxy. Starts nothing yet. */
  public WebSocketNetwork(Timeouts timeouts) {
    this(timeouts, Map.of());
  }

  /**
   * Starts nothing yet.
   *
   * @param environment names a proxy ({@code HTTPS_PROXY}, {@code NO_PROXY}) and certificates to
   *     trust ({@code INTANDEM_CA_CERTS}, {@code NODE_EXTRA_CA_CERTS}); neither counts on loopback
   */
  public WebSocketNetwork(Timeouts timeouts, Map<String, String> environment) {
    engine = new Lazy<>(() -> new Engine(timeouts, workers));
    plain = new Lazy<>(() -> Client.plain(engine()));
    secure = new Lazy<>(() -> Client.secure(engine(), environment));
  }

  /** Listens on 127.0.0.1 for those the rules admit. */
  public Acceptor acceptor(ListenerRules rules) {
    return (port, arrivals) -> {
      var ear = new Ear(engine(), workers, rules, arrivals);
      ear.open(port);
      ears.removeIf(Ear::closed);
      ears.add(ear);
      return ear;
    };
  }

  /** Speaks plain WebSocket to this machine and TLS to every other. */
  @Override
  public void dial(Endpoint endpoint, Link.Events events) {
    var deliveries = new Deliveries(events, workers);
    workers.execute(() -> dial(endpoint, deliveries));
  }

  /** Ends every link and listener, and all threads; nothing can be opened any more. */
  @Override
  public void close() {
    ears.forEach(Ear::close);
    plain.close().ifPresent(Client::close);
    secure.close().ifPresent(Client::close);
    engine.close().ifPresent(Engine::close);
  }

  private void dial(Endpoint endpoint, Deliveries deliveries) {
    try {
      (endpoint.loopback() ? plain : secure)
          .get()
          .ifPresentOrElse(
              ready -> ready.dial(endpoint, deliveries),
              () -> deliveries.closed(Link.Ending.CLOSED));
    } catch (TransportException e) {
      LOG.log(System.Logger.Level.WARNING, e.getMessage() + ": " + e.getCause());
      deliveries.closed(Endings.of(e));
    }
  }

  private Engine engine() {
    return engine.get().orElseThrow(() -> new IllegalStateException("the network is closed"));
  }

  private static Executor workers() {
    ThreadFactory threads = Thread.ofVirtual().name("intandem-link").factory();
    return task -> threads.newThread(task).start();
  }
}
