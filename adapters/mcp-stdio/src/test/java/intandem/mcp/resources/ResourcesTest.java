package intandem.mcp.resources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import intandem.domain.id.MemberId;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import intandem.domain.view.Happening;
import intandem.mcp.FakeTandem;
import intandem.mcp.Mails;
import intandem.mcp.Offer;
import intandem.mcp.SampleTools;
import intandem.mcp.TestHost;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourcesTest {

  private static TestHost host(FakeTandem tandem) {
    return TestHost.start(Offer.of(tandem, FakeTandem.setting())).initialize();
  }

  private static TestHost host(Resource.Reader reader) {
    var resource = new Resource("test://it", "it", "For tests.", reader);
    return TestHost.start(new Offer(List.of(SampleTools.echo()), List.of(resource), List.of()))
        .initialize();
  }

  private static JsonNode read(FakeTandem tandem, String uri) {
    try (var host = host(tandem)) {
      host.request(1, "resources/read", Map.of("uri", uri));
      return host.answerTo(1);
    }
  }

  private static JsonNode content(JsonNode answer) {
    return answer.path("result").path("contents").path(0);
  }

  @Test
  void the_list_names_board_findings_and_activity_as_plain_text() {
    try (var host = host(new FakeTandem())) {
      host.request(1, "resources/list", Map.of());
      var listed = host.answerTo(1).path("result").path("resources");
      var all =
          StreamSupport.stream(listed.spliterator(), false)
              .map(it -> it.path("uri").asText() + " " + it.path("mimeType").asText())
              .collect(Collectors.toSet());
      assertEquals(
          Set.of(
              "intandem://board text/plain",
              "intandem://findings text/plain",
              "intandem://activity text/plain"),
          all);
    }
  }

  private static String said(Answer.Board board) {
    try (var host = host(FakeTandem.answering(board))) {
      host.call(1, "intandem_board", Map.of());
      var text = host.answerTo(1).path("result").path("content").path(0).path("text").asText();
      assertFalse(text.isBlank());
      return text;
    }
  }

  @Test
  void the_board_says_what_the_tool_says() {
    var board = new Answer.Board(List.of(), Map.of(), MemberId::value);
    var content = content(read(FakeTandem.answering(board), "intandem://board"));
    assertEquals(said(board), content.path("text").asText());
  }

  @Test
  void a_content_names_its_address_and_type() {
    var board = new Answer.Board(List.of(), Map.of(), MemberId::value);
    var content = content(read(FakeTandem.answering(board), "intandem://board"));
    assertEquals("intandem://board", content.path("uri").asText());
    assertEquals("text/plain", content.path("mimeType").asText());
  }

  @Test
  void findings_are_asked_for_without_a_filter() {
    var tandem = FakeTandem.answering(new Answer.Findings(List.of(), MemberId::value));
    read(tandem, "intandem://findings");
    assertEquals(List.of(new Ask.Findings(Set.of(), "", "")), tandem.asked);
  }

  @Test
  void the_activity_tells_what_happened() {
    var joined = new Happening(Mails.place(3), Mails.ADA, new Happening.What.Admitted(Mails.BOB));
    var activity = new Answer.Activity(List.of(joined), 0, MemberId::value);
    var content = content(read(FakeTandem.answering(activity), "intandem://activity"));
    assertTrue(content.path("text").asText().contains(Mails.BOB.value()), content.toString());
  }

  @Test
  void unread_messages_are_neither_read_nor_seen() {
    var board = new Answer.Board(List.of(), Map.of(), MemberId::value);
    var tandem = FakeTandem.answering(board).unread(Mails.letters(Mails.fromBob(3, "Psst")));
    var content = content(read(tandem, "intandem://board"));
    assertFalse(content.path("text").asText().contains("Psst"), content.toString());
    assertTrue(tandem.shown.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"intandem://board", "intandem://findings", "intandem://activity"})
  void in_no_workspace_the_text_says_so(String uri) {
    var refused = new Answer.Refused(new Refusal.NotIn());
    var content = content(read(FakeTandem.answering(refused), uri));
    assertTrue(content.path("text").asText().contains("in no workspace"), content.toString());
  }

  @Test
  void an_unknown_address_is_not_found() {
    var error = read(new FakeTandem(), "intandem://secrets").path("error");
    assertEquals(-32002, error.path("code").asInt());
  }

  @Test
  void reading_happens_on_a_virtual_thread() {
    var virtual = new AtomicBoolean();
    try (var host =
        host(
            () -> {
              virtual.set(Thread.currentThread().isVirtual());
              return "";
            })) {
      host.request(1, "resources/read", Map.of("uri", "test://it"));
      host.answerTo(1);
      assertTrue(virtual.get());
    }
  }

  @Test
  void a_cancelled_read_is_interrupted_and_gets_no_answer() {
    var begun = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    try (var host = host(() -> endless(begun, interrupted))) {
      host.request("gone", "resources/read", Map.of("uri", "test://it"));
      TestHost.await(begun);
      host.notify("notifications/cancelled", Map.of("requestId", "gone"));
      TestHost.await(interrupted);
      host.call("after", "echo", Map.of("words", "hi"));
      host.endInput();
      var rest = host.rest();
      assertEquals(1, rest.size(), rest.toString());
      assertEquals("after", rest.getFirst().path("id").asText());
    }
  }

  private static String endless(CountDownLatch begun, CountDownLatch interrupted)
      throws InterruptedException {
    begun.countDown();
    try {
      new CountDownLatch(1).await();
      return "never";
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw e;
    }
  }

  @Test
  void a_reader_that_fails_is_an_error_without_its_message() {
    try (var host =
        host(
            () -> {
              throw new StackOverflowError("inner secret");
            })) {
      host.request(1, "resources/read", Map.of("uri", "test://it"));
      var error = host.answerTo(1).path("error");
      assertEquals(-32603, error.path("code").asInt());
      assertFalse(error.toString().contains("inner secret"), error.toString());
    }
  }
}
