package intandem.domain.attention;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the host's hooks tell of its model: whether it works, and how often it was kept going. */
public final class Turns {
  /** How long a sign of work counts: a turn that is broken off gives no sign of its end. */
  public static final Duration SIGN = Duration.ofSeconds(60);

  /** How often in a row a model is kept from stopping; Claude Code itself allows 8. */
  public static final int MOST_CONTINUATIONS = 6;

  private Optional<Instant> working = Optional.empty();
  private boolean attended;
  private int continuations;

  /** The model was given something to do. */
  public void prompted(Instant now) {
    continuations = 0;
    attended = true;
    worked(now);
  }

  /** The model has used tools. */
  public void worked(Instant now) {
    working = Optional.of(now);
  }

  /** The model was about to stop, and is kept going. */
  public void continued(Instant now) {
    continuations++;
    worked(now);
  }

  /** The model stops. */
  public void stopped() {
    working = Optional.empty();
  }

  /** Whether the start of a turn is ever told, so that a human's can be known. */
  public boolean attended() {
    return attended;
  }

  /** Until when the model is taken to be at work, when its next hook can tell it things. */
  public Optional<Instant> workingUntil() {
    return working.map(sign -> sign.plus(SIGN));
  }

  /** Whether the model may be kept from stopping once more. */
  public boolean mayContinue() {
    return continuations < MOST_CONTINUATIONS;
  }
}
