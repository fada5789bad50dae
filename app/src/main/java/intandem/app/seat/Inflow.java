package intandem.app.seat;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of what all links brought a loop has not dealt with. Within the bound a link goes on at
 * once, so that what arrives together is dealt with together; above it, when its frame is done
 * with.
 */
final class Inflow {
  /** Characters; more than a full workspace has under way while nobody floods it. */
  static final int BOUND = 1024 * 1024;

  static final int FRAME_OVERHEAD = 512;

  private final AtomicLong waiting = new AtomicLong();

  /** Takes in a frame; answers what to run when it has been dealt with. Safe for any thread. */
  Runnable take(String text, Runnable taken) {
    int cost = text.length() + FRAME_OVERHEAD;
    if (waiting.addAndGet(cost) <= BOUND) {
      taken.run();
      return () -> waiting.addAndGet(-cost);
    }
    return () -> {
      waiting.addAndGet(-cost);
      taken.run();
    };
  }
}
