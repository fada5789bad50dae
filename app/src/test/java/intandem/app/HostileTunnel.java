package intandem.app;

import intandem.contract.TestCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A tunnel whose operator ends TLS, keeps all it reads, and drops or spoils what it carries as it
 * likes. It is reached at hub.test, and leads to a port of this machine.
 */
final class HostileTunnel implements AutoCloseable {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  private final ServerSocket server;
  private final int target;
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<IOException> broken = new CopyOnWriteArrayList<>();
  private final AtomicReference<Mood> mood = new AtomicReference<>(Mood.FAIR);

  /** What it does with what it reads next. */
  enum Mood {
    FAIR {
      @Override
      void carry(byte[] bytes, OutputStream to) throws IOException {
        to.write(bytes);
      }
    },
    TWICE {
      @Override
      void carry(byte[] bytes, OutputStream to) throws IOException {
        to.write(bytes);
        to.write(bytes);
      }
    },
    CUT_SHORT {
      @Override
      void carry(byte[] bytes, OutputStream to) throws IOException {
        to.write(Arrays.copyOf(bytes, bytes.length / 2));
        throw new IOException("cut");
      }
    },
    BYTEWISE {
      @Override
      void carry(byte[] bytes, OutputStream to) throws IOException {
        for (byte one : bytes) {
          to.write(one);
          to.flush();
        }
      }
    },
    ALTERED {
      @Override
      void carry(byte[] bytes, OutputStream to) throws IOException {
        bytes[bytes.length - 1] ^= 1;
        to.write(bytes);
      }
    };

    abstract void carry(byte[] bytes, OutputStream to) throws IOException;
  }

  HostileTunnel(TestCertificate certificate, int target)
      throws IOException, GeneralSecurityException {
    this.server = certificate.serverSockets().createServerSocket(0, 16, HERE);
    this.target = target;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Everything that went either way so far. */
  byte[] seen() {
    synchronized (seen) {
      return seen.toByteArray();
    }
  }

  /** Does that with the next bytes it reads, wherever from, and is fair again afterwards. */
  void once(Mood next) {
    mood.set(next);
  }

  /** Breaks every connection; new ones are carried. */
  void drop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    sockets.clear();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket near = server.accept();
        Socket far = new Socket(HERE, target);
        sockets.addAll(List.of(near, far));
        Thread.ofVirtual().start(() -> pump(near, far));
        Thread.ofVirtual().start(() -> pump(far, near));
      } catch (IOException e) {
        broken.add(e);
      }
    }
  }

  /** Whoever has ended is not written to any more, but still heard: its last words arrive. */
  private void pump(Socket from, Socket to) {
    try {
      carry(from, to);
      to.shutdownOutput();
    } catch (IOException e) {
      broken.add(e);
      sever(from);
      sever(to);
    }
  }

  private void sever(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      broken.add(e);
    }
  }

  private void carry(Socket from, Socket to) throws IOException {
    InputStream in = from.getInputStream();
    byte[] buffer = new byte[8192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      byte[] bytes = Arrays.copyOf(buffer, n);
      synchronized (seen) {
        seen.write(bytes);
      }
      mood.getAndSet(Mood.FAIR).carry(bytes, to.getOutputStream());
      to.getOutputStream().flush();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    drop();
  }
}
