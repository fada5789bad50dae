package intandem.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.contract.RecordedLink;
import intandem.domain.id.Endpoint;
import intandem.domain.port.Acceptor.Listening;
import intandem.domain.port.Link.Ending;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class NetworkLifeTest {
  private static final int MOST_THREADS = 9;

  private final Set<Thread> before = Thread.getAllStackTraces().keySet();
  private final WebSocketNetwork network = new WebSocketNetwork(Timeouts.standard());
  private final WebSocketNetwork other = new WebSocketNetwork(Timeouts.standard());
  private final RecordedLink near = new RecordedLink(() -> {});
  private final RecordedLink far = new RecordedLink(() -> {});

  @AfterEach
  void close() {
    other.close();
    network.close();
  }

  @Test
  void a_network_that_is_not_used_has_no_thread() {
    network.acceptor(ListenerRules.local());
    assertEquals(Set.of(), threads());
  }

  @Test
  void a_network_in_use_has_few_threads_that_keep_no_process_alive() {
    connect(network);
    Set<Thread> threads = threads();
    assertTrue(!threads.isEmpty() && threads.size() <= MOST_THREADS, threads.toString());
    assertTrue(threads.stream().allMatch(Thread::isDaemon), threads.toString());
  }

  @Test
  void no_thread_outlives_the_network() throws InterruptedException {
    connect(network);
    Set<Thread> threads = threads();
    network.close();
    for (Thread thread : threads) {
      thread.join(20_000);
      assertFalse(thread.isAlive(), thread.getName());
    }
    assertEquals(Set.of(), threads());
  }

  @Test
  void closing_ends_links_and_listeners() {
    int port = connect(other).port();
    network.close();
    assertEquals(Ending.CLOSED, near.awaitClosed());
    assertEquals(Ending.CLOSED, far.awaitClosed());
    assertEquals(Ending.REFUSED, dial(other, port).awaitClosed());
  }

  @Test
  void closing_the_dialling_side_ends_its_links() {
    connect(other);
    other.close();
    assertEquals(Ending.CLOSED, near.awaitClosed());
    assertEquals(Ending.CLOSED, far.awaitClosed());
  }

  @Test
  void a_closed_network_opens_nothing() {
    network.close();
    assertEquals(Ending.CLOSED, dial(network, 1).awaitClosed());
    assertThrows(IllegalStateException.class, () -> listen(network));
  }

  @Test
  void closing_one_listener_leaves_the_other() {
    Listening first = listen(network);
    Listening second = listen(network);
    first.close();
    first.close();
    dial(other, second.port()).awaitOpened();
  }

  private Listening connect(WebSocketNetwork dialling) {
    Listening ear = listen(network);
    dialling.dial(new Endpoint("127.0.0.1", ear.port()), near);
    near.awaitOpened();
    far.awaitOpened();
    return ear;
  }

  private Listening listen(WebSocketNetwork listening) {
    return listening.acceptor(ListenerRules.local()).listen(0, address -> far);
  }

  private static RecordedLink dial(WebSocketNetwork dialling, int port) {
    var events = new RecordedLink(() -> {});
    dialling.dial(new Endpoint("127.0.0.1", port), events);
    return events;
  }

  /** The threads that are new, but for those that the JDK keeps for virtual threads. */
  private Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .filter(thread -> !thread.getName().matches("(ForkJoinPool|VirtualThread)-.*"))
        .collect(Collectors.toSet());
  }
}
