package intandem.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandshakeTest {

  @Test
  void discover_before_initialize_is_no_method() {
    try (var host = TestHost.start()) {
      host.request("server-discover-probe-1", "server/discover", Map.of("_meta", Map.of()));
      var answer = host.answerTo("server-discover-probe-1");
      assertEquals(-32601, answer.path("error").path("code").asInt());
    }
  }

  @Test
  void initialize_works_after_a_probe() {
    try (var host = TestHost.start(SampleTools.echo())) {
      host.request(1, "server/discover", Map.of());
      host.answerTo(1);
      host.initialize();
      host.call(2, "echo", Map.of("words", "hi"));
      assertEquals("hi", text(host, 2));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-25, 2025-11-25",
    "2025-06-18, 2025-06-18",
    "2025-03-26, 2025-03-26",
    "2024-11-05, 2024-11-05",
    "2026-07-28, 2025-11-25",
    "nonsense, 2025-11-25"
  })
  void a_known_version_is_kept_and_an_unknown_one_answered_with_the_newest(
      String asked, String answered) {
    try (var host = TestHost.start()) {
      var params = new HashMap<>(TestHost.initializeParams());
      params.put("protocolVersion", asked);
      host.request(1, "initialize", params);
      var result = host.answerTo(1).path("result");
      assertEquals(answered, result.path("protocolVersion").asText());
    }
  }

  @Test
  void initialize_tells_name_instructions_and_the_channel() {
    try (var host = TestHost.start()) {
      host.request(1, "initialize", TestHost.initializeParams());
      var result = host.answerTo(1).path("result");
      assertEquals("sample", result.path("serverInfo").path("name").asText());
      assertEquals("1.2.3", result.path("serverInfo").path("version").asText());
      assertEquals("Read me first.", result.path("instructions").asText());
      var experimental = result.path("capabilities").path("experimental");
      assertTrue(experimental.path("claude/channel").isObject());
    }
  }

  @Test
  void ping_is_answered_before_initialize() {
    try (var host = TestHost.start()) {
      host.request(1, "ping", Map.of());
      assertTrue(host.answerTo(1).path("result").isObject());
    }
  }

  @Test
  void a_list_before_initialize_is_refused_at_once() {
    try (var host = TestHost.start(SampleTools.echo())) {
      host.request(1, "tools/list", Map.of());
      assertEquals(-32600, host.answerTo(1).path("error").path("code").asInt());
    }
  }

  @Test
  void a_failed_initialize_does_not_open_the_server() {
    try (var host = TestHost.start(SampleTools.echo())) {
      host.request(1, "initialize", Map.of("capabilities", "none"));
      assertTrue(host.answerTo(1).has("error"));
      host.request(2, "tools/list", Map.of());
      assertEquals(-32600, host.answerTo(2).path("error").path("code").asInt());
    }
  }

  @Test
  void a_list_between_initialize_and_initialized_is_answered() {
    try (var host = TestHost.start(SampleTools.echo())) {
      host.request(1, "initialize", TestHost.initializeParams());
      host.request(2, "tools/list", Map.of());
      host.answerTo(1);
      assertEquals(1, host.answerTo(2).path("result").path("tools").size());
    }
  }

  @Test
  void the_app_hears_of_initialized() {
    try (var host = TestHost.start().initialize()) {
      host.awaitInitialized();
    }
  }

  @Test
  void initialized_without_initialize_opens_nothing() {
    try (var host = TestHost.start(SampleTools.echo())) {
      host.notify("notifications/initialized", Map.of());
      host.request(1, "tools/list", Map.of());
      assertTrue(host.answerTo(1).has("error"));
      host.endInput();
      host.awaitEnd();
      assertFalse(host.heardInitialized());
    }
  }

  @Test
  void an_unknown_method_is_no_method_after_initialize_too() {
    try (var host = TestHost.start().initialize()) {
      host.request(1, "completion/complete", Map.of());
      assertEquals(-32601, host.answerTo(1).path("error").path("code").asInt());
    }
  }

  @Test
  void a_result_is_text_only() {
    try (var host = TestHost.start(SampleTools.echo()).initialize()) {
      host.call(1, "echo", Map.of("words", "a\nb \u2028 \ud83d\ude00"));
      var result = host.answerTo(1).path("result");
      assertFalse(result.has("structuredContent"));
      assertEquals("a\nb \u2028 \ud83d\ude00", result.path("content").get(0).path("text").asText());
    }
  }

  private static String text(TestHost host, Object id) {
    return host.answerTo(id).path("result").path("content").get(0).path("text").asText();
  }
}
