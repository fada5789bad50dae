package intandem.websocket;

import static intandem.websocket.RawPeer.FIN;
import static intandem.websocket.RawPeer.PING;
import static intandem.websocket.RawPeer.PONG;
import static intandem.websocket.RawPeer.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import intandem.contract.RecordedLink;
import intandem.domain.id.Endpoint;
import intandem.domain.port.Link;
import intandem.domain.port.Link.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ListenerLimitsTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Timeouts PATIENT = new Timeouts(LONG, LONG, LONG, LONG, LONG);
  private static final Timeouts HASTY = new Timeouts(LONG, LONG, SHORT, LONG, LONG);

  private final BlockingQueue<RecordedLink> arrivals = new LinkedBlockingQueue<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void a_seventeenth_link_is_turned_away_and_the_others_live_on() {
    int port = listen(PATIENT);
    List<RawPeer> peers = upgrade(port, 16);
    assertEquals("", connect(port).rest());
    RecordedLink first = arrival();
    first.awaitOpened();
    peers.getFirst().frame(FIN | TEXT, "still here");
    assertEquals("still here", first.awaitReceived());
  }

  @Test
  void a_place_that_was_given_up_is_free_again() {
    int port = listen(PATIENT);
    List<RawPeer> peers = upgrade(port, 16);
    RecordedLink first = arrival();
    first.awaitOpened();
    peers.getFirst().close();
    first.awaitClosed();
    assertEquals(1, upgrade(port, 1).size());
  }

  @Test
  void a_newcomer_to_a_full_listener_replaces_the_oldest_unfinished_handshake() {
    int port = listen(PATIENT);
    RawPeer oldest = connect(port).write("GET /v1/ws HTTP/1.1\r\n");
    upgrade(port, 15);
    upgrade(port, 1);
    assertEquals("", oldest.rest());
  }

  @Test
  void a_handshake_that_is_not_finished_in_time_is_closed() {
    int port = listen(HASTY);
    assertEquals("", connect(port).write("GET /v1/ws HTTP/1.1\r\n").rest());
  }

  @Test
  void a_handshake_that_trickles_in_is_closed_in_time() {
    int port = listen(HASTY);
    RawPeer peer = connect(port).write("GET /v1/ws HTTP/1.1\r\nX: ");
    assertTrue(peer.tricklesUntilClosed(Duration.ofMillis(20)), "still open");
  }

  @Test
  void a_link_outlives_the_time_for_handshakes() {
    int port = listen(new Timeouts(LONG, LONG, SHORT, SHORT.dividedBy(6), LONG));
    RawPeer peer = upgrade(port, 1).getFirst();
    for (int pings = 0; pings < 12; pings++) {
      peer.readPing();
    }
    peer.frame(FIN | TEXT, "still here");
    RecordedLink events = arrival();
    events.awaitOpened();
    assertEquals("still here", events.awaitReceived());
  }

  @Test
  void a_peer_that_says_nothing_and_answers_no_ping_is_lost() {
    upgrade(listen(new Timeouts(LONG, LONG, LONG, SHORT.dividedBy(6), SHORT)), 1);
    RecordedLink events = arrival();
    events.awaitOpened();
    assertEquals(Ending.UNREACHABLE, events.awaitClosed());
  }

  @Test
  void a_peer_that_only_answers_pings_is_kept() {
    Duration silence = Duration.ofSeconds(1);
    int port = listen(new Timeouts(LONG, LONG, LONG, silence.dividedBy(50), silence));
    RawPeer peer = upgrade(port, 1).getFirst();
    for (int pings = 0; pings < 75; pings++) {
      peer.readPing();
      peer.frame(FIN | PONG, "");
    }
    RecordedLink events = arrival();
    events.awaitOpened();
    assertEquals(List.of(), events.untaken());
  }

  @Test
  void a_peer_that_does_not_agree_to_a_close_is_cut_off_in_time() {
    upgrade(listen(HASTY), 1);
    RecordedLink events = arrival();
    events.awaitOpened().close();
    assertEquals(Ending.CLOSED, events.awaitClosed());
  }

  @Test
  void a_slow_reader_is_dropped_while_another_link_stays_quick() {
    int port = listen(PATIENT);
    upgrade(port, 1);
    RecordedLink slow = arrival();
    Link toSlow = slow.awaitOpened();
    RecordedLink quick = dial(port);
    quick.awaitOpened();
    Link toQuick = arrival().awaitOpened();
    String large = "x".repeat(65_536);
    for (int i = 0; slow.untaken().isEmpty(); i++) {
      toSlow.send(large);
      toQuick.send("frame " + i);
      assertEquals("frame " + i, quick.awaitReceived());
    }
    assertEquals(Ending.BROKEN, slow.awaitClosed());
  }

  @Test
  void a_flood_of_pings_whose_answers_nobody_reads_ends_the_link() {
    RawPeer peer = upgrade(listen(PATIENT), 1).getFirst();
    RecordedLink events = arrival();
    events.awaitOpened();
    peer.floodUntilClosed(FIN | PING, "x".repeat(125));
    assertEquals(Ending.BROKEN, events.awaitClosed());
  }

  private int listen(Timeouts timeouts) {
    return network(timeouts)
        .acceptor(ListenerRules.local())
        .listen(
            0,
            address -> {
              var events = new RecordedLink(() -> {});
              arrivals.add(events);
              return events;
            })
        .port();
  }

  private RecordedLink dial(int port) {
    var events = new RecordedLink(() -> {});
    network(PATIENT).dial(new Endpoint("127.0.0.1", port), events);
    return events;
  }

  private WebSocketNetwork network(Timeouts timeouts) {
    var network = new WebSocketNetwork(timeouts);
    open.add(network);
    return network;
  }

  private RawPeer connect(int port) {
    var peer = new RawPeer(port);
    open.add(peer);
    return peer;
  }

  private List<RawPeer> upgrade(int port, int count) {
    List<RawPeer> peers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      peers.add(connect(port).upgrade());
    }
    return peers;
  }

  private RecordedLink arrival() {
    try {
      RecordedLink arrival = arrivals.poll(20, TimeUnit.SECONDS);
      return arrival == null ? fail("nobody arrived") : arrival;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail("interrupted");
    }
  }
}
