package intandem.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.contract.RecordedLink;
import intandem.contract.TestCertificate;
import intandem.domain.id.Endpoint;
import intandem.domain.port.Link.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TlsDiallingTest {
  private TestCertificate certificate;

  @BeforeAll
  void make(@TempDir Path directory) throws IOException, InterruptedException {
    certificate = TestCertificate.make(directory);
  }

  @AfterEach
  void distrust() {
    TestCertificate.distrust();
  }

  @Test
  void another_host_is_dialled_over_tls() throws IOException, GeneralSecurityException {
    certificate.trust();
    try (var server = hub();
        var network = new WebSocketNetwork(Timeouts.standard())) {
      dial(network, "hub.test", server.port()).awaitOpened();
      assertTrue(server.requests().getFirst().contains("\r\nHost: hub.test:" + server.port()));
    }
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_untrusted()
      throws IOException, GeneralSecurityException {
    try (var server = hub();
        var network = new WebSocketNetwork(Timeouts.standard())) {
      assertEquals(Ending.UNTRUSTED, dial(network, "hub.test", server.port()).awaitClosed());
      assertEquals(0, server.requests().size());
    }
  }

  @Test
  void a_certificate_for_another_name_is_untrusted() throws IOException, GeneralSecurityException {
    certificate.trust();
    try (var server = hub();
        var network = new WebSocketNetwork(Timeouts.standard())) {
      assertEquals(Ending.UNTRUSTED, dial(network, "other.test", server.port()).awaitClosed());
      assertEquals(0, server.requests().size());
    }
  }

  @Test
  void whatever_speaks_no_tls_is_no_hub() {
    try (var network = new WebSocketNetwork(Timeouts.standard())) {
      var plain = network.acceptor(ListenerRules.local()).listen(0, address -> nobody());
      assertEquals(Ending.NOT_A_HUB, dial(network, "hub.test", plain.port()).awaitClosed());
    }
  }

  private CannedServer hub() throws IOException, GeneralSecurityException {
    return new CannedServer(
        certificate.serverSockets(),
        request -> CannedServer.switching(request, "Sec-WebSocket-Protocol: intandem.v1\r\n"));
  }

  private static RecordedLink nobody() {
    throw new AssertionError("someone arrived");
  }

  private static RecordedLink dial(WebSocketNetwork network, String host, int port) {
    var events = new RecordedLink(() -> {});
    network.dial(new Endpoint(host, port), events);
    return events;
  }
}
