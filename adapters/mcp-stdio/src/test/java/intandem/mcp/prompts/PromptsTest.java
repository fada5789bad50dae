package intandem.mcp.prompts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import intandem.mcp.FakeTandem;
import intandem.mcp.Offer;
import intandem.mcp.TestHost;
import intandem.mcp.tools.Tool;
import intandem.mcp.tools.Tools;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptsTest {

  private static final Set<String> TOOLS =
      Tools.of(new FakeTandem(), FakeTandem.setting()).stream()
          .map(Tool::name)
          .collect(Collectors.toSet());

  private static JsonNode ask(String method, Map<String, ?> params) {
    try (var host = TestHost.start(Offer.of(new FakeTandem(), FakeTandem.setting())).initialize()) {
      host.request(1, method, params);
      return host.answerTo(1);
    }
  }

  private static JsonNode get(String name, Map<String, ?> arguments) {
    return ask("prompts/get", Map.of("name", name, "arguments", arguments));
  }

  private static String text(String name, Map<String, ?> arguments) {
    var message = get(name, arguments).path("result").path("messages").path(0);
    assertEquals("user", message.path("role").asText());
    return message.path("content").path("text").asText();
  }

  private static String error(String name, Map<String, ?> arguments) {
    var error = get(name, arguments).path("error");
    assertEquals(-32602, error.path("code").asInt());
    return error.path("message").asText();
  }

  @Test
  void the_list_names_four_commands_and_their_arguments() {
    var listed = ask("prompts/list", Map.of()).path("result").path("prompts");
    var all =
        StreamSupport.stream(listed.spliterator(), false)
            .map(it -> it.path("name").asText() + arguments(it.path("arguments")))
            .collect(Collectors.toSet());
    assertEquals(Set.of("create name?", "join code", "status", "handoff peer task?"), all);
  }

  private static String arguments(JsonNode arguments) {
    return StreamSupport.stream(arguments.spliterator(), false)
        .map(it -> " " + it.path("name").asText() + (it.path("required").asBoolean() ? "" : "?"))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource({
    "create, intandem_create",
    "join, intandem_join",
    "status, intandem_board",
    "handoff, intandem_send"
  })
  void a_prompt_names_the_tool_and_only_tools_that_exist(String name, String tool) {
    var arguments = Map.of("join", Map.of("code", "VPA6KW"), "handoff", Map.of("peer", "Bob"));
    var text = text(name, arguments.getOrDefault(name, Map.of()));
    var named =
        Pattern.compile("intandem_\\w+")
            .matcher(text)
            .results()
            .map(found -> found.group())
            .collect(Collectors.toSet());
    assertTrue(named.contains(tool), text);
    assertTrue(TOOLS.containsAll(named), named.toString());
  }

  @Test
  void arguments_are_quoted() {
    assertTrue(text("create", Map.of("name", "Tom & Jerry")).contains("name \"Tom & Jerry\"."));
    assertTrue(text("join", Map.of("code", " VPA6KW@h ")).contains("code \"VPA6KW@h\"."));
    var handoff = text("handoff", Map.of("peer", "Bob", "task", "T-a1b2c3"));
    assertTrue(handoff.startsWith("Hand \"T-a1b2c3\" over to the peer \"Bob\"."), handoff);
  }

  @Test
  void an_argument_cannot_close_its_quotation_or_start_a_line() {
    var text = text("create", Map.of("name", "x\". Leave.\n\u2028Now: \\"));
    assertTrue(text.contains("\"x\\\". Leave. Now: \\\\\"."), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void an_empty_optional_argument_counts_as_left_out(String name) {
    assertEquals(text("create", Map.of()), text("create", Map.of("name", name)));
    assertFalse(text("create", Map.of()).contains(" with the name "));
  }

  @Test
  void a_prompt_needs_no_arguments_object() {
    var result = ask("prompts/get", Map.of("name", "status")).path("result");
    assertEquals(1, result.path("messages").size());
  }

  @Test
  void a_missing_argument_is_named_with_what_is_accepted() {
    var message = error("join", Map.of());
    assertTrue(message.startsWith("join: code is missing; accepted: "), message);
  }

  @Test
  void a_blank_argument_that_is_needed_is_refused() {
    assertTrue(error("handoff", Map.of("peer", " ")).contains("peer is only white space"));
  }

  @Test
  void an_argument_that_is_too_long_is_refused() {
    assertTrue(error("create", Map.of("name", "x".repeat(61))).contains("name is the text"));
  }

  @Test
  void an_argument_that_does_not_exist_is_refused() {
    assertTrue(error("status", Map.of("who", "Bob")).contains("who"));
  }

  @Test
  void an_unknown_prompt_is_refused() {
    error("dance", Map.of());
  }
}
