package intandem.app;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A link to a hub, written by hand, that need not keep to any rule. */
final class RawGuest implements AutoCloseable {
  static final int FIN = 0x80;
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;

  private static final int PATIENCE_MILLIS = 20_000;
  private static final int CLOSE = 8;
  private static final byte[] MASK = {1, 2, 3, 4};

  private final Socket socket;
  private final DataInputStream in;

  RawGuest(int port) throws IOException {
    socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new DataInputStream(socket.getInputStream());
    String request =
        """
        GET /v1/ws HTTP/1.1
        Host: 127.0.0.1:%d
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEA==
        Sec-WebSocket-Protocol: intandem.v1

        """
            .formatted(port);
    socket
        .getOutputStream()
        .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.readUnsignedByte());
    }
  }

  void frame(int firstByte, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 14).put((byte) firstByte);
    frame.put((byte) (0x80 | 127)).putLong(payload.length).put(MASK);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ MASK[i % MASK.length]));
    }
    socket.getOutputStream().write(frame.array(), 0, frame.position());
  }

  void text(String text) throws IOException {
    frame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The last text that came before the hub closed the link; fails if it stays open. */
  String lastWords() throws IOException {
    String last = "";
    try {
      for (int first = in.read(); first >= 0; first = in.read()) {
        int length = in.readUnsignedByte();
        int longer = length == 126 ? in.readUnsignedShort() : length;
        byte[] payload = in.readNBytes(length == 127 ? (int) in.readLong() : longer);
        if ((first & 0x0f) == CLOSE) {
          return last;
        }
        last = (first & 0x0f) == TEXT ? new String(payload, StandardCharsets.UTF_8) : last;
      }
    } catch (SocketException reset) {
      return last;
    }
    return last;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
