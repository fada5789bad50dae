package intandem.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.contract.RecordedPassage;
import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel;
import intandem.domain.port.Tunnel.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tunnels through a server that speaks the localtunnel protocol. */
final class LocaltunnelTunnelTest extends CarriedSuite {
  private final RecordedPassage events = new RecordedPassage();
  private LocaltunnelServer server = server(0);

  private static LocaltunnelServer server(int port) {
    try {
      return new LocaltunnelServer(port);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void stopServer() throws Exception {
    server.kill();
  }

  @Override
  protected Tunnel tunnel() {
    return new LocaltunnelTunnel(server.address());
  }

  @Override
  protected void carrierGoes() throws Exception {
    server.kill();
  }

  @Override
  protected void carrierReturns() {
    server = server(server.port());
  }

  @Override
  protected boolean keepsAddresses() {
    return false;
  }

  private Tunnel.Passage open(Optional<Endpoint> before) {
    return tunnel().open(port(), before, events);
  }

  @Test
  void a_head_that_comes_in_many_pieces_arrives_as_it_was() throws Exception {
    server.writeBytewise();
    try (var _ = open(Optional.empty())) {
      Endpoint address = events.awaitOpened();
      try (Socket caller = new Socket(address.host(), address.port())) {
        Answerer.ask(caller, "quiet-river.lt.test");
        assertTrue(Answerer.head(caller.getInputStream()).startsWith("HTTP/1.1 200 OK"));
      }
      String asked = "GET /v1/ws HTTP/1.1\r\nHost: quiet-river.lt.test\r\n\r\n";
      assertEquals(List.of(asked), answerer().heads());
    }
  }

  @Test
  void more_callers_than_connections_are_served_one_after_the_other() throws Exception {
    try (var _ = open(Optional.empty())) {
      Endpoint address = events.awaitOpened();
      for (int i = 0; i < 10; i++) {
        assertTrue(leads(address, port()));
      }
    }
  }

  @Test
  void a_caller_that_stays_keeps_its_connection_and_others_have_theirs() throws Exception {
    try (var _ = open(Optional.empty())) {
      Endpoint address = events.awaitOpened();
      try (Socket stays = new Socket(address.host(), address.port())) {
        Answerer.ask(stays, "127.0.0.1");
        Answerer.head(stays.getInputStream());
        assertTrue(leads(address, port()));
        Answerer.say(stays, "still here");
        assertEquals('s', stays.getInputStream().read());
      }
    }
  }

  @Test
  void the_name_of_before_is_asked_for() throws Exception {
    try (var _ = open(Optional.of(new Endpoint("quiet-river.lt.test", 443)))) {
      events.awaitOpened();
      assertEquals(List.of("GET /quiet-river HTTP/1.1"), server.registrations());
    }
  }

  @Test
  void a_server_that_grants_no_port_is_said_to_be_of_no_use() throws Exception {
    try (ServerSocket web = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      Thread.ofVirtual().start(() -> greet(web));
      Tunnel tunnel = new LocaltunnelTunnel(URI.create("http://127.0.0.1:" + web.getLocalPort()));
      try (var _ = tunnel.open(port(), Optional.empty(), events)) {
        Fault fault = events.awaitClosed();
        assertEquals("the server answered, but granted no tunnel", fault.detail());
      }
    }
  }

  private static void greet(ServerSocket web) {
    try (Socket socket = web.accept()) {
      Answerer.head(socket.getInputStream());
      Answerer.say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n<html>Hi</html>");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
