package intandem.domain.session.desk;

import intandem.domain.id.EntryId;
import java.time.Instant;

/** A call that waits, and until when at the longest. */
sealed interface Pending {
  Instant until();

  /** Whether it waits for the outcome of that command. */
  default boolean waitsFor(EntryId command) {
    return false;
  }

  /** For a command's outcome. */
  record Command(EntryId id, boolean leaving, Instant until) implements Pending {
    @Override
    public boolean waitsFor(EntryId command) {
      return id.equals(command);
    }
  }

  /** For others' word of a command that is in the log. */
  record Recorded(EntryId id, Instant until) implements Pending {}

  /** For messages. */
  record Messages(Instant until) implements Pending {}

  /** For the hub. */
  record Arrival(Instant until) implements Pending {}

  /** For messages before the model stops, of which so many characters can be told. */
  record Stopping(int budget, Instant until) implements Pending {}
}
