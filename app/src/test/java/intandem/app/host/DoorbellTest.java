package intandem.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.TaskId;
import intandem.domain.protocol.Waking;
import intandem.domain.session.boundary.SessionEffect.Wake;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorbellTest {
  private static final Wake WAKE =
      new Wake("0badcafe", List.of(), List.of(TaskId.parse("T-a1b2c3").orElseThrow()), m -> "");

  private final BlockingQueue<String> channel = new LinkedBlockingQueue<>();
  private final BlockingQueue<Waking> changes = new LinkedBlockingQueue<>();
  @TempDir private Path directory = Path.of("");

  private Doorbell bell(String delivery, boolean socket, boolean channels) {
    Map<String, String> environment = new HashMap<>(Map.of("INTANDEM_DELIVERY", delivery));
    if (socket) {
      environment.put("CLAUDE_CODE_MESSAGING_SOCKET", path().toString());
      environment.put("CLAUDE_CODE_MESSAGING_TOKEN", "token");
    }
    Doorbell bell =
        new Doorbell(environment, () -> channels, event -> channel.add(event.content()));
    bell.listen(changes::add);
    return bell;
  }

  private Path path() {
    return directory.resolve("s.sock");
  }

  @ParameterizedTest
  @CsvSource({
    "auto,           true,  true,  SOCKET",
    "'',             true,  false, SOCKET",
    "auto,           false, true,  CHANNEL",
    "auto,           false, false, NONE",
    "channel,        true,  false, CHANNEL",
    "'hook, socket', true,  true,  SOCKET",
    "hook,           true,  true,  NONE",
    "none,           true,  true,  NONE",
    "NONE,           true,  true,  NONE",
    "sokcet,         true,  true,  SOCKET"
  })
  void the_first_way_that_is_allowed_and_offered_is_the_best(
      String delivery, boolean socket, boolean channels, Waking expected) {
    assertEquals(expected, bell(delivery, socket, channels).best());
  }

  @Test
  void a_hook_that_was_heard_is_the_last_resort() {
    Doorbell bell = bell("auto", false, false);
    bell.heard();
    bell.heard();
    assertEquals(Waking.HOOK, bell.best());
    assertEquals(List.of(Waking.HOOK), List.copyOf(changes));
  }

  @Test
  void a_hook_changes_nothing_where_there_is_a_better_way() {
    Doorbell bell = bell("auto", true, false);
    bell.heard();
    assertEquals(Waking.SOCKET, bell.best());
    assertTrue(changes.isEmpty());
  }

  @Test
  void a_line_goes_over_the_socket_and_not_over_the_channel_too() throws Exception {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(path());
    try (ServerSocketChannel server =
        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address)) {
      bell("auto", true, true).ring(WAKE);
      assertTrue(received(server).contains("T-a1b2c3 ready for you"));
    }
    assertTrue(channel.isEmpty());
  }

  private static String received(ServerSocketChannel server) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(Channels.newReader(server.accept(), StandardCharsets.UTF_8))) {
      return String.join("\n", reader.lines().toList());
    }
  }

  @Test
  void a_socket_that_fails_falls_back_to_the_channel_and_peers_are_told() throws Exception {
    Doorbell bell = bell("auto", true, false);
    bell.ring(WAKE);
    assertTrue(channel.poll(20, TimeUnit.SECONDS).contains("[wake 0badcafe]"));
    assertEquals(Waking.NONE, changes.poll(20, TimeUnit.SECONDS));
  }

  @Test
  void what_is_not_allowed_is_not_used() throws Exception {
    Doorbell bell = bell("socket", true, true);
    bell.ring(WAKE);
    assertEquals(Waking.NONE, changes.poll(20, TimeUnit.SECONDS));
    assertTrue(channel.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "claude --channels plugin:x, true",
    "claude --dangerously-load-development-channels server:intandem, true",
    "claude --channels=plugin:x, true",
    "claude -p --channels plugin:x, false",
    "claude what are --flags, false",
    "claude, false"
  })
  void the_hosts_command_line_says_whether_it_takes_channel_events(String line, boolean takes) {
    assertEquals(takes, HostCommand.takesChannels(line.split(" ")));
  }

  @Test
  void this_test_was_not_started_by_such_a_host() {
    assertFalse(HostCommand.takesChannels());
  }
}
