package intandem.mcp;

import java.time.Duration;

/**
 * Bounds of the conversation with the host: the longest line it may send, and how long calls may go
 * on after it has gone, and again how long they may take to stop once interrupted.
 */
public record Limits(int maxLineBytes, Duration patience) {

  /** 1 MiB and 100 ms: once its input has ended, a host may not read the output any more either. */
  public static Limits standard() {
    return new Limits(1 << 20, Duration.ofMillis(100));
  }
}
