package intandem.websocket;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The open links of one listener, or of all dialling. */
final class Links {
  private static final Duration GRACE = Duration.ofMillis(50);

  private final Set<WebSocketLink> open = new LinkedHashSet<>();

  synchronized void add(WebSocketLink link) {
    open.add(link);
  }

  synchronized void remove(WebSocketLink link) {
    open.remove(link);
    notifyAll();
  }

  /** Closes all of them and waits a moment for the other sides to agree. */
  void close() {
    copy().forEach(WebSocketLink::close);
    long deadline = System.nanoTime() + GRACE.toNanos();
    try {
      awaitNone(deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized List<WebSocketLink> copy() {
    return List.copyOf(open);
  }

  private synchronized void awaitNone(long deadline) throws InterruptedException {
    long left = deadline - System.nanoTime();
    while (!open.isEmpty() && left > 0) {
      wait(Math.max(1, Duration.ofNanos(left).toMillis()));
      left = deadline - System.nanoTime();
    }
  }
}
