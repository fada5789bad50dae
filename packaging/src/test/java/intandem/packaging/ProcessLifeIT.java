package intandem.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** How processes of the bundle end, and how the next ones of their sessions go on. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ProcessLifeIT {
  /** What a shell adds to the number of the signal that ended a process; Java does as shells do. */
  private static final int SIGNAL = 128;

  private static final int TERM = 15;

  @TempDir private static Path shared;
  private static Bundle bundle = new Bundle(Path.of(""));

  private final List<Client> processes = new ArrayList<>();
  private Path project = Path.of("");

  @BeforeAll
  static void unpack() throws Exception {
    bundle = Bundle.unpack(shared);
  }

  @BeforeEach
  void meet() throws Exception {
    project = Files.createTempDirectory(shared, "project");
    var created = start("owner").call("intandem_create", "{\"name\":\"team\"}");
    var code = created.all("(?<=\\\\n)[A-Z2-9]{6}(?=\\\\n)").getFirst();
    start("guest").call("intandem_join", "{\"code\":\"%s\"}".formatted(code));
  }

  private Client start(String session) throws IOException {
    var process = new Client(bundle, project, session);
    processes.add(process);
    return process;
  }

  private Client owner() {
    return processes.get(0);
  }

  private Client guest() {
    return processes.get(1);
  }

  @AfterEach
  void part() {
    processes.reversed().forEach(Client::kill);
  }

  private static String says(Client client, String text) throws IOException {
    var arguments = "{\"type\":\"chat\",\"message\":\"%s\"}".formatted(text);
    return client.call("intandem_send", arguments).text();
  }

  private static String name(Client client) throws IOException {
    return client.call("intandem_peers", "{}").all("(?<=You are )[\\w-]+").getFirst();
  }

  private static void assertEnds(Client client, int code) throws Exception {
    assertEquals(0, client.handle().descendants().count());
    assertEquals(OptionalInt.of(code), client.exitCode(Duration.ofSeconds(2)));
  }

  /** The one signal that a process started in the background does not inherit as ignored. */
  private static void signal(Client client) throws Exception {
    var pid = Long.toString(client.handle().pid());
    new ProcessBuilder("kill", "-TERM", pid).start().waitFor();
  }

  @Test
  void the_end_of_their_input_ends_owner_and_guest() throws Exception {
    guest().hangUp();
    assertEnds(guest(), 0);
    owner().hangUp();
    assertEnds(owner(), 0);
  }

  @Test
  void signals_end_owner_and_guest() throws Exception {
    signal(guest());
    assertEnds(guest(), SIGNAL + TERM);
    signal(owner());
    assertEnds(owner(), SIGNAL + TERM);
  }

  @Test
  void what_a_host_that_is_gone_never_read_is_shown_by_the_next_process() throws Exception {
    guest().lastCall("intandem_peers", "{}");
    assertTrue(says(owner(), "important").contains(": safe"));
    guest().start("intandem_inbox", "{\"wait_seconds\":10}");
    guest().hangUp();
    guest().handle().onExit().join();
    var unread = start("guest").call("intandem_inbox", "{\"wait_seconds\":10}");
    assertTrue(unread.says("│ important"), unread.line());
  }

  @Test
  void what_was_written_outlives_two_kills_and_is_sent_once() throws Exception {
    owner().kill();
    says(guest(), "kept");
    guest().kill();
    says(start("guest"), "kept as well");
    var back = start("owner");
    var read = back.call("intandem_inbox", "{\"wait_seconds\":30}").text();
    while (!read.contains("kept as well")) {
      read += back.call("intandem_inbox", "{\"wait_seconds\":30}").text();
    }
    assertEquals(3, read.split("│ kept", -1).length, read);
  }

  @Test
  void an_owner_that_was_killed_opens_the_workspace_again_without_being_asked() throws Exception {
    owner().kill();
    start("owner");
    var answer = says(guest(), "anyone?");
    while (!answer.contains(": safe")) {
      answer =
          guest().call("intandem_inbox", "{\"wait_seconds\":1}").text() + says(guest(), "again");
    }
  }

  @Test
  void another_session_of_the_directory_returns_as_the_member_that_is_free() throws Exception {
    var before = name(guest());
    guest().kill();
    var another = start("another");
    another.call("intandem_rejoin", "{}");
    assertEquals(before, name(another));
  }

  @Test
  void the_next_process_of_a_session_waits_for_the_one_before() throws Exception {
    var before = name(guest());
    var next = start("guest");
    assertTrue(next.call("intandem_peers", "{}").says("still closing"));
    guest().kill();
    while (next.call("intandem_peers", "{}").isError()) {
      next.call("intandem_inbox", "{\"wait_seconds\":1}");
    }
    assertEquals(before, name(next));
  }
}
