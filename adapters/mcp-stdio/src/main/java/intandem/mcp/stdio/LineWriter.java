package intandem.mcp.stdio;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The only writer of the output: whole lines in the order they were given, each flushed. Its own
 * thread writes, so that interrupting a request never cuts a line in two.
 */
final class LineWriter {

  private final OutputStream out;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("mcp-writer").factory());
  private boolean broken;

  LineWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Queues one line, which must hold no line feed. Completes after the flush, or exceptionally if
   * this or an earlier line could not be written whole or the writer is closed.
   */
  CompletableFuture<Void> write(String line) {
    var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      return CompletableFuture.runAsync(() -> writeNow(bytes), thread);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void writeNow(byte[] bytes) {
    try {
      if (broken) {
        throw new IOException("an earlier line was cut off");
      }
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      broken = true;
      throw new UncheckedIOException(e);
    }
  }

  /** Takes no more lines; waits at most {@code patience} for the queued ones. */
  void close(Duration patience) {
    thread.shutdown();
    try {
      thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
