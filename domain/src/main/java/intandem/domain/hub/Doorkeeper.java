package intandem.domain.hub;

import intandem.domain.admission.Limits;
import intandem.domain.admission.SlidingWindow;
import intandem.domain.id.MemberId;
import intandem.domain.protocol.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often members may submit and strangers may knock. Survives reconnects, not restarts. */
final class Doorkeeper {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int ADDRESSES = 1_024;

  private final Limits limits;
  private final Map<MemberId, SlidingWindow> shared = new HashMap<>();
  private final Map<MemberId, SlidingWindow> housekeeping = new HashMap<>();
  private final SlidingWindow knocks = new SlidingWindow(Limits.JOINS_PER_MINUTE, MINUTE);
  private final Map<String, SlidingWindow> addresses = new LinkedHashMap<>(16, 0.75f, true);

  Doorkeeper(Limits limits) {
    this.limits = limits;
  }

  /** How long a member must wait before its next submission of that kind; zero counts it. */
  Duration submission(MemberId member, Act act, Instant now) {
    return (act instanceof Act.Sharing ? shared : housekeeping)
        .computeIfAbsent(member, m -> new SlidingWindow(limits.submissionsPerMinute(), MINUTE))
        .tryAcquire(now);
  }

  /** How long a stranger must wait before its next attempt to join; zero counts it. */
  Duration knock(String address, Instant now) {
    SlidingWindow own =
        addresses.computeIfAbsent(
            address, a -> new SlidingWindow(Limits.JOINS_PER_MINUTE_AND_ADDRESS, MINUTE));
    if (addresses.size() > ADDRESSES) {
      addresses.remove(addresses.keySet().iterator().next());
    }
    Duration wait = own.wait(now);
    if (!wait.isZero()) {
      return wait;
    }
    Duration listener = knocks.tryAcquire(now);
    return listener.isZero() ? own.tryAcquire(now) : listener;
  }
}
