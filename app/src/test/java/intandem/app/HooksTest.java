package intandem.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two whole servers, whose hosts have hooks and no other way to wake their models. */
class HooksTest {
  private static final Pattern CODE = Pattern.compile("\\\\n([A-Z0-9]{6})\\\\n");

  private final Assistant ada;
  private final Assistant bob;

  private final Path home;

  HooksTest(@TempDir Path directory) throws IOException {
    home = directory.resolve("a");
    ada = new Assistant(home, "a");
    bob = new Assistant(directory.resolve("b"), "b");
  }

  @AfterEach
  void close() {
    bob.close();
    ada.close();
  }

  private void join() {
    var code = CODE.matcher(ada.call("intandem_create", "{}").line());
    assertTrue(code.find());
    var where = "%s@127.0.0.1:%d".formatted(code.group(1), HubPort.of(home));
    assertFalse(bob.call("intandem_join", "{\"code\":\"%s\"}".formatted(where)).isError());
  }

  private static Assistant.Result hook(Assistant of, String event) {
    return of.call("intandem_hook", "{\"event\":\"%s\",\"id\":\"toolu_1\"}".formatted(event));
  }

  private static void assertSilent(Assistant.Result result) {
    assertFalse(result.isError());
    assertTrue(result.says("\"text\":\"{}\""), result.line());
  }

  @Test
  void outside_of_a_workspace_hooks_are_silent() {
    assertSilent(hook(ada, "UserPromptSubmit"));
    assertSilent(hook(ada, "Stop"));
    assertSilent(hook(ada, "SessionStart"));
  }

  @Test
  void a_message_reaches_the_model_with_the_next_hook_and_not_again() {
    join();
    bob.call("intandem_send", "{\"type\":\"status\",\"message\":\"tests pass\"}");
    var result = hook(ada, "PostToolBatch");
    assertTrue(result.says("additionalContext") && result.says("tests pass"), result.line());
    assertSilent(hook(ada, "PostToolBatch"));
    assertFalse(ada.call("intandem_inbox", "{}").says("tests pass"));
  }

  @Test
  void a_status_does_not_keep_a_model_going_and_a_question_does() {
    join();
    bob.call("intandem_send", "{\"type\":\"status\",\"message\":\"tests pass\"}");
    assertSilent(hook(ada, "Stop"));
    bob.call("intandem_send", "{\"type\":\"question\",\"message\":\"merge?\"}");
    var result = hook(ada, "Stop");
    assertTrue(result.says("tests pass") && result.says("merge?"), result.line());
  }

  @Test
  void a_session_that_starts_anew_is_told_where_it_stands() {
    join();
    var result = hook(bob, "SessionStart");
    assertTrue(result.says("in workspace \\\\\\\"proj\\\\\\\" as "), result.line());
  }

  @Test
  void peers_are_told_that_a_session_has_hooks() {
    join();
    assertTrue(ada.call("intandem_peers", "{}").says("cannot be woken: reads with its next"));
    hook(bob, "PostToolBatch");
    bob.call("intandem_send", "{\"type\":\"status\",\"message\":\"now with hooks\"}");
    bob.call("intandem_send", "{\"type\":\"status\",\"message\":\"and again\"}");
    var peers = ada.call("intandem_peers", "{}");
    assertTrue(peers.says("looks for messages whenever it stops"), peers.line());
  }

  @Test
  void what_does_not_fit_into_a_hook_waits_for_the_inbox() {
    join();
    var plain = "end of " + "a".repeat(1_900);
    var quotes = "\\\"".repeat(3_000);
    bob.call("intandem_send", "{\"type\":\"chat\",\"message\":\"%s\"}".formatted(plain));
    bob.call("intandem_send", "{\"type\":\"chat\",\"message\":\"%s\"}".formatted(quotes));
    var result = hook(ada, "PostToolBatch");
    assertTrue(result.says("│ " + plain) && result.says("1 more waits"), result.line());
    assertTrue(ada.call("intandem_inbox", "{}").says("&quot;".repeat(1_000)));
  }
}
