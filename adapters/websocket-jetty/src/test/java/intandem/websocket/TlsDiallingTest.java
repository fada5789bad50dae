package intandem.websocket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.contract.RecordedLink;
import intandem.contract.TestCertificate;
import intandem.domain.id.Endpoint;
import intandem.domain.port.Link.Ending;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
  void whatever_speaks_no_tls_is_no_hub() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var network = new WebSocketNetwork(Timeouts.standard())) {
      Thread.ofVirtual().start(() -> speak(server));
      assertEquals(
          Ending.NOT_A_HUB, dial(network, "hub.test", server.getLocalPort()).awaitClosed());
    }
  }

  /** Answers what it hears in plain text, and listens until the other end has had enough. */
  private static void speak(ServerSocket server) {
    try (var socket = server.accept()) {
      socket.getInputStream().readNBytes(1);
      socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CannedServer hub() throws IOException, GeneralSecurityException {
    return new CannedServer(
        certificate.serverSockets(),
        request -> CannedServer.switching(request, "Sec-WebSocket-Protocol: intandem.v1\r\n"));
  }

  private static RecordedLink dial(WebSocketNetwork network, String host, int port) {
    var events = new RecordedLink(() -> {});
    network.dial(new Endpoint(host, port), events);
    return events;
  }
}
