package intandem.domain.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.protocol.Body;
import intandem.domain.protocol.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrgencyTest {
  @ParameterizedTest
  @CsvSource({
    "QUESTION, NOW",
    "HANDOFF, NOW",
    "REVIEW, SOON",
    "TASK, SOON",
    "FINDING, SOON",
    "CHAT, SOON",
    "CONTEXT, SOON",
    "STATUS, ANYTIME"
  })
  void the_kind_of_a_message_says_how_soon(MessageType type, Urgency expected) {
    assertEquals(expected, Urgency.of(new Body.Text(type, "x", 0, 0)));
  }

  @Test
  void shared_lines_are_not_urgent() {
    assertEquals(Urgency.SOON, Urgency.of(new Body.Code("", 1, 1, "", "x", "")));
  }
}
