package intandem.mcp.waking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The socket on which Claude Code (2.1.224 and later) takes messages for the session that started
 * this process: lines of JSON, the first with a token. It takes 30 at once and one in 2 seconds
 * after that, drops a text that it had within 30 seconds, and never answers.
 */
public final class InboxSocket {

  private static final String PATH = "CLAUDE_CODE_MESSAGING_SOCKET";
  private static final String TOKEN = "CLAUDE_CODE_MESSAGING_TOKEN";

  private final UnixDomainSocketAddress address;
  private final String token;

  private InboxSocket(UnixDomainSocketAddress address, String token) {
    this.address = address;
    this.token = token;
  }

  /** The one that this environment offers. */
  public static Optional<InboxSocket> of(Map<String, String> environment) {
    var path = environment.getOrDefault(PATH, "");
    var token = environment.getOrDefault(TOKEN, "");
    return path.startsWith("/") && !token.isEmpty()
        ? Optional.of(new InboxSocket(UnixDomainSocketAddress.of(path), token))
        : Optional.empty();
  }

  /** Hands a text over; on return it is written, which is all that can be known. */
  public void send(String text) throws IOException {
    var message = Map.of("role", "user", "content", text);
    var lines =
        line(Map.of("type", "auth", "token", token))
            + line(Map.of("type", "user", "message", message));
    var bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
    try (var channel = SocketChannel.open(address)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private static String line(Map<String, ?> value) throws JsonProcessingException {
    return new ObjectMapper().writeValueAsString(value) + "\n";
  }
}
