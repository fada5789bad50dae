package intandem.mcp.waking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.TaskId;
import intandem.domain.protocol.MessageType;
import intandem.domain.session.boundary.SessionEffect.Wake;
import intandem.domain.view.Letter;
import intandem.mcp.Mails;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WakeLineTest {

  private static final int MOST_CHARS = 240;

  private static TaskId task(String digits) {
    return TaskId.parse("T-" + digits).orElseThrow();
  }

  @Test
  void one_message_is_named_by_author_kind_and_number() {
    var event = WakeLine.of(Mails.wake(Mails.letter(42, MessageType.QUESTION, "Why?")));
    assertEquals(
        "InTandem: question #42 from Bob. Read with intandem_inbox. [wake 0badcafe]",
        event.content());
    assertEquals(
        Map.of("event", "message", "id", "42", "peer", Mails.BOB.value(), "type", "question"),
        event.meta());
  }

  @Test
  void several_messages_are_counted_by_kind() {
    var event =
        WakeLine.of(
            Mails.wake(
                Mails.letter(1, MessageType.CHAT, "a"),
                Mails.letter(2, MessageType.STATUS, "b"),
                Mails.letter(3, MessageType.CHAT, "c")));
    assertEquals(
        "InTandem: 3 messages from Bob (2 chat, 1 status). Read with intandem_inbox."
            + " [wake 0badcafe]",
        event.content());
    assertFalse(event.meta().containsKey("type"));
  }

  @Test
  void a_task_that_is_ready_is_named() {
    var event = WakeLine.of(new Wake("0badcafe", List.of(), List.of(task("a1b2c3")), _ -> ""));
    assertEquals(
        "InTandem: T-a1b2c3 ready for you. Read with intandem_inbox. [wake 0badcafe]",
        event.content());
    assertEquals(Map.of("event", "task", "task", "T-a1b2c3"), event.meta());
  }

  @Test
  void the_text_is_never_in_it() {
    var event = WakeLine.of(Mails.wake(Mails.letter(1, MessageType.CHAT, "SECRET")));
    assertFalse(event.toString().contains("SECRET"));
  }

  @Test
  void the_longest_names_and_all_kinds_fit_into_sixty_tokens_on_one_line() {
    var letters =
        Arrays.stream(MessageType.values())
            .flatMap(type -> Stream.generate(() -> type).limit(99))
            .map(type -> Mails.letter(999_999_999, type, "x"))
            .map(WakeLineTest::fromSomeone)
            .toList();
    var tasks = List.of(task("a1b2c3"), task("a1b2c4"), task("a1b2c5"));
    var content = WakeLine.of(new Wake("0badcafe", letters, tasks, _ -> "N".repeat(26))).content();
    System.err.println("longest wake line: " + content.length() + " characters");
    assertTrue(content.length() <= MOST_CHARS, content);
    assertEquals(1, content.lines().count());
  }

  private static Letter fromSomeone(Letter letter) {
    var from = letter.message().kind().equals("chat") ? Mails.ADA : Mails.BOB;
    return new Letter(letter.place(), from, letter.id(), letter.to(), letter.message());
  }

  @Test
  void meta_has_only_the_closed_keys_and_plain_values() {
    for (var type : MessageType.values()) {
      var wake =
          new Wake(
              "0badcafe",
              List.of(Mails.letter(7, type, "x")),
              List.of(task("a1b2c3")),
              _ -> "</channel>");
      var meta = WakeLine.of(wake).meta();
      assertTrue(Set.of("peer", "type", "event", "id", "task").containsAll(meta.keySet()));
      assertTrue(meta.values().stream().allMatch(v -> v.matches("[A-Za-z0-9_-]{1,40}")));
    }
  }
}
