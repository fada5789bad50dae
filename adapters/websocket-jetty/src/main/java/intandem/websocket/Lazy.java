package intandem.websocket;

import java.util.Optional;
import java.util.function.Supplier;

/** Something made at its first use, and never after it was closed. */
final class Lazy<T extends AutoCloseable> {
  private sealed interface State<T> {}

  private record Unmade<T>(Supplier<T> source) implements State<T> {}

  private record Made<T>(T value) implements State<T> {}

  private record Closed<T>() implements State<T> {}

  private State<T> state;

  Lazy(Supplier<T> source) {
    state = new Unmade<>(source);
  }

  /** The value; empty once closed. */
  synchronized Optional<T> get() {
    if (state instanceof Unmade<T>(var source)) {
      state = new Made<>(source.get());
    }
    return state instanceof Made<T>(var value) ? Optional.of(value) : Optional.empty();
  }

  /** Ends the use; what it answers is the caller's to close. */
  synchronized Optional<T> close() {
    State<T> last = state;
    state = new Closed<>();
    return last instanceof Made<T>(var value) ? Optional.of(value) : Optional.empty();
  }
}
