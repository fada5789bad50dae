package intandem.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Swaps a file or directory for a link to another, and back, as fast as it can. */
record Swapping(Path inside, Path outside) {

  /** Repeats the attempt so many times while the other thread swaps. */
  void during(int times, Runnable attempt) throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (var other = Executors.newSingleThreadExecutor()) {
      Future<?> swaps =
          other.submit(
              () -> {
                while (!done.get()) {
                  swap();
                }
                return done;
              });
      try {
        for (int i = 0; i < times; i++) {
          attempt.run();
        }
      } finally {
        done.set(true);
      }
      swaps.get();
    }
  }

  private void swap() throws IOException {
    Path hidden = inside.resolveSibling("hidden");
    Files.move(inside, hidden);
    Files.createSymbolicLink(inside, outside);
    Files.delete(inside);
    Files.move(hidden, inside);
  }
}
