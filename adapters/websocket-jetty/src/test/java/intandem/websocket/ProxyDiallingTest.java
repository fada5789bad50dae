package intandem.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.contract.RecordedLink;
import intandem.contract.TestCertificate;
import intandem.domain.id.Endpoint;
import intandem.domain.port.Link.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A network whose only way out is a proxy, and whose proxy may open TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProxyDiallingTest {
  private static final String OK = "HTTP/1.1 200 Connection established\r\n\r\n";
  private static final Endpoint HUB = new Endpoint("hub.test", 443);

  private String pem = "";
  private TestCertificate certificate = new TestCertificate(Path.of(""));
  private Optional<CannedServer> started = Optional.empty();

  @BeforeAll
  void make(@TempDir Path directory) throws Exception {
    certificate = TestCertificate.make(directory);
    pem = certificate.pem().toString();
  }

  @BeforeEach
  void start() throws IOException, GeneralSecurityException {
    started =
        Optional.of(
            new CannedServer(
                certificate.serverSockets(),
                request ->
                    CannedServer.switching(request, "Sec-WebSocket-Protocol: intandem.v1\r\n")));
  }

  private CannedServer hub() {
    return started.orElseThrow();
  }

  @AfterEach
  void stop() throws IOException {
    hub().close();
  }

  private static RecordedLink dial(WebSocketNetwork network, Endpoint where) {
    var events = new RecordedLink(() -> {});
    network.dial(where, events);
    return events;
  }

  private static WebSocketNetwork network(Map<String, String> environment) {
    return new WebSocketNetwork(Timeouts.standard(), environment);
  }

  @Test
  void another_host_is_reached_through_the_proxy() throws IOException {
    try (var proxy = new ConnectProxy(OK, hub().port());
        var network =
            network(Map.of("HTTPS_PROXY", "http://" + proxy.address(), "INTANDEM_CA_CERTS", pem))) {
      dial(network, HUB).awaitOpened();
      String request = proxy.requests().getFirst();
      assertTrue(request.startsWith("CONNECT hub.test:443 HTTP/1.1\r\n"), request);
    }
  }

  @Test
  void the_proxy_is_told_name_and_password() throws IOException {
    try (var proxy = new ConnectProxy(OK, hub().port());
        var network =
            network(
                Map.of(
                    "https_proxy",
                    "http://ada:s%40fe@" + proxy.address(),
                    "NODE_EXTRA_CA_CERTS",
                    pem))) {
      dial(network, HUB).awaitOpened();
      String request = proxy.requests().getFirst();
      assertTrue(request.contains("Proxy-Authorization: Basic YWRhOnNAZmU="), request);
    }
  }

  @ParameterizedTest
  @CsvSource({"407,Proxy Authentication Required", "403,Forbidden", "502,Bad Gateway"})
  void a_proxy_that_refuses_is_told_apart(int status, String reason) throws IOException {
    String answer = "HTTP/1.1 " + status + " " + reason + "\r\nContent-Length: 0\r\n\r\n";
    try (var proxy = new ConnectProxy(answer, hub().port());
        var network = network(Map.of("HTTPS_PROXY", proxy.address()))) {
      assertEquals(Ending.PROXY_REFUSED, dial(network, HUB).awaitClosed());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:1", "proxy.invalid:3128"})
  void a_proxy_that_is_not_there_is_told_apart_from_a_hub_that_is_not(String proxy) {
    try (var network = network(Map.of("HTTPS_PROXY", proxy, "INTANDEM_CA_CERTS", pem))) {
      assertEquals(Ending.NO_PROXY, dial(network, HUB).awaitClosed());
    }
  }

  @Test
  void an_excepted_host_is_reached_without_it() throws IOException {
    try (var proxy = new ConnectProxy(OK, hub().port());
        var network =
            network(
                Map.of(
                    "HTTPS_PROXY",
                    proxy.address(),
                    "NO_PROXY",
                    "other.test, .test",
                    "INTANDEM_CA_CERTS",
                    pem))) {
      dial(network, new Endpoint("hub.test", hub().port())).awaitOpened();
      assertEquals(List.of(), proxy.requests());
    }
  }

  @Test
  void this_machine_is_reached_without_it() throws IOException {
    try (var plain = CannedServer.answering("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        var proxy = new ConnectProxy(OK, hub().port());
        var network = network(Map.of("HTTPS_PROXY", proxy.address()))) {
      dial(network, new Endpoint("127.0.0.1", plain.port())).awaitClosed();
      assertEquals(List.of(), proxy.requests());
      assertEquals(1, plain.requests().size());
    }
  }

  @Test
  void certificates_that_cannot_be_read_trust_nobody(@TempDir Path directory) throws IOException {
    Path none = Files.writeString(directory.resolve("none.pem"), "nothing");
    for (String named : List.of(none.toString(), directory + "/missing", "\0")) {
      try (var network = network(Map.of("INTANDEM_CA_CERTS", named))) {
        var where = new Endpoint("hub.test", hub().port());
        assertEquals(Ending.NO_CERTIFICATES, dial(network, where).awaitClosed());
      }
    }
  }

  @Test
  void extra_certificates_do_not_make_another_name_trusted() throws IOException {
    try (var network = network(Map.of("INTANDEM_CA_CERTS", pem))) {
      var where = new Endpoint("other.test", hub().port());
      assertEquals(Ending.UNTRUSTED, dial(network, where).awaitClosed());
    }
  }
}
