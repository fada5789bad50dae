package intandem.domain.session.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.Waking;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Duo;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Answer.Stage;
import intandem.domain.tandem.Notice;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateReadersTest {
  private static final Duration LONG = LateReaders.LONG;
  private static final Body CHAT = new Body.Text(MessageType.CHAT, "y", 0, 0);

  private final Duo duo = new Duo(Waking.NONE);
  private final LateReaders readers;

  LateReadersTest() {
    duo.acknowledges(duo.bo, 0);
    readers = new LateReaders(duo.ana.core);
  }

  private List<Notice> seen(long number) {
    duo.acknowledges(duo.bo, number);
    readers.changed(duo.now());
    return duo.ana.core.notices.waiting();
  }

  @Test
  void what_is_read_soon_is_no_news() {
    long number = duo.writes(duo.ana, MessageType.CHAT, "x");
    duo.pass(LONG.minusSeconds(1));
    assertEquals(List.of(), seen(number));
  }

  @Test
  void what_was_unread_for_five_minutes_is() {
    long number = duo.writes(duo.ana, MessageType.CHAT, "x");
    duo.pass(LONG);
    assertEquals(List.of(new Notice.ReadLate("Bo", 1, number, LONG)), seen(number));
  }

  @Test
  void it_is_told_once() {
    long number = duo.writes(duo.ana, MessageType.CHAT, "x");
    duo.pass(LONG);
    seen(number);
    assertEquals(1, seen(number).size());
  }

  @Test
  void several_readings_that_were_not_told_yet_are_one_line() {
    long first = duo.writes(duo.ana, MessageType.CHAT, "x");
    long second = duo.writes(duo.ana, MessageType.CHAT, "y");
    duo.pass(LONG);
    seen(first);
    duo.pass(LONG);
    Duration longest = LONG.plus(LONG);
    assertEquals(List.of(new Notice.ReadLate("Bo", 2, first, longest)), seen(second));
  }

  @Test
  void messages_of_others_do_not_count() {
    long number = duo.writes(duo.bo, MessageType.CHAT, "x");
    duo.pass(LONG);
    assertEquals(List.of(), seen(number));
  }

  @Test
  void a_reader_that_leaves_without_having_read_is_named() {
    long first = duo.writes(duo.ana, MessageType.CHAT, "x");
    duo.writes(duo.ana, MessageType.CHAT, "y");
    duo.write(duo.bo, Duo.ALL, new Act.Leave(), new Body.None());
    readers.changed(duo.now());
    assertEquals(List.of(new Notice.LeftUnread("Bo", 2, first)), duo.ana.core.notices.waiting());
  }

  @Test
  void a_reader_that_has_read_all_leaves_without_a_word() {
    long number = duo.writes(duo.ana, MessageType.CHAT, "x");
    seen(number);
    duo.write(duo.bo, Duo.ALL, new Act.Leave(), new Body.None());
    readers.changed(duo.now());
    assertEquals(List.of(), duo.ana.core.notices.waiting());
  }

  /** Bo has read an entry that this log does not have yet, and then it comes. */
  private void boReadsAhead() {
    Entry entry = duo.next(duo.bo, Duo.ALL, new Act.Message(), CHAT);
    duo.foretells(duo.bo, duo.headAt(entry));
    readers.changed(duo.now());
    duo.take(entry);
    readers.changed(duo.now());
  }

  @Test
  void a_reader_that_is_ahead_of_this_log_has_not_read_all_of_it_anew() {
    seen(duo.writes(duo.ana, MessageType.CHAT, "x"));
    duo.pass(LONG);
    boReadsAhead();
    assertEquals(List.of(), duo.ana.core.notices.waiting());
  }

  @Test
  void what_a_reader_read_meanwhile_that_is_ahead_of_this_log_is_told() {
    long number = duo.writes(duo.ana, MessageType.CHAT, "x");
    duo.pass(LONG);
    boReadsAhead();
    assertEquals(
        List.of(new Notice.ReadLate("Bo", 1, number, LONG)), duo.ana.core.notices.waiting());
  }

  @Test
  void what_a_reader_left_unread_is_not_said_while_it_was_ahead_of_this_log() {
    long number = duo.writes(duo.ana, MessageType.CHAT, "x");
    duo.foretells(duo.bo, new Head(number + 2, Hash.ZERO));
    readers.changed(duo.now());
    duo.write(duo.bo, Duo.ALL, new Act.Leave(), new Body.None());
    readers.changed(duo.now());
    assertEquals(List.of(), duo.ana.core.notices.waiting());
  }

  @Test
  void of_whom_nothing_was_known_no_reading_is_late() {
    Duo fresh = new Duo(Waking.NONE);
    LateReaders others = new LateReaders(fresh.ana.core);
    long number = fresh.writes(fresh.ana, MessageType.CHAT, "x");
    fresh.pass(LONG);
    fresh.acknowledges(fresh.bo, number);
    others.changed(fresh.now());
    assertEquals(List.of(), fresh.ana.core.notices.waiting());
  }

  @Test
  void the_ladder_says_who_left_without_it() {
    long number = duo.writes(duo.ana, MessageType.CHAT, "x");
    duo.write(duo.bo, Duo.ALL, new Act.Leave(), new Body.None());
    assertEquals(List.of(Stage.LEFT), stages(number));
    assertEquals(List.of(), stages(duo.writes(duo.ana, MessageType.CHAT, "y")));
  }

  private List<Stage> stages(long number) {
    Core core = duo.ana.core;
    return core.replica().view().letters().stream()
        .filter(letter -> letter.number() == number)
        .flatMap(
            letter ->
                core.receipts.of(letter, core.workspace().roster(), core.replica().view()).stream())
        .map(Answer.Receipt::stage)
        .toList();
  }
}
