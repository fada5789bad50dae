package intandem.contract;

import static intandem.contract.StorageSamples.entriesAfter;
import static intandem.contract.StorageSamples.headOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.port.EntryLog;
import intandem.domain.protocol.Entry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every {@link EntryLog} must do. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class EntryLogContract {

  /** An empty log, the same one throughout a test. */
  protected abstract EntryLog log();

  @Test
  void an_empty_log_stands_at_the_start() {
    assertEquals(Head.START, log().head());
    assertEquals(Optional.of(Head.START), log().at(0));
    assertEquals(Optional.empty(), log().at(1));
    assertEquals(List.of(), log().after(0, 10));
  }

  @Test
  void entries_come_back_just_as_they_were_added() {
    List<Entry> entries = entriesAfter(0, 25, "main");
    log().append(entries);
    assertEquals(entries, log().after(0, Integer.MAX_VALUE));
  }

  @Test
  void a_batch_continues_where_the_last_one_ended() {
    log().append(entriesAfter(0, 3, "main"));
    log().append(entriesAfter(3, 4, "main"));
    assertEquals(entriesAfter(0, 7, "main"), log().after(0, 100));
  }

  @Test
  void the_head_after_each_entry_is_known() {
    List<Entry> entries = entriesAfter(0, 5, "main");
    log().append(entries);
    for (int i = 1; i <= 5; i++) {
      assertEquals(Optional.of(headOf(Head.START, entries.subList(0, i))), log().at(i));
    }
    assertEquals(headOf(Head.START, entries), log().head());
  }

  @Test
  void beyond_the_log_there_is_neither_entry_nor_head() {
    log().append(entriesAfter(0, 3, "main"));
    assertEquals(Optional.empty(), log().at(4));
    assertEquals(Optional.empty(), log().at(-1));
    assertEquals(List.of(), log().after(3, 10));
    assertEquals(List.of(), log().after(4, 10));
  }

  @Test
  void no_more_entries_are_read_than_asked_for() {
    log().append(entriesAfter(0, 10, "main"));
    assertEquals(entriesAfter(4, 3, "main"), log().after(4, 3));
    assertEquals(List.of(), log().after(4, 0));
  }

  @Test
  void nothing_appended_changes_nothing() {
    log().append(List.of());
    assertEquals(Head.START, log().head());
  }

  @Test
  void entries_that_leave_a_gap_are_refused() {
    log().append(entriesAfter(0, 3, "main"));
    refusesToAppend(entriesAfter(4, 1, "main"));
  }

  @Test
  void an_entry_in_a_place_already_taken_is_refused() {
    log().append(entriesAfter(0, 3, "main"));
    refusesToAppend(entriesAfter(2, 1, "other"));
  }

  @Test
  void of_a_batch_with_a_gap_nothing_is_added() {
    List<Entry> entries = entriesAfter(0, 3, "main");
    refusesToAppend(List.of(entries.get(0), entries.get(2)));
  }

  @Test
  void a_branch_takes_the_place_of_what_came_after_its_base() {
    log().append(entriesAfter(0, 9, "main"));
    Head base = log().at(4).orElseThrow();
    List<Entry> branch = entriesAfter(4, 3, "branch");
    log().replaceAfter(base, branch);
    assertEquals(branch, log().after(4, 100));
    assertEquals(entriesAfter(0, 4, "main"), log().after(0, 4));
    assertEquals(headOf(base, branch), log().head());
    assertEquals(Optional.empty(), log().at(8));
  }

  @Test
  void a_log_can_be_replaced_from_the_start() {
    log().append(entriesAfter(0, 3, "main"));
    log().replaceAfter(Head.START, entriesAfter(0, 5, "other"));
    assertEquals(entriesAfter(0, 5, "other"), log().after(0, 100));
  }

  @Test
  void a_log_can_be_cut_back_and_continued() {
    log().append(entriesAfter(0, 6, "main"));
    log().replaceAfter(log().at(2).orElseThrow(), List.of());
    log().append(entriesAfter(2, 1, "other"));
    assertEquals(entriesAfter(2, 1, "other"), log().after(2, 100));
  }

  @Test
  void a_base_of_another_log_is_refused() {
    log().append(entriesAfter(0, 3, "main"));
    refusesToReplace(headOf(Head.START, entriesAfter(0, 2, "other")), entriesAfter(2, 1, "main"));
  }

  @Test
  void a_base_beyond_the_log_is_refused() {
    log().append(entriesAfter(0, 3, "main"));
    refusesToReplace(new Head(5, Hash.ZERO), entriesAfter(5, 1, "main"));
  }

  @Test
  void a_branch_that_does_not_continue_its_base_is_refused() {
    log().append(entriesAfter(0, 3, "main"));
    refusesToReplace(log().at(1).orElseThrow(), entriesAfter(2, 1, "branch"));
  }

  private void refusesToAppend(List<Entry> entries) {
    List<Entry> before = log().after(0, 100);
    assertThrows(IllegalArgumentException.class, () -> log().append(entries));
    assertEquals(before, log().after(0, 100));
  }

  private void refusesToReplace(Head base, List<Entry> entries) {
    List<Entry> before = log().after(0, 100);
    assertThrows(IllegalArgumentException.class, () -> log().replaceAfter(base, entries));
    assertEquals(before, log().after(0, 100));
  }
}
