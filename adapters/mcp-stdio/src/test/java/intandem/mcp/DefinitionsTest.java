package intandem.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import intandem.mcp.arguments.Argument;
import intandem.mcp.arguments.Argument.Presence;
import intandem.mcp.tools.Hint;
import intandem.mcp.tools.Tool;
import intandem.mcp.tools.ToolResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DefinitionsTest {

  private static final Tool HIDDEN =
      new Tool(
          "hook", "For hooks.", List.of(), Set.of(Hint.HIDDEN), (_, _) -> ToolResult.of("hooked"));

  @Test
  void the_list_keeps_the_order_of_the_table() {
    var tools = list(SampleTools.echo(), SampleTools.everything((_, _) -> ToolResult.of("")));
    assertEquals("echo", tools.path(0).path("name").asText());
    assertEquals("everything", tools.path(1).path("name").asText());
  }

  @Test
  void a_hidden_tool_is_not_listed() {
    assertEquals(1, list(SampleTools.echo(), HIDDEN).size());
  }

  @Test
  void a_hidden_tool_can_be_called() {
    try (var host = TestHost.start(HIDDEN).initialize()) {
      host.call(1, "hook", Map.of());
      var content = host.answerTo(1).path("result").path("content");
      assertEquals("hooked", content.get(0).path("text").asText());
    }
  }

  @Test
  void the_schema_says_what_validation_checks() {
    var schema = list(SampleTools.everything((_, _) -> ToolResult.of(""))).get(0);
    var expected =
        TestHost.read(
            """
            {"type":"object","properties":{
              "title":{"type":"string","maxLength":10,"description":"A line."},
              "note":{"type":"string","maxLength":5},
              "color":{"type":"string","enum":["red","green"]},
              "count":{"type":"integer","minimum":1,"maximum":9},
              "loud":{"type":"boolean"},
              "tags":{"type":"array","items":{"type":"string","maxLength":3},"maxItems":2},
              "items":{"type":"array","items":{"type":"object","properties":{
                  "name":{"type":"string","maxLength":5},
                  "size":{"type":"integer","minimum":0,"maximum":4}},"required":["name"]},
                "maxItems":3}},
             "required":["title"]}
            """);
    assertEquals(expected, schema.path("inputSchema"));
  }

  @Test
  void a_table_without_arguments_is_an_empty_object() {
    var schema = list(SampleTools.tool("bare", (_, _) -> ToolResult.of(""))).get(0);
    assertEquals(
        TestHost.read("{\"type\":\"object\",\"properties\":{}}"), schema.path("inputSchema"));
  }

  @Test
  void hints_become_annotations() {
    var annotations = list(SampleTools.echo()).get(0).path("annotations");
    assertTrue(annotations.path("readOnlyHint").asBoolean());
    assertTrue(annotations.path("destructiveHint").isBoolean());
    assertEquals(false, annotations.path("destructiveHint").asBoolean());
  }

  @Test
  void always_load_is_meta_for_the_host() {
    var meta = list(SampleTools.echo()).get(0).path("_meta");
    assertEquals(TestHost.read("{\"anthropic/alwaysLoad\":true}"), meta);
  }

  @Test
  void a_table_with_two_arguments_of_one_name_is_refused() {
    var twice = new Argument.Flag("x", "", Presence.OPTIONAL);
    var arguments = List.<Argument>of(twice, twice);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Tool("t", "", arguments, Set.of(), (_, _) -> ToolResult.of("")));
  }

  private static JsonNode list(Tool... tools) {
    try (var host = TestHost.start(tools).initialize()) {
      host.request(1, "tools/list", Map.of());
      return host.answerTo(1).path("result").path("tools");
    }
  }
}
