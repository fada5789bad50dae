package intandem.domain.hub;

import intandem.domain.admission.Limits;
import intandem.domain.admission.SlidingWindow;
import intandem.domain.id.MemberId;
import intandem.domain.port.Entrance;
import intandem.domain.protocol.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often members may submit and strangers may knock. Survives reconnects, not restarts. */
final class Doorkeeper {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int CALLERS = 1_024;

  private final Limits limits;
  private final Map<MemberId, SlidingWindow> shared = new HashMap<>();
  private final Map<MemberId, SlidingWindow> housekeeping = new HashMap<>();
  private final Map<Entrance, SlidingWindow> entrances = new EnumMap<>(Entrance.class);
  private final Map<Caller, SlidingWindow> callers = new LinkedHashMap<>(16, 0.75f, true);

  private record Caller(Entrance entrance, String address) {}

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
  Duration knock(Entrance entrance, String address, Instant now) {
    SlidingWindow own =
        callers.computeIfAbsent(
            new Caller(entrance, address),
            c -> new SlidingWindow(Limits.JOINS_PER_MINUTE_AND_ADDRESS, MINUTE));
    if (callers.size() > CALLERS) {
      callers.remove(callers.keySet().iterator().next());
    }
    Duration wait = own.wait(now);
    if (!wait.isZero()) {
      return wait;
    }
    Duration listener =
        entrances
            .computeIfAbsent(entrance, e -> new SlidingWindow(Limits.JOINS_PER_MINUTE, MINUTE))
            .tryAcquire(now);
    return listener.isZero() ? own.tryAcquire(now) : listener;
  }
}
