package intandem.tunnel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Speaks the server's side of the localtunnel protocol on loopback: a registration opens a port for
 * the client's connections, and one for callers, whose bytes go into an idle connection.
 */
final class LocaltunnelServer {
  private static final int CONNECTIONS = 3;

  private final ServerSocket front;
  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
  private final List<String> registrations = new CopyOnWriteArrayList<>();
  private final List<Exception> broken = new CopyOnWriteArrayList<>();
  private volatile boolean bytewise;

  LocaltunnelServer(int port) throws IOException {
    front = listen(port);
    Thread.ofVirtual().start(() -> each(front, this::register));
  }

  private interface Visit {
    void by(Socket socket) throws Exception;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + front.getLocalPort());
  }

  int port() {
    return front.getLocalPort();
  }

  /** The first lines of the registrations so far. */
  List<String> registrations() {
    return registrations;
  }

  /** From now on every byte of a caller is a write of its own. */
  void writeBytewise() {
    bytewise = true;
  }

  void kill() throws Exception {
    front.close();
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  private ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket(port, 8, InetAddress.ofLiteral("127.0.0.1"));
    open.add(socket);
    return socket;
  }

  private void each(ServerSocket server, Visit visit) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> run(socket, visit));
      } catch (IOException e) {
        broken.add(e);
      }
    }
  }

  private void run(Socket socket, Visit visit) {
    try {
      visit.by(socket);
    } catch (Exception e) {
      broken.add(e);
    }
  }

  private void register(Socket socket) throws IOException {
    try (socket) {
      registrations.add(Answerer.head(socket.getInputStream()).lines().findFirst().orElse(""));
      Deque<Socket> idle = new ConcurrentLinkedDeque<>();
      ServerSocket clients = listen(0);
      ServerSocket callers = listen(0);
      Thread.ofVirtual().start(() -> each(clients, idle::add));
      Thread.ofVirtual().start(() -> each(callers, caller -> serve(caller, idle)));
      Answerer.say(socket, answer(clients.getLocalPort(), callers.getLocalPort()));
    }
  }

  private static String answer(int clients, int callers) {
    String json =
        "{\"id\":\"quiet-river\",\"port\":%d,\"max_conn_count\":%d,\"url\":\"http://127.0.0.1:%d\"}"
            .formatted(clients, CONNECTIONS, callers);
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(json.length(), json);
  }

  private void serve(Socket caller, Deque<Socket> idle) throws Exception {
    Eventually.holds("a connection is idle", () -> !idle.isEmpty());
    Socket client = idle.remove();
    if (bytewise) {
      client.setTcpNoDelay(true);
      for (char next : Answerer.head(caller.getInputStream()).toCharArray()) {
        Answerer.say(client, String.valueOf(next));
      }
    }
    Pipe.between(caller, client);
  }
}
