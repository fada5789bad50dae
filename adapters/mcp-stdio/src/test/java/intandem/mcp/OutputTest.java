package intandem.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.mcp.tools.ToolResult;
import intandem.mcp.waking.ChannelEvent;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutputTest {

  @Test
  void lines_stay_whole_however_many_threads_answer_and_push() {
    try (var host =
        TestHost.start(TestHost.PATIENT, Dribble::new, SampleTools.echo()).initialize()) {
      for (var id = 0; id < 50; id++) {
        host.call(id, "echo", Map.of("words", "w".repeat(id * 7) + "."));
        host.frontend().push(new ChannelEvent("push " + id, Map.of("id", "" + id)));
      }
      var pushed = new ArrayList<String>();
      for (var i = 0; i < 100; i++) {
        var message = host.next();
        if (message.has("method")) {
          pushed.add(message.path("params").path("content").asText());
        }
      }
      assertEquals(IntStream.range(0, 50).mapToObj(n -> "push " + n).toList(), pushed);
    }
  }

  @Test
  void a_push_is_a_channel_notification_with_text_for_meta() {
    try (var host = TestHost.start().initialize()) {
      host.frontend().push(new ChannelEvent("hello", Map.of("peer", "bob")));
      var message = host.next();
      assertEquals("notifications/claude/channel", message.path("method").asText());
      assertEquals("hello", message.path("params").path("content").asText());
      assertEquals("bob", message.path("params").path("meta").path("peer").asText());
    }
  }

  @Test
  void a_meta_entry_has_a_known_key_and_no_free_text() {
    assertThrows(IllegalArgumentException.class, () -> new ChannelEvent("x", Map.of("from", "1")));
    for (var value : List.of("", "a b", "a\"b", "<b>", "\u200b", "x".repeat(41))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new ChannelEvent("x", Map.of("peer", value)),
          value);
    }
  }

  @Test
  void the_flush_hook_runs_after_the_whole_line_was_flushed() throws InterruptedException {
    var record = new Recording();
    BlockingQueue<String> flushedThen = new LinkedBlockingQueue<>();
    var tool =
        SampleTools.tool(
            "tell",
            (_, _) ->
                ToolResult.of("the news")
                    .settling(
                        () -> flushedThen.add(record.flushed()), () -> flushedThen.add("lost")));
    try (var host = TestHost.start(TestHost.PATIENT, record::into, tool).initialize()) {
      host.call(1, "tell", Map.of());
      var then = flushedThen.take();
      assertTrue(then.contains("the news") && then.endsWith("\n"), then);
    }
  }

  @Test
  void the_loss_hook_runs_when_the_call_was_cancelled() {
    var begun = new CountDownLatch(1);
    var lost = new CountDownLatch(1);
    var tool =
        SampleTools.tool(
            "late",
            (_, _) -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                return ToolResult.of("too late").settling(() -> {}, lost::countDown);
              }
              return ToolResult.of("never");
            });
    try (var host = TestHost.start(tool).initialize()) {
      host.call(1, "late", Map.of());
      TestHost.await(begun);
      host.notify("notifications/cancelled", Map.of("requestId", 1));
      TestHost.await(lost);
    }
  }

  @Test
  void the_loss_hook_runs_when_the_output_is_broken_and_nothing_follows_the_cut() {
    var out = new Cut();
    var lost = new CountDownLatch(2);
    var tool =
        SampleTools.tool(
            "tell", (_, _) -> ToolResult.of("news").settling(() -> {}, lost::countDown));
    try (var host = TestHost.start(TestHost.PATIENT, out::into, tool).initialize()) {
      out.cut = true;
      host.call(1, "tell", Map.of());
      host.call(2, "tell", Map.of());
      TestHost.await(lost);
      assertEquals(1, out.attempts.get());
      host.endInput();
      host.awaitEnd();
    }
  }

  @Test
  void a_throwing_hook_harms_nothing() {
    var tool =
        SampleTools.tool(
            "tell",
            (_, _) ->
                ToolResult.of("news")
                    .settling(
                        () -> {
                          throw new IllegalStateException("hook");
                        },
                        () -> {}));
    try (var host = TestHost.start(tool).initialize()) {
      host.call(1, "tell", Map.of());
      assertTrue(host.answerTo(1).has("result"));
      host.call(1, "tell", Map.of());
      assertTrue(host.answerTo(1).has("result"));
    }
  }

  /** Passes on one byte at a time, so that two writers at once would mix their lines. */
  private static final class Dribble extends FilterOutputStream {
    Dribble(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      for (var i = offset; i < offset + length; i++) {
        out.write(bytes[i]);
      }
    }
  }

  /** Remembers what was flushed. */
  private static final class Recording {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private volatile String flushed = "";

    String flushed() {
      return flushed;
    }

    OutputStream into(OutputStream target) {
      return new FilterOutputStream(target) {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          written.write(bytes, offset, length);
          target.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
          target.flush();
          flushed = written.toString(StandardCharsets.UTF_8);
        }
      };
    }
  }

  /** Fails every write once cut, and counts them. */
  private static final class Cut {
    private volatile boolean cut;
    private final AtomicInteger attempts = new AtomicInteger();

    OutputStream into(OutputStream target) {
      return new FilterOutputStream(target) {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          if (cut) {
            attempts.incrementAndGet();
            throw new IOException("cut");
          }
          target.write(bytes, offset, length);
        }
      };
    }
  }
}
