package intandem.websocket;

import intandem.domain.port.TransportException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.core.WebSocketComponents;

/** The threads, the timer and the buffers that all listeners and the client of a process share. */
final class Engine implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Engine.class.getName());
  private static final int MOST_THREADS = 8;
  private static final int KEPT_BUFFER_BYTES = 1024 * 1024;

  private final Timeouts timeouts;
  private final QueuedThreadPool pool = new QueuedThreadPool(MOST_THREADS, 1);
  private final Scheduler scheduler = new ScheduledExecutorScheduler("intandem-timer", true, 1);
  private final ByteBufferPool buffers =
      new ArrayByteBufferPool(
          0, -1, 2 * Limits.MESSAGE_BYTES, -1, KEPT_BUFFER_BYTES, KEPT_BUFFER_BYTES);

  /** Platform threads only for selectors and the timer; work runs on {@code workers}. */
  Engine(Timeouts timeouts, Executor workers) {
    this.timeouts = timeouts;
    pool.setName("intandem-net");
    pool.setDaemon(true);
    pool.setReservedThreads(0);
    pool.setStopTimeout(Duration.ofMillis(200).toMillis());
    pool.setVirtualThreadsExecutor(workers);
    start(pool);
    start(scheduler);
  }

  Timeouts timeouts() {
    return timeouts;
  }

  QueuedThreadPool pool() {
    return pool;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  ByteBufferPool buffers() {
    return buffers;
  }

  /** Every extension is off: compression next to secrets, and Jetty's own test extensions. */
  WebSocketComponents components() {
    var components = new WebSocketComponents(null, null, buffers, null, null, pool);
    var extensions = components.getExtensionRegistry();
    Set.copyOf(extensions.getAvailableExtensionNames()).forEach(extensions::unregister);
    return components;
  }

  void after(Duration delay, Runnable task) {
    scheduler.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    stop(scheduler);
    stop(pool);
  }

  static void start(LifeCycle part) {
    try {
      part.start();
    } catch (Exception e) {
      throw new TransportException("could not start the network", e);
    }
  }

  /** Goes on where something does not stop, so that the rest of a shutdown takes place. */
  static void stop(LifeCycle part) {
    try {
      part.stop();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.WARNING, "could not stop " + part.getClass(), e);
    }
  }
}
