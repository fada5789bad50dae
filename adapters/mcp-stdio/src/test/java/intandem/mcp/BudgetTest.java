package intandem.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import intandem.mcp.tools.Tool;
import intandem.mcp.tools.Tools;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static final int CHARS_PER_TOKEN = 4;

  private final JsonNode tools = list();

  @Test
  void all_definitions_fit_into_three_thousand_tokens() {
    var tokens = tokens(_ -> true);
    System.err.println("definitions: " + tokens + " tokens");
    assertTrue(tokens <= 3_000, tokens + " tokens");
  }

  @Test
  void what_is_always_loaded_fits_into_eight_hundred_tokens() {
    var tokens = tokens(BudgetTest::alwaysLoaded);
    System.err.println("always loaded: " + tokens + " tokens");
    assertTrue(tokens <= 800, tokens + " tokens");
  }

  @Test
  void four_tools_are_always_loaded() {
    var loaded =
        StreamSupport.stream(tools.spliterator(), false).filter(BudgetTest::alwaysLoaded).count();
    assertEquals(4, loaded);
  }

  @Test
  void the_instructions_fit_into_twelve_hundred_characters() {
    System.err.println("instructions: " + Instructions.TEXT.length() + " characters");
    assertTrue(Instructions.TEXT.length() <= 1_200, Instructions.TEXT.length() + " characters");
  }

  private static boolean alwaysLoaded(JsonNode tool) {
    return tool.path("_meta").has("anthropic/alwaysLoad");
  }

  private long tokens(Predicate<JsonNode> which) {
    var chars =
        StreamSupport.stream(tools.spliterator(), false)
            .filter(which)
            .mapToLong(tool -> tool.toString().length())
            .sum();
    return (chars + CHARS_PER_TOKEN - 1) / CHARS_PER_TOKEN;
  }

  private static JsonNode list() {
    var table = Tools.of(new FakeTandem(), FakeTandem.setting()).toArray(Tool[]::new);
    try (var host = TestHost.start(table).initialize()) {
      host.request(1, "tools/list", Map.of());
      return host.answerTo(1).path("result").path("tools");
    }
  }
}
