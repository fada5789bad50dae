package intandem.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import intandem.contract.RecordedLink;
import intandem.domain.port.Acceptor;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OpeningHandshakeTest {
  private final WebSocketNetwork network = new WebSocketNetwork(Timeouts.standard());
  private final BlockingQueue<String> arrivals = new LinkedBlockingQueue<>();
  private int port;

  @BeforeAll
  void listen() {
    Acceptor acceptor = network.acceptor(ListenerRules.local());
    port = acceptor.listen(0, this::arrive).port();
  }

  @AfterAll
  void close() {
    network.close();
  }

  private RecordedLink arrive(String address) {
    arrivals.add(address);
    return new RecordedLink(() -> {});
  }

  @Test
  void a_proper_handshake_is_answered_as_rfc_6455_says() {
    String answer = accepted(Requests.good(port));
    assertTrue(answer.contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="), answer);
    assertTrue(answer.contains("Sec-WebSocket-Protocol: intandem.v1\r\n"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost",
        "localhost:65535",
        "LOCALHOST:80",
        "[::1]:8080"
      })
  void names_of_this_machine_are_served(String host) {
    accepted(Requests.with(port, "Host:", "Host: " + host));
  }

  @ParameterizedTest
  @ValueSource(strings = {"other, intandem.v1", "intandem.v1, other"})
  void our_subprotocol_may_be_offered_among_others(String offer) {
    String answer =
        accepted(
            Requests.with(port, "Sec-WebSocket-Protocol:", "Sec-WebSocket-Protocol: " + offer));
    assertTrue(answer.contains("Sec-WebSocket-Protocol: intandem.v1\r\n"), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"permessage-deflate", "permessage-deflate, @identity", "@fragment"})
  void no_extension_is_accepted(String offer) {
    String answer = accepted(Requests.and(port, "Sec-WebSocket-Extensions: " + offer));
    assertFalse(answer.toLowerCase(Locale.ROOT).contains("extensions"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://127.0.0.1",
        "Origin: null",
        "origin: https://evil.test",
        "Cookie: a=b",
        "Sec-Fetch-Mode: websocket",
        "sec-fetch-site: cross-site",
        "Sec-Fetch-Dest: empty"
      })
  void what_only_browsers_send_is_forbidden(String header) {
    assertRefused("403", Requests.and(port, header));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.test",
        "evil.test:80",
        "localhost.evil.test",
        "127.0.0.1.evil.test",
        "127.0.0.2",
        "[::2]",
        "0.0.0.0"
      })
  void a_foreign_host_name_is_forbidden(String host) {
    assertRefused("403", Requests.with(port, "Host:", "Host: " + host));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Host: 127.0.0.1 | Host: 127.0.0.1",
        "Host: 127.0.0.1 | Host: evil.test",
        "Host: evil.test | Host: 127.0.0.1"
      })
  void two_host_headers_are_a_bad_request(String one, String other) {
    assertRefused("400", Requests.with(port, "Host:", one + "\r\n" + other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Host:", "Host: a b", "Host: 127.0.0.1:999999", "Host: @"})
  void no_proper_host_is_not_served(String line) {
    assertRefused("40[03]", Requests.with(port, "Host:", line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1",
        "/v1/ws/",
        "/v1/ws?a=b",
        "/v1/ws;a=b",
        "/v1/%77s",
        "/V1/WS",
        "/v1/./ws",
        "/v1/x/../ws",
        "/v1/ws/x",
        "/favicon.ico"
      })
  void every_other_path_is_not_found(String path) {
    assertRefused("404", Requests.with(port, "GET", "GET " + path + " HTTP/1.1"));
  }

  @Test
  void an_absolute_target_does_not_replace_the_host() {
    String line = "GET http://127.0.0.1/v1/ws HTTP/1.1\r\nHost: evil.test";
    String request = Requests.with(port, "Host:", "").replaceFirst("GET.*", line);
    assertRefused("40[03]", request);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Sec-WebSocket-Protocol: other", "Sec-WebSocket-Protocol: INTANDEM.v1"})
  void without_our_subprotocol_it_is_a_bad_request(String line) {
    assertRefused("400", Requests.with(port, "Sec-WebSocket-Protocol:", line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Upgrade: | ''",
        "Upgrade: | Upgrade: h2c",
        "Sec-WebSocket-Version: | ''",
        "Sec-WebSocket-Version: | Sec-WebSocket-Version: 8",
        "GET | POST /v1/ws HTTP/1.1",
        "GET | PUT /v1/ws HTTP/1.1",
        "GET | OPTIONS /v1/ws HTTP/1.1"
      })
  void without_a_websocket_upgrade_it_says_that_one_is_required(String start, String line) {
    assertRefused("426", Requests.with(port, start, line));
  }

  @Test
  void an_upgrade_that_the_connection_does_not_name_is_a_bad_request() {
    assertRefused("400", Requests.with(port, "Connection:", "Connection: keep-alive"));
  }

  @Test
  void a_handshake_without_a_key_is_a_bad_request() {
    assertRefused("400", Requests.with(port, "Sec-WebSocket-Key:", ""));
  }

  @Test
  void what_is_no_http_is_answered_without_a_word_of_detail() {
    assertRefused("(400|505)", "what is this\r\n\r\n");
  }

  private String accepted(String request) {
    try (var peer = new RawPeer(port)) {
      String head = peer.ask(request);
      assertTrue(head.startsWith("HTTP/1.1 101 "), head);
      assertEquals("127.0.0.1", arrivals.poll(20, TimeUnit.SECONDS));
      return head;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail("interrupted");
    }
  }

  private void assertRefused(String status, String request) {
    try (var peer = new RawPeer(port)) {
      String head = peer.ask(request);
      assertTrue(head.matches("(?s)HTTP/1.1 " + status + " .*"), head);
      assertFalse(head.toLowerCase(Locale.ROOT).matches("(?s).*(jetty|server:).*"), head);
      assertEquals("", peer.rest());
      assertTrue(arrivals.isEmpty());
    }
  }
}
