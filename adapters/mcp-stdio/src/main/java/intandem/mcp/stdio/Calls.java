package intandem.mcp.stdio;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** The requests under way, each on a virtual thread of its own, by the id that cancels it. */
final class Calls {

  private record Running(InFlight call, FutureTask<Object> task) {}

  private final Map<Object, Running> byId = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("mcp-call-", 0).factory());

  /** False, and nothing started, if a request of this id is under way. */
  boolean start(InFlight call, Runnable work) {
    var task = new FutureTask<>(Executors.callable(work));
    if (byId.putIfAbsent(call.id(), new Running(call, task)) != null) {
      return false;
    }
    threads.execute(task);
    return true;
  }

  /** Runs work that is no request and cannot be cancelled. */
  void run(Runnable work) {
    threads.execute(work);
  }

  /** Frees the id; the answer may be written only afterwards, since the client may use it again. */
  void release(InFlight call) {
    byId.computeIfPresent(call.id(), (_, running) -> running.call() == call ? null : running);
  }

  /** Interrupts the request of this id, if there is one and it has no answer yet. */
  void cancel(Object id) {
    var running = byId.get(id);
    if (running != null && running.call().cancel()) {
      byId.remove(id, running);
      running.task().cancel(true);
    }
  }

  /** Starts nothing more and interrupts what runs. */
  void interrupt() {
    threads.shutdownNow();
  }

  /** Starts nothing more; interrupts what still runs after {@code patience}, then waits as long. */
  void end(Duration patience) {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
        threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
