package intandem.domain.tandem;

import intandem.domain.id.InviteCode;
import java.time.Instant;

/**
 * What the owner can hand on.
 *
 * @param failures wrong guesses so far
 */
public record Invitation(InviteCode code, Instant expires, int failures) {}
