package intandem.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import intandem.mcp.arguments.Arguments;
import intandem.mcp.tools.Tool;
import intandem.mcp.tools.ToolResult;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallsTest {

  @Test
  void three_hundred_calls_run_at_once_and_each_is_answered() {
    var all = new CountDownLatch(300);
    var tool =
        SampleTools.tool(
            "meet",
            (_, _) -> {
              all.countDown();
              all.await();
              return ToolResult.of("met");
            });
    try (var host = TestHost.start(tool).initialize()) {
      for (var id = 0; id < 300; id++) {
        host.call(id, "meet", Map.of());
      }
      var answered = new HashSet<Integer>();
      for (var i = 0; i < 300; i++) {
        answered.add(host.next().path("id").asInt());
      }
      assertEquals(300, answered.size());
    }
  }

  @Test
  void a_cancelled_call_is_interrupted_and_gets_no_answer() {
    var begun = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    try (var host = TestHost.start(SampleTools.endless(begun, interrupted)).initialize()) {
      host.call("gone", "endless", Map.of());
      TestHost.await(begun);
      host.notify("notifications/cancelled", Map.of("requestId", "gone", "reason", "test"));
      TestHost.await(interrupted);
      host.request("after", "ping", Map.of());
      host.endInput();
      var rest = host.rest();
      assertEquals(1, rest.size(), rest.toString());
      assertEquals("after", rest.getFirst().path("id").asText());
    }
  }

  @Test
  void an_id_can_be_used_again_after_it_was_cancelled() {
    var begun = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    var endless = SampleTools.endless(begun, interrupted);
    try (var host = TestHost.start(endless, SampleTools.echo()).initialize()) {
      host.call(7, "endless", Map.of());
      TestHost.await(begun);
      host.notify("notifications/cancelled", Map.of("requestId", 7));
      host.call(7, "echo", Map.of("words", "second"));
      assertEquals("second", text(host.answerTo(7)));
      host.endInput();
      assertEquals(0, host.rest().size());
    }
  }

  @Test
  void a_second_request_of_an_id_under_way_is_refused_and_the_first_goes_on() {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var tool = SampleTools.waiting(begun, go, "first");
    try (var host = TestHost.start(tool, SampleTools.echo()).initialize()) {
      host.call(1, "wait", Map.of());
      TestHost.await(begun);
      host.call(1, "echo", Map.of("words", "second"));
      assertEquals(-32600, host.answerTo(1).path("error").path("code").asInt());
      go.countDown();
      assertEquals("first", text(host.answerTo(1)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        IllegalStateException.class,
        StackOverflowError.class,
        NoClassDefFoundError.class,
        OutOfMemoryError.class,
        AssertionError.class
      })
  void whatever_a_handler_throws_is_an_error_result(Class<? extends Throwable> thrown) {
    var tool =
        SampleTools.tool(
            "break",
            (_, _) -> {
              throw sneaky(thrown);
            });
    try (var host = TestHost.start(tool, SampleTools.echo()).initialize()) {
      host.call(1, "break", Map.of());
      var answer = host.answerTo(1);
      assertTrue(answer.path("result").path("isError").asBoolean(), answer.toString());
      assertTrue(text(answer).startsWith("break failed"), answer.toString());
      assertTrue(text(answer).contains(thrown.getSimpleName()), answer.toString());
      host.call(2, "echo", Map.of("words", "still here"));
      assertEquals("still here", text(host.answerTo(2)));
    }
  }

  private static Error sneaky(Class<? extends Throwable> thrown) {
    try {
      var instance = thrown.getConstructor().newInstance();
      if (instance instanceof RuntimeException e) {
        throw e;
      }
      return (Error) instance;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no such constructor", e);
    }
  }

  @Test
  void real_endless_recursion_is_an_error_result() {
    var tool = SampleTools.tool("deep", (_, _) -> ToolResult.of("" + depth(0)));
    try (var host = TestHost.start(tool).initialize()) {
      host.call(1, "deep", Map.of());
      assertTrue(text(host.answerTo(1)).contains("StackOverflowError"));
    }
  }

  @SuppressWarnings("InfiniteRecursion")
  private static long depth(long sofar) {
    return 1 + depth(sofar + 1);
  }

  @Test
  void the_handler_sees_the_hosts_id_of_the_call() {
    try (var host = TestHost.start(callId()).initialize()) {
      host.request(
          1,
          "tools/call",
          Map.of("name", "id", "_meta", Map.of("claudecode/toolUseId", "toolu_1")));
      assertEquals("Identified[toolUseId=toolu_1]", text(host.answerTo(1)));
    }
  }

  @Test
  void a_call_without_an_id_of_the_host_is_anonymous() {
    try (var host = TestHost.start(callId()).initialize()) {
      host.request(1, "tools/call", Map.of("name", "id"));
      assertEquals("Anonymous[]", text(host.answerTo(1)));
    }
  }

  private static Tool callId() {
    return SampleTools.tool("id", (_, call) -> ToolResult.of(call.toString()));
  }

  @Test
  void a_refused_argument_does_not_reach_the_handler() {
    BlockingQueue<Arguments> seen = new LinkedBlockingQueue<>();
    var tool =
        SampleTools.everything(
            (arguments, _) -> {
              seen.add(arguments);
              return ToolResult.of("done");
            });
    try (var host = TestHost.start(tool).initialize()) {
      host.call(1, "everything", Map.of("title", 5));
      assertTrue(host.answerTo(1).path("result").path("isError").asBoolean());
      assertTrue(seen.isEmpty());
    }
  }

  @Test
  void an_unknown_tool_is_an_error_and_not_a_silence() {
    try (var host = TestHost.start(SampleTools.echo()).initialize()) {
      host.call(1, "nothing", Map.of());
      assertTrue(host.answerTo(1).has("error"));
    }
  }

  @Test
  void arguments_that_are_no_object_are_an_error_and_not_a_silence() {
    try (var host = TestHost.start(SampleTools.echo()).initialize()) {
      host.request(1, "tools/call", Map.of("name", "echo", "arguments", "words"));
      assertTrue(host.answerTo(1).has("error"));
    }
  }

  @Test
  void an_ordinary_result_is_no_error() {
    try (var host = TestHost.start(SampleTools.echo()).initialize()) {
      host.call(1, "echo", Map.of("words", "fine"));
      assertFalse(host.answerTo(1).path("result").path("isError").asBoolean());
    }
  }

  private static String text(JsonNode answer) {
    return answer.path("result").path("content").path(0).path("text").asText();
  }
}
