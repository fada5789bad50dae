package intandem.mcp.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Answer.Delivered;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Ask.Moment;
import intandem.domain.tandem.Refusal;
import intandem.mcp.FakeTandem;
import intandem.mcp.Mails;
import intandem.mcp.TestHost;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookToolTest {

  private static final Answer NOTHING = new Answer.Letters(List.of(), 0, List.of(), Mails.NO_NEWS);

  private static ToolResult call(FakeTandem tandem, Map<String, ?> given) {
    var tool =
        Tools.of(tandem, FakeTandem.setting()).stream()
            .filter(t -> t.name().equals("intandem_hook"))
            .findFirst();
    return Invocation.invoke(tool.orElseThrow(), given, new Call.Anonymous());
  }

  private static Moment moment(Map<String, ?> given) {
    var tandem = FakeTandem.answering(NOTHING);
    call(tandem, given);
    return assertInstanceOf(Ask.Hook.class, tandem.asked.getFirst()).moment();
  }

  @Test
  void unread_messages_become_context_of_the_event() {
    var tandem = FakeTandem.answering(Mails.letters(Mails.fromBob(3, "Hi <b>")));
    var output = TestHost.read(call(tandem, Map.of("event", "PostToolBatch")).text());
    var specific = output.path("hookSpecificOutput");
    assertEquals("PostToolBatch", specific.path("hookEventName").asText());
    var context = specific.path("additionalContext").asText();
    assertTrue(context.startsWith("InTandem, unread until now:\n1 message:\n#3 "), context);
    assertTrue(context.contains("│ Hi &lt;b&gt;\n"), context);
  }

  @Test
  void nothing_unread_is_an_empty_text() {
    var result = call(FakeTandem.answering(NOTHING), Map.of("event", "Stop"));
    assertEquals("{}", result.text());
    assertFalse(result.isError());
  }

  @Test
  void outside_of_a_workspace_it_is_an_empty_text_and_no_error() {
    var tandem = FakeTandem.answering(new Answer.Refused(new Refusal.NotIn()));
    var result = call(tandem, Map.of("event", "UserPromptSubmit"));
    assertEquals("{}", result.text());
    assertFalse(result.isError());
  }

  @Test
  void a_session_that_starts_is_told_where_it_stands() {
    var tandem = FakeTandem.answering(new Answer.Standing(Mails.briefing(), 2));
    var output = TestHost.read(call(tandem, Map.of("event", "SessionStart")).text());
    assertEquals(
        "InTandem: in workspace \"demo\" as Ada; 2 unread messages (intandem_inbox).",
        output.path("hookSpecificOutput").path("additionalContext").asText());
  }

  @Test
  void what_it_cannot_use_of_the_arguments_is_overlooked() {
    assertEquals(
        new Moment.Worked(),
        moment(Map.of("event", "PostToolBatch", "id", "toolu_1", "prompt", List.of(1), "x", 3)));
  }

  @Test
  void the_prompt_is_handed_on() {
    var given = Map.of("event", "UserPromptSubmit", "prompt", "[wake 0badcafe]");
    assertEquals(new Moment.Prompted("[wake 0badcafe]"), moment(given));
  }

  @Test
  void a_placeholder_that_was_not_filled_in_is_no_prompt() {
    var given = Map.of("event", "UserPromptSubmit", "prompt", "${prompt}");
    assertEquals(new Moment.Prompted(""), moment(given));
  }

  @Test
  void a_model_that_stops_waits_as_long_as_is_set() {
    assertEquals(new Moment.Stopping(Duration.ofSeconds(5)), moment(Map.of("event", "Stop")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SubagentStop", "", "Notification", "</x>"})
  void other_events_are_answered_with_nothing(String event) {
    var tandem = FakeTandem.answering();
    assertEquals("{}", call(tandem, Map.of("event", event)).text());
    assertTrue(tandem.asked.isEmpty());
  }

  @Test
  void a_subagent_is_told_nothing() {
    var given = Map.of("event", "PostToolBatch", "agent_id", "a1");
    assertEquals("{}", call(FakeTandem.answering(), given).text());
  }

  @Test
  void output_that_would_be_too_long_leaves_the_messages_unread() {
    var long_ = Mails.fromBob(3, "\"".repeat(2_000));
    var tandem = FakeTandem.answering(Mails.letters(long_));
    var text = call(tandem, Map.of("event", "PostToolBatch")).text();
    assertTrue(text.length() <= 10_000 && text.contains("Call intandem_inbox"), text);
    assertEquals(1, tandem.notShown.remove().letters().size());
  }

  @Test
  void the_rest_is_counted() {
    var some = new Answer.Letters(List.of(Mails.fromBob(3, "x")), 4, List.of(), Mails.NO_NEWS);
    var text = call(FakeTandem.answering(some), Map.of("event", "PostToolBatch")).text();
    assertTrue(text.contains("4 more wait: call intandem_inbox."), text);
  }

  @Test
  void messages_are_shown_only_once_the_output_was_flushed() throws InterruptedException {
    Delivered message = Mails.fromBob(3, "Hi");
    var tandem = FakeTandem.answering(Mails.letters(message));
    var table = Tools.of(tandem, FakeTandem.setting()).toArray(Tool[]::new);
    try (var host = TestHost.start(table).initialize()) {
      host.call(1, "intandem_hook", Map.of("event", "PostToolBatch"));
      host.answerTo(1);
      var shown = tandem.shown.poll(20, TimeUnit.SECONDS);
      assertEquals(
          List.of(Mails.BOB), shown.letters().stream().map(one -> one.letter().from()).toList());
    }
  }

  @Test
  void the_model_is_not_shown_the_tool() {
    var table = Tools.of(new FakeTandem(), FakeTandem.setting()).toArray(Tool[]::new);
    try (var host = TestHost.start(table).initialize()) {
      host.request(1, "tools/list", Map.of());
      var listed = host.answerTo(1).path("result").path("tools");
      assertEquals(20, listed.size());
      assertFalse(listed.findValuesAsText("name").contains("intandem_hook"));
    }
  }
}
