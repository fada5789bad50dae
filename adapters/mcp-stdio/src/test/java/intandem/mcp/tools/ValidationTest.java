package intandem.mcp.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.mcp.SampleTools;
import intandem.mcp.arguments.Arguments;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

class ValidationTest {

  static List<ArgumentSet> faults() {
    return List.of(
        fault("title", 5, "title is the number 5; accepted: a text of 1 to 10 characters"),
        fault("title", "", "title is empty; accepted: a text of 1 to 10 characters"),
        fault("title", " ", "title is only white space; accepted: a text of 1 to 10 characters"),
        fault("title", "12345678901", "title is the text \"12345678901\"; accepted: a text of 1"),
        fault("title", "x".repeat(50), "title is the text \"" + "x".repeat(40) + "…\" of 50 char"),
        fault("title", true, "title is true; accepted: a text"),
        fault("note", List.of(1), "note is a list of 1: [1]; accepted: a text of at most 5 char"),
        fault("note", Map.of("a", 1), "note is an object: {a=1}; accepted: a text of at most 5"),
        fault("color", "blue", "color is the text \"blue\"; accepted: one of red, green"),
        fault("color", 1, "color is the number 1; accepted: one of red, green"),
        fault("count", 0, "count is the number 0; accepted: a whole number from 1 to 9"),
        fault("count", 10, "count is the number 10; accepted: a whole number from 1 to 9"),
        fault("count", 1.5, "count is the number 1.5; accepted: a whole number from 1 to 9"),
        fault("count", "3", "count is the text \"3\"; accepted: a whole number from 1 to 9"),
        fault("count", Double.POSITIVE_INFINITY, "count is the number Infinity; accepted: a whole"),
        fault("loud", "yes", "loud is the text \"yes\"; accepted: true or false"),
        fault("tags", "a", "tags is the text \"a\"; accepted: a list of at most 2 texts of 1 to 3"),
        fault("tags", List.of("a", "b", "c"), "tags is a list of 3: [a, b, c]; accepted: a list"),
        fault("tags", List.of("a", 7), "tags[1] is the number 7; accepted: a text of 1 to 3"),
        fault("tags", List.of("long"), "tags[0] is the text \"long\"; accepted: a text of 1 to 3"),
        fault("tags", Arrays.asList("a", null), "tags[1] is null; accepted: a text of 1 to 3"),
        fault("items", List.of("a"), "items #1 is the text \"a\"; accepted: an object with name, "),
        fault("items", List.of(Map.of()), "items #1: name is missing; accepted: a text of 1 to 5"),
        fault(
            "items",
            List.of(Map.of("name", "a"), Map.of("name", "b", "size", 9)),
            "items #2: size is the number 9; accepted: a whole number from 0 to 4"),
        fault(
            "items",
            List.of(Map.of("name", "a", "nmae", "b")),
            "items #1: \"nmae\" is no argument here; accepted: name, size"),
        fault("extra", 1, "\"extra\" is no argument here; accepted: title, note, color, count, "));
  }

  private static ArgumentSet fault(String name, Object given, String message) {
    return org.junit.jupiter.params.provider.Arguments.argumentSet(message, name, given, message);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_fault_names_the_argument_what_was_given_and_what_is_accepted(
      String name, Object given, String message) {
    var text = refusal(with(name, given));
    assertTrue(text.startsWith("everything was not run:\n- " + message), text);
    assertEquals(2, text.lines().count(), text);
  }

  @Test
  void a_missing_argument_is_named() {
    assertEquals(
        "everything was not run:\n- title is missing; accepted: a text of 1 to 10 characters",
        refusal(Map.of()));
  }

  @Test
  void several_faults_are_listed_together() {
    var text = refusal(Map.of("count", 0, "loud", 1));
    assertEquals(4, text.lines().count(), text);
  }

  @Test
  void no_more_than_ten_faults_are_listed() {
    var given = new HashMap<String, Object>();
    given.put("title", "fine");
    IntStream.range(0, 25).forEach(n -> given.put("x" + n, n));
    var text = refusal(given);
    assertTrue(text.endsWith("\n- and 15 more"), text);
    assertEquals(12, text.lines().count(), text);
  }

  @Test
  void an_excerpt_stays_on_one_line_and_shows_no_control_or_direction_mark() {
    var text = refusal(with("color", "a\n\u001b[2J\u202e\"\ud800"));
    assertTrue(text.contains("\"a\\u{a}\\u{1b}[2J\\u{202e}\\u{22}\\u{d800}\""), text);
  }

  @Test
  void length_counts_characters_and_not_their_halves() {
    assertEquals("\ud83d\ude00".repeat(10), valid(title("\ud83d\ude00".repeat(10))).text("title"));
  }

  @Test
  void valid_values_arrive_typed() {
    var arguments = valid(full());
    assertEquals("red", arguments.text("color"));
    assertEquals(5, arguments.whole("count"));
    assertTrue(arguments.flag("loud"));
    assertEquals(List.of("a", "b"), arguments.texts("tags"));
    assertEquals("one", arguments.objects("items").getFirst().text("name"));
    assertEquals(OptionalLong.of(2), arguments.objects("items").getFirst().optionalWhole("size"));
  }

  private static Map<String, Object> full() {
    return Map.of(
        "title",
        "t",
        "color",
        "red",
        "count",
        5.0,
        "loud",
        true,
        "tags",
        List.of("a", "b"),
        "items",
        List.of(Map.of("name", "one", "size", 2L)));
  }

  @Test
  void what_was_left_out_or_null_is_absent() {
    var arguments = valid(with("note", null));
    assertFalse(arguments.has("note"));
    assertTrue(arguments.optionalText("color").isEmpty());
    assertEquals(OptionalLong.empty(), arguments.optionalWhole("count"));
    assertFalse(arguments.flag("loud"));
    assertEquals(List.of(), arguments.texts("tags"));
    assertEquals(List.of(), arguments.objects("items"));
  }

  @Test
  void an_empty_list_is_told_from_none() {
    assertTrue(valid(with("tags", List.of())).has("tags"));
  }

  private static Map<String, Object> title(String title) {
    return Map.of("title", title);
  }

  private static Map<String, ?> with(String name, @Nullable Object value) {
    var given = new HashMap<String, @Nullable Object>(title("fine"));
    given.put(name, value);
    return given;
  }

  private static String refusal(Map<String, ?> given) {
    var tool = SampleTools.everything((_, _) -> ToolResult.of("ran"));
    var result = Invocation.invoke(tool, given, new Call.Anonymous());
    assertTrue(result.isError(), result.text());
    return result.text();
  }

  private static Arguments valid(Map<String, ?> given) {
    var seen = new AtomicReference<Arguments>();
    var tool =
        SampleTools.everything(
            (arguments, _) -> {
              seen.set(arguments);
              return ToolResult.of("ran");
            });
    var result = Invocation.invoke(tool, given, new Call.Anonymous());
    assertEquals("ran", result.text());
    return seen.get();
  }
}
