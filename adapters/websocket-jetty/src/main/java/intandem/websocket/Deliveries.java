package intandem.websocket;

import intandem.domain.port.Link;
import java.util.concurrent.Executor;

/** Tells one listener what happens on its link: one call at a time, closed once and last. */
final class Deliveries {
  private final Link.Events events;
  private final Executor executor;
  private boolean over;

  Deliveries(Link.Events events, Executor executor) {
    this.events = events;
    this.executor = executor;
  }

  /** False if it is over already. */
  synchronized boolean opened(Link link) {
    if (!over) {
      events.opened(link);
    }
    return !over;
  }

  synchronized void received(String text, Runnable taken) {
    if (!over) {
      events.received(text, taken);
    }
  }

  /** Returns at once, so that whoever ends a link is never called back from within. */
  void closed(Link.Ending ending) {
    executor.execute(() -> finish(ending));
  }

  private synchronized void finish(Link.Ending ending) {
    if (!over) {
      over = true;
      events.closed(ending);
    }
  }
}
