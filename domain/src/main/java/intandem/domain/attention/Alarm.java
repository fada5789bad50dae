package intandem.domain.attention;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * When a model is to be woken for what waits: once for everything, at most once in {@link #GAP},
 * and once more for what it has not read long after, as a wake may be lost.
 */
public final class Alarm<T> {
  /** The shortest time between two wakes. */
  public static final Duration GAP = Duration.ofSeconds(5);

  /** How long what is urgent is held back, as more may follow and a result may take it along. */
  public static final Duration GATHER = Duration.ofMillis(500);

  /** How long what is not urgent waits for the model to look by itself. */
  public static final Duration LULL = Duration.ofSeconds(30);

  /** How long after a wake another follows, once, for what is still not read. */
  public static final Duration REMINDER = Duration.ofMinutes(5);

  private final Map<T, Instant> waiting = new HashMap<>();
  private final Map<T, Instant> reminders = new HashMap<>();
  private final Set<T> rung = new HashSet<>();
  private Instant next = Instant.MIN;

  /** Something arrived; {@code earliest} is when it may wake at all. */
  public void add(T what, Urgency urgency, Instant earliest, Instant now) {
    switch (urgency) {
      case NOW -> waiting.put(what, later(earliest, now.plus(GATHER)));
      case SOON -> waiting.put(what, later(earliest, now.plus(LULL)));
      case ANYTIME -> {}
    }
  }

  /** Forgets whatever does not wait any more. */
  public void keep(Predicate<T> waits) {
    waiting.keySet().removeIf(waits.negate());
    reminders.keySet().removeIf(waits.negate());
    rung.removeIf(waits.negate());
  }

  /** The model knows of everything that waits. */
  public void told() {
    waiting.clear();
    reminders.clear();
    rung.clear();
  }

  /** Whether anything that waits has woken, perhaps unheard, or would within {@link #LULL}. */
  public boolean calling(Instant now) {
    return !rung.isEmpty()
        || waiting.values().stream().anyMatch(due -> !due.isAfter(now.plus(LULL)));
  }

  /** Whether it is time to wake, and not before {@code held}; then it is, for all that waits. */
  public boolean ring(Instant held, Instant now) {
    boolean time = due(held).filter(due -> !due.isAfter(now)).isPresent();
    if (time) {
      reminders.clear();
      waiting.keySet().forEach(what -> reminders.put(what, now.plus(REMINDER)));
      rung.addAll(waiting.keySet());
      waiting.clear();
      next = now.plus(GAP);
    }
    return time;
  }

  /** When it is time to wake, but not before {@code held}. */
  public Optional<Instant> due(Instant held) {
    return Stream.of(waiting, reminders)
        .flatMap(due -> due.values().stream())
        .min(Instant::compareTo)
        .map(due -> later(due, later(held, next)));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
