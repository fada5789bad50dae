package intandem.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.contract.FaultyProxy;
import intandem.contract.RecordedLink;
import intandem.contract.SlowTaker;
import intandem.domain.id.Endpoint;
import intandem.domain.port.Acceptor.Listening;
import intandem.domain.port.Link;
import intandem.domain.port.Link.Ending;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Links over a network that loses, holds back and repeats. */
final class BadNetworkTest {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Timeouts IMPATIENT =
      new Timeouts(LONG, LONG, LONG, Duration.ofMillis(200), Duration.ofMillis(1_000));

  private final WebSocketNetwork network = new WebSocketNetwork(IMPATIENT);
  private final RecordedLink near = new RecordedLink(() -> {});
  private final RecordedLink far = new RecordedLink(() -> {});
  private final Listening ear = network.acceptor(ListenerRules.local()).listen(0, address -> far);
  private final FaultyProxy proxy = new FaultyProxy(ear.port());
  private final Link nearLink = dial();
  private final Link farLink = far.awaitOpened();

  private Link dial() {
    network.dial(new Endpoint("127.0.0.1", proxy.port()), near);
    return near.awaitOpened();
  }

  @AfterEach
  void close() {
    proxy.close();
    network.close();
  }

  @Test
  void a_link_that_is_cut_ends_at_both_sides() {
    proxy.cut();
    assertEquals(
        List.of(Ending.BROKEN, Ending.BROKEN), List.of(near.awaitClosed(), far.awaitClosed()));
  }

  @Test
  void a_link_over_which_nothing_comes_any_more_counts_as_lost_at_both_sides() {
    proxy.freeze();
    assertEquals(
        List.of(Ending.UNREACHABLE, Ending.UNREACHABLE),
        List.of(near.awaitClosed(), far.awaitClosed()));
  }

  @Test
  void who_does_not_take_a_frame_learns_all_the_same_that_the_link_is_cut() {
    SlowTaker slow = new SlowTaker(() -> {});
    Listening other = network.acceptor(ListenerRules.local()).listen(0, address -> slow);
    try (FaultyProxy path = new FaultyProxy(other.port())) {
      RecordedLink caller = new RecordedLink(() -> {});
      network.dial(new Endpoint("127.0.0.1", path.port()), caller);
      caller.awaitOpened().send("untaken");
      slow.heard().awaitOpened();
      assertEquals("untaken", slow.heard().awaitReceived());
      path.cut();
      assertEquals(Ending.BROKEN, slow.heard().awaitClosed());
    }
  }

  @Test
  void a_pause_shorter_than_the_patience_loses_nothing() {
    proxy.freeze();
    nearLink.send("held back");
    proxy.thaw();
    assertEquals("held back", far.awaitReceived());
  }

  @Test
  void a_slow_network_delivers_in_order() {
    proxy.delay(Duration.ofMillis(50));
    List<String> texts = List.of("one", "two", "three");
    texts.forEach(farLink::send);
    assertEquals(texts, texts.stream().map(sent -> near.awaitReceived()).toList());
  }

  @Test
  void half_a_frame_is_no_frame() {
    proxy.cutAfter(10_000);
    nearLink.send("x".repeat(20_000));
    assertEquals(Ending.BROKEN, far.awaitClosed());
  }
}
