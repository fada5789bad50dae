package intandem.tunnel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what other processes do in their own time. */
final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final long PAUSE_NANOS = 5_000_000;

  private Eventually() {}

  static void holds(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      assertTrue(System.nanoTime() < end, what);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
