package intandem.domain.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Notice;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoticesTest {
  private static final Notice PAUSED = new Notice.Paused("Bob");
  private static final Notice UNKNOWN = new Notice.Unknown();

  private final Set<Notice> untrue = new HashSet<>();
  private final Notices notices = new Notices(notice -> !untrue.contains(notice));

  private static Notice late(String from, long index) {
    return new Notice.Late(from, index, Duration.ofMinutes(index));
  }

  private static Notice ended(int command) {
    byte[] id = new byte[EntryId.SIZE];
    id[0] = (byte) command;
    return new Notice.Ended(new EntryId(Bytes.of(id)), new Answer.Unconfirmed());
  }

  private void add(Notice... some) {
    List.of(some).forEach(notices::add);
  }

  @Test
  void of_two_about_the_same_the_newer_is_told() {
    add(late("Bob", 3), PAUSED, late("Cem", 4), late("Bob", 5));
    assertEquals(List.of(PAUSED, late("Cem", 4), late("Bob", 5)), notices.waiting());
  }

  @Test
  void what_came_of_each_command_is_told() {
    add(ended(1), ended(2), ended(3), ended(2));
    assertEquals(List.of(ended(1), ended(3), ended(2)), notices.waiting());
  }

  @Test
  void what_was_taken_is_told_by_one_result() {
    add(PAUSED, UNKNOWN);
    notices.take(List.of(PAUSED));
    assertEquals(List.of(UNKNOWN), notices.waiting());
  }

  @Test
  void what_is_handed_back_goes_first_but_not_before_what_is_newer_about_the_same() {
    add(PAUSED, late("Bob", 3));
    List<Notice> taken = notices.waiting();
    notices.take(taken);
    add(UNKNOWN, late("Bob", 4));
    notices.handBack(taken);
    assertEquals(List.of(PAUSED, UNKNOWN, late("Bob", 4)), notices.waiting());
  }

  @Test
  void readings_of_which_one_was_handed_back_are_one_line() {
    Notice first = new Notice.ReadLate("Bob", 1, 7, Duration.ofMinutes(9));
    Notice second = new Notice.ReadLate("Bob", 2, 8, Duration.ofMinutes(6));
    add(second);
    notices.handBack(List.of(first));
    assertEquals(
        List.of(new Notice.ReadLate("Bob", 3, 7, Duration.ofMinutes(9))), notices.waiting());
  }

  @Test
  void what_does_not_hold_is_not_told() {
    add(PAUSED, UNKNOWN);
    untrue.add(UNKNOWN);
    assertEquals(List.of(PAUSED), notices.waiting());
  }

  @Test
  void what_did_not_hold_for_a_while_is_not_told_when_it_does_again() {
    add(PAUSED, UNKNOWN);
    untrue.add(UNKNOWN);
    notices.review();
    untrue.clear();
    assertEquals(List.of(PAUSED), notices.waiting());
  }
}
