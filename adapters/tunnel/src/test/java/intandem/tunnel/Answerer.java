package intandem.tunnel;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A port of this machine that answers a request with its own number, then says what it hears. */
final class Answerer implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 5_000;

  private final ServerSocket server;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final List<IOException> broken = new CopyOnWriteArrayList<>();

  Answerer() throws IOException {
    server = new ServerSocket(0, 8, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  /** The requests so far, byte for byte. */
  List<String> heads() {
    return heads;
  }

  /** Whether one who connects there, and asks, is answered by that port. */
  static boolean at(String host, int there, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, there), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      ask(socket, host + ":" + there);
      return head(socket.getInputStream()).contains("\r\nX-Port: " + port + "\r\n");
    } catch (IOException e) {
      return false;
    }
  }

  static void ask(Socket socket, String host) throws IOException {
    say(socket, "GET /v1/ws HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
  }

  static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Reads to the first empty line, or the end. */
  static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return head.toString();
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> answer(socket));
      } catch (IOException e) {
        broken.add(e);
      }
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      heads.add(head(socket.getInputStream()));
      say(socket, "HTTP/1.1 200 OK\r\nX-Port: " + port() + "\r\n\r\n");
      socket.getInputStream().transferTo(socket.getOutputStream());
    } catch (IOException e) {
      broken.add(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
