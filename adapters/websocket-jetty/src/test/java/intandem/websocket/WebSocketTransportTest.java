package intandem.websocket;

import static java.lang.Integer.parseInt;
import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.contract.TransportContract;
import intandem.domain.port.Acceptor;
import intandem.domain.port.Dialer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WebSocketTransportTest extends TransportContract {
  private static final int FRAMES = 200;

  private final WebSocketNetwork network = new WebSocketNetwork(Timeouts.standard());

  @Override
  protected Acceptor acceptor() {
    return network.acceptor(ListenerRules.local());
  }

  @Override
  protected Dialer dialer() {
    return network;
  }

  @Test
  void frames_of_several_threads_mix_but_keep_the_order_of_each() {
    Ends ends = connect();
    Map<String, List<Integer>> received = new TreeMap<>();
    Map<String, List<Integer>> sent = new TreeMap<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String name : List.of("a", "b", "c", "d")) {
        List<Integer> numbers = IntStream.range(0, FRAMES).boxed().toList();
        sent.put(name, numbers);
        threads.execute(() -> numbers.forEach(i -> ends.nearLink().send(name + i)));
      }
    }
    for (int i = 0; i < sent.size() * FRAMES; i++) {
      String text = ends.far().awaitReceived();
      received
          .computeIfAbsent(text.substring(0, 1), name -> new ArrayList<>())
          .add(parseInt(text.substring(1)));
    }
    assertEquals(sent, received);
  }

  @AfterEach
  void close() {
    network.close();
  }
}
