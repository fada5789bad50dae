package intandem.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.protocol.MessageType;
import intandem.domain.view.Letter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WakeLineTest {

  @Test
  void one_message_is_named_by_author_kind_and_number() {
    var event = WakeLine.of(List.of(Mails.letter(42, MessageType.QUESTION, "Why?")), _ -> "Bob");
    assertEquals("InTandem: question #42 from Bob. Read it with intandem_inbox.", event.content());
    assertEquals(
        Map.of("event", "message", "id", "42", "peer", Mails.BOB.value(), "type", "question"),
        event.meta());
  }

  @Test
  void several_messages_are_counted_by_kind() {
    var letters =
        List.of(
            Mails.letter(1, MessageType.CHAT, "a"),
            Mails.letter(2, MessageType.STATUS, "b"),
            Mails.letter(3, MessageType.CHAT, "c"));
    var event = WakeLine.of(letters, _ -> "Bob");
    assertEquals(
        "InTandem: 3 messages from Bob (2 chat, 1 status). Read them with intandem_inbox.",
        event.content());
    assertFalse(event.meta().containsKey("type"));
  }

  @Test
  void the_text_is_never_in_it() {
    var event = WakeLine.of(List.of(Mails.letter(1, MessageType.CHAT, "SECRET")), _ -> "Bob");
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
    var content = WakeLine.of(letters, _ -> "N".repeat(26)).content();
    assertTrue(content.length() <= 240, content);
    assertEquals(1, content.lines().count());
  }

  private static Letter fromSomeone(Letter letter) {
    var from = letter.message().kind().equals("chat") ? Mails.ADA : Mails.BOB;
    return new Letter(letter.place(), from, letter.id(), letter.to(), letter.message());
  }

  @Test
  void meta_has_only_the_closed_keys_and_plain_values() {
    for (var type : MessageType.values()) {
      var meta = WakeLine.of(List.of(Mails.letter(7, type, "x")), _ -> "</channel>").meta();
      assertTrue(Set.of("peer", "type", "event", "id", "task").containsAll(meta.keySet()));
      assertTrue(meta.values().stream().allMatch(v -> v.matches("[A-Za-z0-9_-]{1,40}")));
    }
  }
}
