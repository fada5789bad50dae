package intandem.websocket;

import static intandem.websocket.RawPeer.CLOSE;
import static intandem.websocket.RawPeer.FIN;
import static intandem.websocket.RawPeer.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import intandem.contract.SlowTaker;
import intandem.domain.port.Link;
import intandem.domain.port.Link.Ending;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links whose listener is busy for longer than a silence may last. */
final class SlowTakerTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Timeouts IMPATIENT =
      new Timeouts(LONG, LONG, LONG, Duration.ofMillis(100), Duration.ofMillis(400));
  private static final int PINGS_OF_A_LONG_TIME = 20;
  private static final int FRAMES = 1_000;

  private final WebSocketNetwork network = new WebSocketNetwork(IMPATIENT);
  private final SlowTaker slow = new SlowTaker(() -> {});
  private RawPeer peer;
  private Link link;

  @BeforeEach
  void connect() {
    var ear = network.acceptor(ListenerRules.local()).listen(0, address -> slow);
    peer = new RawPeer(ear.port()).upgrade();
    link = slow.heard().awaitOpened();
  }

  @AfterEach
  void close() {
    peer.close();
    network.close();
  }

  @Test
  void a_flood_is_held_up_in_the_network_and_arrives_once_it_is_taken() {
    String large = "x".repeat(65_536);
    var flood = CompletableFuture.runAsync(() -> peer.flood(FIN | TEXT, large, FRAMES));
    for (int i = 0; i < PINGS_OF_A_LONG_TIME; i++) {
      peer.readPing();
    }
    assertEquals(large, slow.heard().awaitReceived());
    assertEquals(0, slow.heard().untaken().size(), "more came before it was taken");
    assertFalse(flood.isDone(), "all that was sent was read");
    for (int i = 1; i < FRAMES; i++) {
      slow.take();
      assertEquals(large, slow.heard().awaitReceived());
    }
    flood.join();
  }

  @Test
  void a_link_that_is_not_read_for_long_is_not_lost() {
    peer.frame(FIN | TEXT, "one").frame(FIN | TEXT, "two");
    assertEquals("one", slow.heard().awaitReceived());
    for (int i = 0; i < PINGS_OF_A_LONG_TIME; i++) {
      peer.readPing();
    }
    slow.take();
    assertEquals("two", slow.heard().awaitReceived());
  }

  @Test
  void who_closes_reads_on_until_the_other_side_agrees() {
    peer.frame(FIN | TEXT, "untaken").frame(FIN | TEXT, "never heard");
    assertEquals("untaken", slow.heard().awaitReceived());
    link.close();
    assertEquals(CLOSE, peer.read().opcode());
    peer.frame(FIN | CLOSE, new byte[] {1000 >> 8, (byte) 1000});
    assertEquals(Ending.CLOSED, slow.heard().awaitClosed());
  }

  @Test
  void a_link_that_broke_keeps_its_place_until_its_frame_was_taken() {
    SlowTaker only = new SlowTaker(() -> {});
    var one = new ListenerRules(() -> Set.of("127.0.0.1"), Callers.BY_SOCKET, 1);
    int port = network.acceptor(one).listen(0, address -> only).port();
    try (RawPeer first = new RawPeer(port).upgrade()) {
      first.frame(FIN | TEXT, "untaken");
      only.heard().awaitOpened();
      assertEquals("untaken", only.heard().awaitReceived());
    }
    assertEquals(Ending.BROKEN, only.heard().awaitClosed());
    try (RawPeer second = new RawPeer(port)) {
      assertEquals("", second.rest());
    }
    only.take();
    try (RawPeer third = new RawPeer(port).upgrade()) {
      only.heard().awaitOpened();
      third.frame(FIN | TEXT, "at last");
      assertEquals("at last", only.heard().awaitReceived());
    }
  }

  @Test
  void silence_after_a_frame_was_taken_at_last_is_noticed() {
    peer.frame(FIN | TEXT, "last words");
    assertEquals("last words", slow.heard().awaitReceived());
    for (int i = 0; i < PINGS_OF_A_LONG_TIME; i++) {
      peer.readPing();
    }
    slow.take();
    assertEquals(Ending.UNREACHABLE, slow.heard().awaitClosed());
  }
}
