package intandem.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import intandem.contract.RecordedLink;
import intandem.domain.id.Endpoint;
import intandem.domain.port.Link.Ending;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Locale;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DiallingTest {
  private static final String OURS = "Sec-WebSocket-Protocol: intandem.v1\r\n";

  private final WebSocketNetwork network = new WebSocketNetwork(Timeouts.standard());

  @AfterEach
  void close() {
    network.close();
  }

  @Test
  void the_request_is_what_the_doorkeeper_wants_and_no_more() throws IOException {
    try (var server = switching(OURS)) {
      dial(server.port()).awaitOpened();
      String request = server.requests().getFirst();
      assertTrue(request.startsWith("GET /v1/ws HTTP/1.1\r\n"), request);
      assertTrue(request.contains("\r\nHost: 127.0.0.1:" + server.port() + "\r\n"), request);
      assertTrue(request.contains("\r\n" + OURS), request);
      assertNone("origin|cookie|sec-websocket-extensions|jetty|referer|authorization", request);
    }
  }

  @Test
  void cookies_are_not_kept() throws IOException {
    try (var server = switching("Set-Cookie: a=b\r\n" + OURS)) {
      dial(server.port()).awaitOpened();
      dial(server.port()).awaitOpened();
      assertNone("cookie", server.requests().getLast());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\r\n\r\n"
      })
  void every_other_answer_comes_from_something_that_is_no_hub(String answer) throws IOException {
    try (var server = answering(answer)) {
      assertEquals(Ending.NOT_A_HUB, dial(server.port()).awaitClosed());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Sec-WebSocket-Protocol: other\r\n",
        "Sec-WebSocket-Extensions: permessage-deflate\r\n" + OURS
      })
  void a_websocket_that_did_not_agree_to_ours_is_no_hub(String lines) throws IOException {
    try (var server = switching(lines)) {
      assertEquals(Ending.NOT_A_HUB, dial(server.port()).awaitClosed());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 502, 503, 504, 522, 530})
  void a_tunnel_that_has_lost_its_hub_is_told_apart(int status) throws IOException {
    try (var server = answering("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n")) {
      assertEquals(Ending.NOBODY_BEHIND, dial(server.port()).awaitClosed());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"200 OK", "302 Found", "511 Network Authentication Required"})
  void a_page_for_people_is_told_apart(String status) throws IOException {
    String page =
        "HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nhi";
    try (var server = answering(page)) {
      assertEquals(Ending.WEB_PAGE, dial(server.port()).awaitClosed());
    }
  }

  @Test
  void a_handshake_that_is_not_answered_for_our_key_is_no_hub() throws IOException {
    String stale = CannedServer.switching("Sec-WebSocket-Key: stale", OURS);
    try (var server = answering(stale)) {
      assertEquals(Ending.NOT_A_HUB, dial(server.port()).awaitClosed());
    }
  }

  @Test
  void redirects_are_not_followed() throws IOException {
    try (var target = switching(OURS);
        var server =
            answering(
                "HTTP/1.1 307 Temporary Redirect\r\nContent-Length: 0\r\nLocation: ws://127.0.0.1:"
                    + target.port()
                    + "/v1/ws\r\n\r\n")) {
      assertEquals(Ending.WEB_PAGE, dial(server.port()).awaitClosed());
      assertEquals(0, target.requests().size());
    }
  }

  @Test
  void whoever_hangs_up_without_an_answer_is_unreachable() throws IOException {
    try (var server = answering("")) {
      assertEquals(Ending.UNREACHABLE, dial(server.port()).awaitClosed());
    }
  }

  @Test
  void whoever_does_not_answer_in_time_is_unreachable() throws IOException {
    Duration second = Duration.ofSeconds(1);
    var timeouts = new Timeouts(second, second, second, second, second);
    try (var hasty = new WebSocketNetwork(timeouts);
        var silent = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      var events = new RecordedLink(() -> {});
      hasty.dial(new Endpoint("127.0.0.1", silent.getLocalPort()), events);
      assertEquals(Ending.UNREACHABLE, events.awaitClosed());
    }
  }

  @Test
  void a_call_that_is_not_answered_yet_ends_with_the_network() throws IOException {
    try (var silent = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      RecordedLink events = dial(silent.getLocalPort());
      silent.accept();
      network.close();
      events.awaitClosed();
    }
  }

  @Test
  void a_name_that_does_not_exist_is_unknown() {
    assertEquals(Ending.UNKNOWN_HOST, dial("nobody.test", 443).awaitClosed());
  }

  @Test
  void localhost_is_dialled_like_its_address() throws IOException {
    try (var server = switching(OURS)) {
      dial("localhost", server.port()).awaitOpened();
    }
  }

  @Test
  void an_address_of_ipv6_is_dialled_and_named_in_brackets() throws IOException {
    InetAddress loopback = InetAddress.ofLiteral("::1");
    assumeTrue(NetworkInterface.getByInetAddress(loopback) != null, "this machine has no IPv6");
    try (var server =
        new CannedServer(
            ServerSocketFactory.getDefault(),
            loopback,
            request -> CannedServer.switching(request, OURS))) {
      Endpoint typed = Endpoint.parse("[::1]:" + server.port()).orElseThrow();
      dial(typed.host(), typed.port()).awaitOpened();
      String request = server.requests().getFirst();
      assertTrue(request.contains("\r\nHost: [::1]:" + server.port() + "\r\n"), request);
    }
  }

  private static CannedServer answering(String answer) throws IOException {
    return CannedServer.answering(answer);
  }

  private static CannedServer switching(String lines) throws IOException {
    return new CannedServer(
        ServerSocketFactory.getDefault(), request -> CannedServer.switching(request, lines));
  }

  private RecordedLink dial(int port) {
    return dial("127.0.0.1", port);
  }

  private RecordedLink dial(String host, int port) {
    var events = new RecordedLink(() -> {});
    network.dial(new Endpoint(host, port), events);
    return events;
  }

  private static void assertNone(String words, String text) {
    assertFalse(text.toLowerCase(Locale.ROOT).matches("(?s).*(" + words + ").*"), text);
  }
}
