package intandem.websocket;

import static intandem.websocket.RawPeer.BINARY;
import static intandem.websocket.RawPeer.CONTINUATION;
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
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ListenerLimitsTest {
  private static final int MANY = 1_000;
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Timeouts PATIENT = new Timeouts(LONG, LONG, LONG, LONG, LONG);
  private static final Timeouts HASTY = new Timeouts(LONG, LONG, SHORT, LONG, LONG);

  /** A frame too large, one of bytes, one that is no text, and a fragment too many. */
  private static final List<Consumer<RawPeer>> FAULTS =
      List.of(
          peer -> peer.frame(FIN | TEXT, "x".repeat(65_537)),
          peer -> peer.frame(FIN | BINARY, "x"),
          peer -> peer.frame(FIN | TEXT, new byte[] {(byte) 0xff}),
          ListenerLimitsTest::fragments);

  private final BlockingQueue<RecordedLink> arrivals = new LinkedBlockingQueue<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  /** Both ends of a link; the near one is moved by hand. */
  private record Ends(RawPeer peer, RecordedLink events, Link link) {}

  @Test
  void a_seventeenth_link_is_turned_away_and_the_others_live_on() {
    int port = listen(PATIENT);
    List<Ends> links = upgrade(port, 16);
    assertEquals("", connect(port).rest());
    assertAlive(links.getFirst());
  }

  @Test
  void a_place_that_was_given_up_is_free_again() {
    int port = listen(PATIENT);
    Ends first = upgrade(port, 16).getFirst();
    first.peer().close();
    first.events().awaitClosed();
    assertAlive(upgrade(port));
  }

  @Test
  void a_newcomer_to_a_full_listener_replaces_the_oldest_unfinished_handshake() {
    int port = listen(PATIENT);
    RawPeer oldest = connect(port).write("GET /v1/ws HTTP/1.1\r\n");
    upgrade(port, 15);
    assertAlive(upgrade(port));
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
    Ends ends = upgrade(listen(new Timeouts(LONG, LONG, SHORT, SHORT.dividedBy(6), LONG)));
    for (int pings = 0; pings < 12; pings++) {
      ends.peer().readPing();
    }
    assertAlive(ends);
  }

  @Test
  void a_peer_that_says_nothing_and_answers_no_ping_is_lost() {
    Ends ends = upgrade(listen(new Timeouts(LONG, LONG, LONG, SHORT.dividedBy(6), SHORT)));
    assertEquals(Ending.UNREACHABLE, ends.events().awaitClosed());
  }

  @Test
  void a_peer_that_only_answers_pings_is_kept() {
    Duration silence = Duration.ofSeconds(1);
    Ends ends = upgrade(listen(new Timeouts(LONG, LONG, LONG, silence.dividedBy(50), silence)));
    for (int pings = 0; pings < 75; pings++) {
      ends.peer().readPing();
      ends.peer().frame(FIN | PONG, "");
    }
    assertAlive(ends);
  }

  @Test
  void a_peer_that_does_not_agree_to_a_close_is_cut_off_in_time() {
    Ends ends = upgrade(listen(HASTY));
    ends.link().close();
    assertEquals(Ending.CLOSED, ends.events().awaitClosed());
  }

  @Test
  void a_slow_reader_is_dropped_while_another_link_stays_quick() {
    int port = listen(PATIENT);
    Ends slow = upgrade(port);
    RecordedLink quick = dial(port);
    quick.awaitOpened();
    Link toQuick = arrival().awaitOpened();
    String large = "x".repeat(65_536);
    for (int i = 0; i < MANY && slow.events().untaken().isEmpty(); i++) {
      slow.link().send(large);
      toQuick.send("frame " + i);
      assertEquals("frame " + i, quick.awaitReceived());
    }
    assertEquals(Ending.BROKEN, slow.events().awaitClosed());
  }

  @Test
  void a_flood_of_pings_whose_answers_nobody_reads_ends_the_link() {
    Ends ends = upgrade(listen(PATIENT));
    ends.peer().flood(FIN | PING, "x".repeat(125), 500 * MANY);
    assertEquals(Ending.BROKEN, ends.events().awaitClosed());
  }

  @Test
  void a_link_that_broke_the_rules_harms_neither_the_others_nor_the_next() {
    int port = listen(PATIENT);
    Ends bystander = upgrade(port);
    for (Consumer<RawPeer> fault : FAULTS) {
      Ends ends = upgrade(port);
      fault.accept(ends.peer());
      ends.events().awaitClosed();
      assertAlive(upgrade(port));
    }
    assertAlive(bystander);
  }

  private static void fragments(RawPeer peer) {
    peer.frame(TEXT, "x");
    for (int i = 2; i <= 17; i++) {
      peer.frame(CONTINUATION, "x");
    }
  }

  private static void assertAlive(Ends ends) {
    ends.peer().frame(FIN | TEXT, "still here");
    assertEquals("still here", ends.events().awaitReceived());
  }

  private int listen(Timeouts timeouts) {
    return network(timeouts).acceptor(ListenerRules.local()).listen(0, this::arrive).port();
  }

  private RecordedLink arrive(String address) {
    var events = new RecordedLink(() -> {});
    arrivals.add(events);
    return events;
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

  private Ends upgrade(int port) {
    RawPeer peer = connect(port).upgrade();
    RecordedLink events = arrival();
    return new Ends(peer, events, events.awaitOpened());
  }

  private List<Ends> upgrade(int port, int count) {
    return IntStream.range(0, count).mapToObj(i -> upgrade(port)).toList();
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
