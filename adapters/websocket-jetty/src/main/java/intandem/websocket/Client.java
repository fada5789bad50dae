package intandem.websocket;

import intandem.domain.id.Endpoint;
import intandem.domain.port.TransportException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.websocket.core.client.CoreClientUpgradeRequest;
import org.eclipse.jetty.websocket.core.client.WebSocketCoreClient;

/** Dials hubs. */
final class Client implements AutoCloseable {
  /** Keeps a localtunnel server from answering with a page for people. */
  private static final String NO_REMINDER = "bypass-tunnel-reminder";

  private final Engine engine;
  private final Links links = new Links();
  private final WebSocketCoreClient client;

  private final Optional<WebProxy> proxy;

  private Client(Engine engine, HttpClient http, Optional<WebProxy> proxy) {
    this.engine = engine;
    this.proxy = proxy;
    client = new WebSocketCoreClient(http, engine.components());
    Engine.start(client);
  }

  /** For this machine only. Without TLS, which takes most of the time a client takes to start. */
  static Client plain(Engine engine) {
    return new Client(engine, http(engine, new NoTls()), Optional.empty());
  }

  /**
   * Through the proxy of the environment, if it names one; with the name checked against the
   * certificate.
   *
   * @throws TransportException if the certificates that the environment names cannot be read
   */
  static Client secure(Engine engine, Map<String, String> environment) {
    SslContextFactory.Client tls = new SslContextFactory.Client();
    try {
      Certificates.of(environment).ifPresent(tls::setTrustStore);
    } catch (Certificates.Unreadable e) {
      throw new TransportException("no other machine is reached", e);
    }
    HttpClient http = http(engine, tls);
    Optional<WebProxy> proxy = WebProxy.of(environment);
    proxy.ifPresent(one -> one.apply(http));
    return new Client(engine, http, proxy);
  }

  /** Waits until the link is up or cannot be. */
  void dial(Endpoint endpoint, Deliveries deliveries) {
    var link = new WebSocketLink(engine, links, () -> deliveries);
    var request = CoreClientUpgradeRequest.from(client, uri(endpoint), link);
    request.setSubProtocols(Limits.SUBPROTOCOL);
    if (!endpoint.loopback()) {
      request.headers(headers -> headers.put(NO_REMINDER, "1"));
    }
    request.timeout(engine.timeouts().outcome().toMillis(), TimeUnit.MILLISECONDS);
    try {
      client.connect(request).join();
    } catch (IOException | CompletionException | IllegalStateException e) {
      boolean byProxy = proxy.filter(one -> one.covers(endpoint.host())).isPresent();
      deliveries.closed(byProxy ? Endings.byProxy(e) : Endings.of(e));
    }
  }

  @Override
  public void close() {
    links.close();
    Engine.stop(client);
  }

  private static HttpClient http(Engine engine, SslContextFactory.Client tls) {
    var connector = new ClientConnector();
    connector.setSelectors(1);
    connector.setSslContextFactory(tls);
    var http = new HttpClient(new HttpClientTransportOverHTTP(connector));
    http.setExecutor(engine.pool());
    http.setScheduler(engine.scheduler());
    http.setByteBufferPool(engine.buffers());
    http.setConnectTimeout(engine.timeouts().connect().toMillis());
    http.setAddressResolutionTimeout(engine.timeouts().connect().toMillis());
    http.setFollowRedirects(false);
    http.setHttpCookieStore(new HttpCookieStore.Empty());
    http.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "intandem"));
    return http;
  }

  private static URI uri(Endpoint endpoint) {
    String scheme = endpoint.loopback() ? "ws" : "wss";
    try {
      return new URI(scheme, null, endpoint.host(), endpoint.port(), Limits.PATH, null, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not an address: " + endpoint, e);
    }
  }

  private static final class NoTls extends SslContextFactory.Client {
    @Override
    protected void doStart() {}
  }
}
