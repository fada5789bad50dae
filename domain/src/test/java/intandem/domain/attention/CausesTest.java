package intandem.domain.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CausesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Causes causes = new Causes();

  private int hop(long replyTo) {
    return causes.hop(replyTo, true, NOW);
  }

  @Test
  void what_nothing_led_to_has_hop_zero() {
    assertEquals(0, hop(0));
  }

  @Test
  void a_reply_is_one_hop_on_from_what_it_answers() {
    causes.shown(7, 3, false, NOW);
    causes.shown(8, 0, false, NOW);
    assertEquals(4, hop(7));
  }

  @Test
  void what_is_written_after_a_question_comes_of_it() {
    causes.shown(7, 3, true, NOW);
    assertEquals(4, hop(0));
  }

  @Test
  void what_is_written_after_news_does_not_come_of_it() {
    causes.shown(7, 3, false, NOW);
    assertEquals(0, hop(0));
  }

  @Test
  void the_last_question_counts() {
    causes.shown(7, 5, true, NOW);
    causes.shown(8, 0, true, NOW);
    assertEquals(1, hop(0));
  }

  @Test
  void a_human_turn_ends_the_row() {
    causes.shown(7, 5, true, NOW);
    causes.human();
    assertEquals(0, hop(0));
    assertEquals(0, hop(7));
  }

  @Test
  void without_hooks_a_row_ends_after_two_minutes() {
    causes.shown(7, 5, true, NOW);
    Instant later = NOW.plus(Causes.UNATTENDED);
    assertEquals(6, causes.hop(7, false, later));
    assertEquals(0, causes.hop(7, false, later.plusSeconds(1)));
  }

  @Test
  void with_hooks_a_row_ends_after_ten_minutes_without_a_human() {
    causes.shown(7, 5, true, NOW);
    Instant later = NOW.plus(Causes.ATTENDED);
    assertEquals(6, causes.hop(7, true, later));
    assertEquals(0, causes.hop(7, true, later.plus(Duration.ofSeconds(1))));
  }

  @Test
  void two_models_that_answer_each_other_stop_at_six() {
    Causes other = new Causes();
    int hop = 0;
    int sent = 0;
    for (Instant now = NOW; hop <= Causes.MOST_HOPS; now = now.plusSeconds(5), sent++) {
      Causes reader = sent % 2 == 0 ? other : causes;
      reader.shown(sent, hop, true, now);
      hop = reader.hop(sent, true, now);
    }
    assertEquals(1 + Causes.MOST_HOPS, sent);
  }
}
