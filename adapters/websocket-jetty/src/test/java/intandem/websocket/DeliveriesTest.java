package intandem.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import intandem.contract.RecordedLink;
import intandem.contract.RecordedLink.Closed;
import intandem.domain.port.Link;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class DeliveriesTest {
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final RecordedLink events = new RecordedLink(() -> {});
  private final Deliveries deliveries = new Deliveries(events, tasks::add);

  @Test
  void the_end_is_told_by_the_executor_and_not_by_whoever_ends_it() {
    deliveries.closed(Link.Ending.CLOSED);
    assertEquals(List.of(), events.untaken());
    runAll();
    assertEquals(List.of(new Closed(Link.Ending.CLOSED)), events.untaken());
  }

  @Test
  void the_first_end_counts_and_nothing_follows_it() {
    deliveries.closed(Link.Ending.TOO_LARGE);
    deliveries.closed(Link.Ending.BROKEN);
    runAll();
    deliveries.received("late", () -> {});
    assertEquals(List.of(new Closed(Link.Ending.TOO_LARGE)), events.untaken());
  }

  @Test
  void a_link_that_comes_up_after_its_end_is_not_wanted() {
    deliveries.closed(Link.Ending.UNREACHABLE);
    runAll();
    assertFalse(deliveries.opened(new NoLink()));
    assertEquals(List.of(new Closed(Link.Ending.UNREACHABLE)), events.untaken());
  }

  private void runAll() {
    tasks.forEach(Runnable::run);
    tasks.clear();
  }

  private record NoLink() implements Link {
    @Override
    public void send(String text) {
      throw new AssertionError("sent");
    }

    @Override
    public void close() {
      throw new AssertionError("closed");
    }
  }
}
