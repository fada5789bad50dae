package intandem.websocket;

/** Opening handshakes, good and bent. */
final class Requests {
  private Requests() {}

  /** What our own client sends, more or less. */
  static String good(int port) {
    return String.join(
            "\r\n",
            "GET /v1/ws HTTP/1.1",
            "Host: 127.0.0.1:" + port,
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Protocol: intandem.v1")
        + "\r\n\r\n";
  }

  /** The good one with a line replaced; an empty line is left out. */
  static String with(int port, String start, String line) {
    String replaced = good(port).replaceFirst("(?m)^" + start + ".*\r\n", crlf(line));
    if (replaced.equals(good(port)) && !line.startsWith(start)) {
      throw new IllegalArgumentException("no line starts with " + start);
    }
    return replaced;
  }

  /** The good one with a line more. */
  static String and(int port, String line) {
    return good(port).replaceFirst("Connection:", crlf(line) + "Connection:");
  }

  private static String crlf(String line) {
    return line.isEmpty() ? "" : line + "\r\n";
  }
}
