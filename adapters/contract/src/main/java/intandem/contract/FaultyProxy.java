package intandem.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Passes bytes on between a port of this machine and another, as badly as it is told to. */
public final class FaultyProxy implements AutoCloseable {
  private static final int CHUNK = 8192;

  private final ServerSocket server;
  private final int target;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Duration delay = Duration.ZERO;
  private boolean frozen;
  private int duplicates;
  private int left = Integer.MAX_VALUE;

  /** Listens on a port of its own. */
  public FaultyProxy(int target) {
    try {
      this.server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.target = target;
    Thread.ofVirtual().start(this::accept);
  }

  /** Where it listens, on 127.0.0.1. */
  public int port() {
    return server.getLocalPort();
  }

  /** Ends every connection at once, as a router that was switched off and on. */
  public void cut() {
    sockets.forEach(FaultyProxy::close);
    sockets.clear();
  }

  /** Keeps every connection and passes nothing on: both ends seem to be there. */
  public void freeze() {
    change(() -> frozen = true);
  }

  /** Passes on again, all that was held back first. */
  public void thaw() {
    change(() -> frozen = false);
  }

  /** From now on every piece of bytes takes that much longer. */
  public void delay(Duration longer) {
    change(() -> delay = longer);
  }

  /** Passes each of the next pieces of bytes on twice. */
  public void duplicate(int pieces) {
    change(() -> duplicates = pieces);
  }

  /** Passes so many bytes more on, in the middle of whatever it is, and then cuts. */
  public void cutAfter(int bytes) {
    change(() -> left = bytes);
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket near = server.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.addAll(List.of(near, far));
        Thread.ofVirtual().start(() -> pump(near, far));
        Thread.ofVirtual().start(() -> pump(far, near));
      }
    } catch (IOException closed) {
      cut();
    }
  }

  private void pump(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[CHUNK];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(passed(Arrays.copyOf(buffer, n)));
        out.flush();
      }
    } catch (IOException | InterruptedException over) {
      cutIfSpent();
    }
  }

  /** What goes on in the place of a piece, once it is to go on. */
  private byte[] passed(byte[] piece) throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      for (long rest = delay.toNanos(); rest > 0; ) {
        rest = changed.awaitNanos(rest);
      }
      while (frozen) {
        changed.await();
      }
      if (left == 0) {
        throw new IOException("cut");
      }
      int size = Math.min(piece.length, left);
      left -= left == Integer.MAX_VALUE ? 0 : size;
      boolean twice = duplicates > 0;
      duplicates -= twice ? 1 : 0;
      byte[] once = Arrays.copyOf(piece, twice ? 2 * size : size);
      System.arraycopy(piece, 0, once, once.length - size, size);
      return once;
    } finally {
      lock.unlock();
    }
  }

  private void cutIfSpent() {
    change(
        () -> {
          if (left == 0) {
            left = Integer.MAX_VALUE;
            cut();
          }
        });
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thaw();
    cut();
  }
}
