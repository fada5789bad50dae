package intandem.domain.session.succession;

import intandem.domain.protocol.Frame;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.core.Core;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links that others opened to a member that is no hub: each may ask one thing, and is closed. */
final class Visitors {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST = 8;

  private final Core core;
  private final Map<Long, Instant> links = new LinkedHashMap<>();

  Visitors(Core core) {
    this.core = core;
  }

  void arrived(long link, Instant now) {
    links.put(link, now);
    Frame greeting = new Frame.Goodbye(Frame.Goodbye.Reason.OWNER_AWAY, Duration.ZERO);
    core.effect(new SessionEffect.Send(link, greeting));
    if (links.size() > MOST) {
      close(links.keySet().iterator().next());
    }
  }

  boolean has(long link) {
    return links.containsKey(link);
  }

  void linkDown(long link) {
    links.remove(link);
  }

  void close(long link) {
    links.remove(link);
    core.effect(new SessionEffect.Close(link));
  }

  /** Whoever now knocks finds a hub. */
  void forget() {
    links.clear();
  }

  void tick(Instant now) {
    for (Map.Entry<Long, Instant> visitor : List.copyOf(links.entrySet())) {
      if (!visitor.getValue().plus(PATIENCE).isAfter(now)) {
        close(visitor.getKey());
      }
    }
  }

  Optional<Instant> due() {
    return links.values().stream().findFirst().map(since -> since.plus(PATIENCE));
  }
}
