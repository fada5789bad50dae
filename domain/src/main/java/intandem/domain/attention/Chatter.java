package intandem.domain.attention;

import intandem.domain.admission.SlidingWindow;
import intandem.domain.id.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How much each peer may wake this session's model while no human speaks to it. */
public final class Chatter {
  /** Messages of one peer that may wake within {@link #WINDOW}. */
  public static final int MOST = 6;

  /** How far back messages count. */
  public static final Duration WINDOW = Duration.ofMinutes(2);

  private final Map<MemberId, SlidingWindow> peers = new HashMap<>();

  /** Counts a message, and says when it may wake: now, or later if there were too many. */
  public Instant earliest(MemberId from, Instant now) {
    SlidingWindow window = peers.computeIfAbsent(from, peer -> new SlidingWindow(MOST, WINDOW));
    return now.plus(window.tryAcquire(now));
  }

  /** A human spoke: everyone may wake again. */
  public void human() {
    peers.clear();
  }
}
