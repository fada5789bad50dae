package intandem.websocket;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;

/** Answers the first request of each connection, then leaves it open; hangs up on no answer. */
final class CannedServer implements AutoCloseable {
  private static final Pattern KEY = Pattern.compile("(?i)Sec-WebSocket-Key: (\\S+)");
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final ServerSocket server;
  private final UnaryOperator<String> answer;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<IOException> hangUps = new CopyOnWriteArrayList<>();

  CannedServer(ServerSocketFactory factory, UnaryOperator<String> answer) throws IOException {
    this(factory, InetAddress.ofLiteral("127.0.0.1"), answer);
  }

  /** At another address of this machine. */
  CannedServer(ServerSocketFactory factory, InetAddress address, UnaryOperator<String> answer)
      throws IOException {
    this.answer = answer;
    server = factory.createServerSocket(0, 0, address);
    Thread.ofVirtual().start(this::serve);
  }

  static CannedServer answering(String answer) throws IOException {
    return new CannedServer(ServerSocketFactory.getDefault(), request -> answer);
  }

  /** A proper answer to an opening handshake, with these lines added. */
  static String switching(String request, String lines) {
    Matcher key = KEY.matcher(request);
    return key.find()
        ? "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + ("Sec-WebSocket-Accept: " + accept(key.group(1)) + "\r\n" + lines + "\r\n")
        : "HTTP/1.1 400 Bad Request\r\n\r\n";
  }

  int port() {
    return server.getLocalPort();
  }

  /** The heads of the requests so far. */
  List<String> requests() {
    return requests;
  }

  /** The connections that failed, as one does whose caller does not trust the certificate. */
  List<IOException> hangUps() {
    return hangUps;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        sockets.add(server.accept());
        reply(sockets.getLast());
      } catch (IOException e) {
        hangUps.add(e);
      }
    }
  }

  private void reply(Socket socket) throws IOException {
    requests.add(head(socket.getInputStream()));
    String text = answer.apply(requests.getLast());
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    if (text.isEmpty()) {
      socket.close();
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    int next = in.read();
    while (next >= 0 && !head.toString().endsWith("\r\n\r")) {
      head.append((char) next);
      next = in.read();
    }
    return head.append('\n').toString();
  }

  private static String accept(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((key + GUID).getBytes(StandardCharsets.ISO_8859_1));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
