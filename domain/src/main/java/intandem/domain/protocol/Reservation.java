package intandem.domain.protocol;

import intandem.domain.id.MemberId;

/** Who alone may claim an open task. */
public sealed interface Reservation {
  /** Whoever comes first. */
  record Anyone() implements Reservation {}

  /** One member, unless it is away for too long. */
  record For(MemberId member) implements Reservation {}
}
