package intandem.domain.tandem;

import intandem.domain.id.InviteCode;
import java.time.Duration;
import java.time.Instant;

/**
 * What the owner can hand on.
 *
 * @param expires by the clock that ends it, which never runs backwards: it may be ahead of the time
 *     of day
 * @param left how long it was until then when this was said
 * @param failures wrong guesses so far
 */
public record Invitation(InviteCode code, Instant expires, Duration left, int failures) {}
