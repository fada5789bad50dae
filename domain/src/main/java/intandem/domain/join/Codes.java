package intandem.domain.join;

import intandem.domain.admission.Limits;
import intandem.domain.id.InviteCode;
import intandem.domain.protocol.Frame.JoinFailed.Failure;
import intandem.domain.tandem.Invitation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The life of invite codes: a code ends after its time or after too many wrong guesses. The first
 * burnt code is replaced at once; a second one within ten minutes is not, until a human asks.
 */
record Codes(InviteCode code, Instant minted, int failures, Instant lastBurnt, Gate gate) {
  private static final Duration CALM = Duration.ofMinutes(10);

  /** Whether a code counts. */
  enum Gate {
    OPEN,
    /** Closed by wrong guesses. */
    BURNT,
    /** Closed by a human. */
    REVOKED
  }

  static Codes open(InviteCode code, Instant now) {
    return new Codes(code, now, 0, Instant.MIN, Gate.OPEN);
  }

  Codes revoked() {
    return new Codes(code, minted, 0, lastBurnt, Gate.REVOKED);
  }

  /** What can be handed on now. */
  Optional<Invitation> live(Instant now) {
    Instant expires = minted.plus(Limits.CODE_LIFE);
    return gate != Gate.OPEN || !now.isBefore(expires)
        ? Optional.empty()
        : Optional.of(new Invitation(code, expires, Duration.between(now, expires), failures));
  }

  /** Why there is no live code. */
  Failure why(Instant now) {
    return switch (gate) {
      case OPEN -> Failure.EXPIRED;
      case BURNT -> Failure.BURNT;
      case REVOKED -> Failure.NO_CODE;
    };
  }

  int triesLeft() {
    return gate != Gate.OPEN ? 0 : Limits.FAILURES_PER_CODE - failures;
  }

  /** After one more wrong guess; {@code fresh} takes over if it was one too many. */
  Codes fail(InviteCode fresh, Instant now) {
    if (failures + 1 < Limits.FAILURES_PER_CODE) {
      return new Codes(code, minted, failures + 1, lastBurnt, gate);
    }
    boolean again = lastBurnt.isAfter(now.minus(CALM));
    return new Codes(fresh, now, 0, now, again ? Gate.BURNT : Gate.OPEN);
  }
}
