package intandem.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request sent after any bad line is answered; the bad line gets an error or nothing. */
class BadLinesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nonsense | -32700",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\" | -32700",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} trailing | -32700",
        "{}{} | -32700",
        "{\"jsonrpc\":\"2.0\",\"id\":1e,\"method\":\"ping\"} | -32700",
        "[] | -32600",
        "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}] | -32600",
        "{} | -32600",
        "null | -32600",
        "17 | -32600",
        "\"ping\" | -32600",
        "{\"jsonrpc\":\"2.0\",\"id\":1} | -32600",
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"} | -32600",
        "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"} | -32600",
        "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"} | -32600",
        "{\"jsonrpc\":\"2.0\",\"id\":99999999999999999999,\"method\":\"ping\"} | -32600",
        "{\"jsonrpc\":\"2.0\",\"method\":7} | -32600",
        "{\"method\":\"notifications/initialized\"} | -32600",
      })
  void a_bad_line_is_answered_under_no_id(String line, int code) {
    try (var host = TestHost.start().initialize()) {
      host.line(line);
      var answer = host.next();
      assertEquals(code, answer.path("error").path("code").asInt(), answer.toString());
      assertTrue(answer.has("id") && answer.get("id").isNull(), answer.toString());
      answersStill(host);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"bad\",\"method\":\"ping\"}",
        "{\"jsonrpc\":\"1.0\",\"id\":\"bad\",\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":\"bad\",\"method\":[]}",
        "{\"jsonrpc\":\"2.0\",\"id\":\"bad\",\"method\":\"ping\",\"params\":\"x\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":\"bad\",\"method\":\"ping\",\"params\":[1]}"
      })
  void a_bad_request_with_an_id_is_refused_under_it(String line) {
    try (var host = TestHost.start().initialize()) {
      host.line(line);
      assertEquals(-32600, host.answerTo("bad").path("error").path("code").asInt());
      answersStill(host);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "tools/call | {\"name\":\"echo\",\"arguments\":[\"x\"]} | params.arguments has to be an"
            + " object",
        "tools/call | {\"name\":\"echo\",\"arguments\":\"x\"} | params.arguments has to be an"
            + " object",
        "prompts/get | {\"name\":\"x\",\"arguments\":[1]} | params.arguments has to be an object",
        "tools/call | {\"name\":\"echo\",\"_meta\":[1]} | params._meta has to be an object",
        "tools/call | null | tools/call needs params",
        "resources/read | null | resources/read needs params"
      })
  void parameters_of_the_wrong_shape_are_refused_in_words_that_say_so(
      String method, String params, String reason) {
    try (var host = TestHost.start().initialize()) {
      host.line(
          "{\"jsonrpc\":\"2.0\",\"id\":\"bad\",\"method\":\"%s\",\"params\":%s}"
              .formatted(method, params));
      var error = host.answerTo("bad").path("error");
      assertEquals(-32602, error.path("code").asInt(), error.toString());
      assertTrue(error.path("message").asText().startsWith(reason), error.toString());
      answersStill(host);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   \t  ",
        "\r",
        "{\"jsonrpc\":\"2.0\",\"id\":\"unasked\",\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":\"unasked\",\"error\":{\"code\":-1,\"message\":\"no\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"no\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":\"no\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/unheard-of\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}"
      })
  void a_line_that_asks_nothing_gets_no_answer(String line) {
    try (var host = TestHost.start().initialize()) {
      host.line(line);
      answersStill(host);
    }
  }

  @Test
  void invalid_utf_8_is_a_parse_error() {
    badBytes("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"p\u00e9ng\"}\n", -32700);
  }

  @Test
  void a_nul_byte_is_a_parse_error() {
    badBytes("\0\0{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\0\n", -32700);
  }

  @Test
  void json_nested_without_end_is_a_parse_error() {
    badBytes("[".repeat(500_000) + "\n", -32700);
  }

  private static void badBytes(String latin1, int code) {
    try (var host = TestHost.start().initialize()) {
      host.bytes(latin1.getBytes(StandardCharsets.ISO_8859_1));
      assertEquals(code, host.next().path("error").path("code").asInt());
      answersStill(host);
    }
  }

  @Test
  void a_line_over_the_limit_is_refused_whole() {
    var limits = new Limits(1000, Duration.ofSeconds(20));
    try (var host = TestHost.start(limits, UnaryOperator.identity()).initialize()) {
      host.line("x".repeat(5_000_000));
      assertEquals(-32600, host.next().path("error").path("code").asInt());
      answersStill(host);
    }
  }

  @Test
  void a_line_of_exactly_the_limit_is_read() {
    var limits = new Limits(1000, Duration.ofSeconds(20));
    try (var host = TestHost.start(limits, UnaryOperator.identity()).initialize()) {
      var ping = "{\"jsonrpc\":\"2.0\",\"id\":\"full\",\"method\":\"ping\"}";
      host.line(ping + " ".repeat(1000 - ping.length()));
      assertTrue(host.answerTo("full").has("result"));
    }
  }

  @Test
  void an_error_for_a_request_of_the_server_does_not_stop_the_reading() {
    try (var host = TestHost.start().initialize()) {
      host.notify("notifications/roots/list_changed", Map.of());
      var asked = host.next();
      assertEquals("roots/list", asked.path("method").asText());
      host.line(
          "{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":-32601,\"message\":\"no\"}}"
              .formatted(asked.get("id")));
      answersStill(host);
    }
  }

  private static void answersStill(TestHost host) {
    host.request("after", "ping", Map.of());
    assertTrue(host.answerTo("after").has("result"));
  }
}
