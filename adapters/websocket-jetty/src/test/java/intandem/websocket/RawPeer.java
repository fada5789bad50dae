package intandem.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A TCP connection that speaks HTTP and RFC 6455 by hand, rightly or wrongly. */
final class RawPeer implements AutoCloseable {
  static final int FIN = 0x80;
  static final int RSV1 = 0x40;
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final DataInputStream in;

  /** A frame as it was on the wire, its bytes shown as Latin-1. */
  record Received(int opcode, String payload) {
    int closeCode() {
      return (payload.charAt(0) << 8) + payload.charAt(1);
    }
  }

  RawPeer(int port) {
    try {
      socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
      socket.setSoTimeout(PATIENCE_MILLIS);
      in = new DataInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a proper opening handshake. */
  RawPeer upgrade() {
    String answer = ask(Requests.good(socket.getPort()));
    if (!answer.startsWith("HTTP/1.1 101 ")) {
      throw new IllegalStateException(answer);
    }
    return this;
  }

  RawPeer write(String text) {
    return write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  RawPeer write(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a request and reads the head of the answer. */
  String ask(String request) {
    write(request);
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = readByte();
      if (next < 0) {
        throw new IllegalStateException("closed after: " + head);
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** All that still comes until the other side closes. */
  String rest() {
    var rest = new StringBuilder();
    for (int next = readByte(); next >= 0; next = readByte()) {
      rest.append((char) next);
    }
    return rest.toString();
  }

  /** Sends a masked frame, as RFC 6455 wants it of a client. */
  RawPeer frame(int firstByte, byte[] payload) {
    byte[] masked = payload.clone();
    byte[] mask = {1, 2, 3, 4};
    for (int i = 0; i < masked.length; i++) {
      masked[i] ^= mask[i % 4];
    }
    return write(header(firstByte, payload.length, 0x80).put(mask).put(masked));
  }

  RawPeer frame(int firstByte, String payload) {
    return frame(firstByte, payload.getBytes(StandardCharsets.UTF_8));
  }

  RawPeer unmaskedFrame(int firstByte, byte[] payload) {
    return write(header(firstByte, payload.length, 0).put(payload));
  }

  /** Writes a byte now and then; true once the other side closed, false if it does not. */
  boolean tricklesUntilClosed(Duration pause) {
    long deadline = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
    try {
      socket.setSoTimeout((int) pause.toMillis());
      while (System.nanoTime() < deadline) {
        socket.getOutputStream().write('x');
        if (closedWithin()) {
          return true;
        }
      }
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  /** Writes the same frame that often or until the other side closes, and reads nothing. */
  void flood(int firstByte, String payload, int times) {
    try {
      for (int i = 0; i < times; i++) {
        frame(firstByte, payload);
      }
    } catch (UncheckedIOException closed) {
      assertInstanceOf(SocketException.class, closed.getCause());
    }
  }

  /** Waits for a ping, which must be what comes next. */
  void readPing() {
    assertEquals(PING, readAny().opcode());
  }

  /** The next frame that is no ping. */
  Received read() {
    Received next = readAny();
    return next.opcode() == PING ? read() : next;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Received readAny() {
    try {
      int opcode = in.readUnsignedByte() & 0x0f;
      int length = in.readUnsignedByte();
      int longer = length == 126 ? in.readUnsignedShort() : length;
      byte[] payload = in.readNBytes(length == 127 ? (int) in.readLong() : longer);
      return new Received(opcode, new String(payload, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean closedWithin() throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    }
  }

  private int readByte() {
    try {
      return in.readUnsignedByte();
    } catch (EOFException | SocketException closed) {
      return -1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RawPeer write(ByteBuffer frame) {
    byte[] bytes = new byte[frame.flip().remaining()];
    frame.get(bytes);
    return write(bytes);
  }

  private static ByteBuffer header(int firstByte, int length, int maskBit) {
    var buffer = ByteBuffer.allocate(length + 14).put((byte) firstByte);
    if (length < 126) {
      return buffer.put((byte) (maskBit | length));
    }
    return length < 65_536
        ? buffer.put((byte) (maskBit | 126)).putShort((short) length)
        : buffer.put((byte) (maskBit | 127)).putLong(length);
  }
}
