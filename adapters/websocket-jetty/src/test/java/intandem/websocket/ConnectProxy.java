package intandem.websocket;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that answers CONNECT as told, and leads wherever it is asked to one port here. */
final class ConnectProxy implements AutoCloseable {
  private final ServerSocket server;
  private final String answer;
  private final int target;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<IOException> broken = new CopyOnWriteArrayList<>();

  ConnectProxy(String answer, int target) throws IOException {
    this.answer = answer;
    this.target = target;
    server = new ServerSocket(0, 4, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual().start(this::serve);
  }

  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  List<String> requests() {
    return requests;
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket near = server.accept();
        Thread.ofVirtual().start(() -> connect(near));
      } catch (IOException e) {
        broken.add(e);
      }
    }
  }

  private void connect(Socket near) {
    try (near;
        Socket far = new Socket(InetAddress.ofLiteral("127.0.0.1"), target)) {
      requests.add(head(near.getInputStream()));
      near.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
      Thread.ofVirtual().start(() -> pass(far, near));
      pass(near, far);
    } catch (IOException e) {
      broken.add(e);
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    return head.toString();
  }

  private void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      broken.add(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
