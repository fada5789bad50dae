package intandem.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.mcp.tools.ToolResult;
import intandem.mcp.waking.ChannelEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EndTest {

  private static final Limits HASTY = new Limits(1 << 20, Duration.ofMillis(50));

  @Test
  void the_end_of_the_input_ends_serving() {
    try (var host = TestHost.start().initialize()) {
      host.endInput();
      assertEquals(0, host.rest().size());
    }
  }

  @Test
  void the_end_of_the_input_before_any_message_ends_serving() {
    try (var host = TestHost.start()) {
      host.endInput();
      host.awaitEnd();
    }
  }

  @Test
  void a_last_line_without_a_line_feed_is_answered() {
    try (var host = TestHost.start()) {
      host.bytes(
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}".getBytes(StandardCharsets.UTF_8));
      host.endInput();
      assertTrue(host.rest().getFirst().has("result"));
    }
  }

  @Test
  void a_call_under_way_at_the_end_is_given_time_to_answer() {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var tool = SampleTools.waiting(begun, go, "done");
    try (var host = TestHost.start(tool).initialize()) {
      host.call(1, "wait", Map.of());
      TestHost.await(begun);
      host.endInput();
      go.countDown();
      var rest = host.rest();
      assertEquals(1, rest.size());
      assertFalse(rest.getFirst().path("result").path("isError").asBoolean(true));
    }
  }

  @Test
  void a_call_that_outlasts_the_patience_is_interrupted() {
    var begun = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    var tool = SampleTools.endless(begun, interrupted);
    try (var host = TestHost.start(HASTY, UnaryOperator.identity(), tool).initialize()) {
      host.call(1, "endless", Map.of());
      TestHost.await(begun);
      host.endInput();
      TestHost.await(interrupted);
      host.awaitEnd();
    }
  }

  @Test
  void a_call_that_ignores_its_interrupt_does_not_keep_serving() {
    var begun = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var tool =
        SampleTools.tool(
            "deaf",
            (_, _) -> {
              begun.countDown();
              while (release.getCount() > 0) {
                Thread.onSpinWait();
              }
              return ToolResult.of("late");
            });
    try (var host = TestHost.start(HASTY, UnaryOperator.identity(), tool).initialize()) {
      host.call(1, "deaf", Map.of());
      TestHost.await(begun);
      host.endInput();
      host.awaitEnd();
    } finally {
      release.countDown();
    }
  }

  @Test
  void close_interrupts_what_runs() {
    var begun = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    try (var host = TestHost.start(SampleTools.endless(begun, interrupted)).initialize()) {
      host.call(1, "endless", Map.of());
      TestHost.await(begun);
      host.frontend().close();
      TestHost.await(interrupted);
    }
  }

  @Test
  void a_push_after_the_end_is_no_error() {
    try (var host = TestHost.start().initialize()) {
      host.endInput();
      host.awaitEnd();
      host.frontend().push(new ChannelEvent("late", Map.of()));
    }
  }

  @Test
  void the_process_ends_with_its_input_and_says_nothing_but_json() throws Exception {
    var process = sampleProcess();
    try {
      var stdin = process.outputWriter(StandardCharsets.UTF_8);
      stdin.write(
          """
          not json
          {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
          "capabilities":{},"clientInfo":{"name":"t","version":"0"}}}
          {"jsonrpc":"2.0","method":"notifications/initialized"}
          {"jsonrpc":"2.0","id":2,"method":"tools/list"}
          """);
      stdin.close();
      var lines = process.inputReader(StandardCharsets.UTF_8).lines().map(TestHost::read).toList();
      assertEquals(3, lines.size());
      assertTrue(process.waitFor(20, TimeUnit.SECONDS), "the process lives on");
      assertEquals(0, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process sampleProcess() throws IOException {
    var java = System.getProperty("java.home") + "/bin/java";
    var classPath = System.getProperty("java.class.path");
    return new ProcessBuilder(List.of(java, "-cp", classPath, SampleServer.class.getName()))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
