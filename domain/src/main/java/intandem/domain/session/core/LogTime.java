package intandem.domain.session.core;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a hub would stamp an entry with, as far as this machine can tell. */
public final class LogTime {
  private Duration offset = Duration.ZERO;

  /** Learns from what the hub's clock said when this machine's said {@code now}. */
  public void synchronise(Instant hubTime, Instant now) {
    offset = Duration.between(now, hubTime);
  }

  /** Log time when this machine's clock says that, in milliseconds. */
  public Instant at(Instant now) {
    return now.plus(offset).truncatedTo(ChronoUnit.MILLIS);
  }
}
