package intandem.domain.session.succession;

import intandem.domain.id.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The last places of hubs that this member does not follow: another look soon is for nothing. */
final class Ignored {
  private static final Duration REST = Duration.ofMinutes(15);
  private static final int MOST = 16;

  private final SequencedMap<List<Endpoint>, Instant> until = new LinkedHashMap<>();

  /** A look there led to nothing. */
  void add(List<Endpoint> there, Instant now) {
    until.putLast(there, now.plus(REST));
    if (until.size() > MOST) {
      until.pollFirstEntry();
    }
  }

  /** Whether that was there not long ago. */
  boolean has(List<Endpoint> there, Instant now) {
    return until.getOrDefault(there, now).isAfter(now);
  }
}
