package intandem.app.platform;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened, once, latest first; a failure does not keep the rest open. */
public final class Closer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Closer.class.getName());

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /** Closes it as well, before all that was registered earlier. */
  public synchronized <T extends AutoCloseable> T register(T resource) {
    open.push(resource);
    return resource;
  }

  @Override
  public synchronized void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        LOG.log(System.Logger.Level.WARNING, "something did not close", e);
      }
    }
  }
}
