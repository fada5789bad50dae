package intandem.mcp.waking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.mcp.TestHost;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxSocketTest {
  @TempDir private Path directory = Path.of("");

  private Map<String, String> environment() {
    return Map.of(
        "CLAUDE_CODE_MESSAGING_SOCKET",
        directory.resolve("s.sock").toString(),
        "CLAUDE_CODE_MESSAGING_TOKEN",
        "t0ken");
  }

  @Test
  void the_token_goes_before_the_text() throws IOException {
    var address = UnixDomainSocketAddress.of(directory.resolve("s.sock"));
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address)) {
      InboxSocket.of(environment()).orElseThrow().send("a \"line\" of ours");
      try (var reader =
          new BufferedReader(Channels.newReader(server.accept(), StandardCharsets.UTF_8))) {
        List<String> lines = reader.lines().toList();
        assertEquals(
            TestHost.read("{\"type\":\"auth\",\"token\":\"t0ken\"}"),
            TestHost.read(lines.getFirst()));
        var message = TestHost.read(lines.get(1));
        assertEquals("user", message.path("type").asText());
        assertEquals("a \"line\" of ours", message.path("message").path("content").asText());
        assertFalse(message.has("priority"));
        assertEquals(2, lines.size());
      }
    }
  }

  @Test
  void a_socket_that_is_gone_is_said_to_be() {
    var socket = InboxSocket.of(environment()).orElseThrow();
    assertThrows(IOException.class, () -> socket.send("x"));
  }

  @Test
  void there_is_none_without_path_and_token() {
    assertTrue(InboxSocket.of(Map.of()).isEmpty());
    assertTrue(InboxSocket.of(Map.of("CLAUDE_CODE_MESSAGING_SOCKET", "/x")).isEmpty());
    assertTrue(InboxSocket.of(Map.of("CLAUDE_CODE_MESSAGING_TOKEN", "x")).isEmpty());
  }
}
