package intandem.domain.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.workspace.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Draft FIRST = draft(1);
  private static final Draft SECOND = draft(2);
  private static final Draft CHORE = draft(3);

  private final Outbox outbox = new Outbox();

  OutboxTest() {
    outbox.add(FIRST);
    outbox.add(SECOND);
  }

  private static Draft draft(int number) {
    byte[] id = new byte[EntryId.SIZE];
    id[0] = (byte) number;
    return new Draft(
        new EntryId(Bytes.of(id)), new Recipient.All(), new Act.Leave(), new Body.None(), NOW);
  }

  private void assertDue(Draft expected, Instant now, long index) {
    assertEquals(Optional.of(expected), outbox.due(now, index));
  }

  private void assertNothingDue(Instant now, long index) {
    assertEquals(Optional.empty(), outbox.due(now, index));
  }

  @Test
  void commands_go_in_the_order_of_queueing() {
    assertDue(FIRST, NOW, 9);
    outbox.done(FIRST.id());
    assertDue(SECOND, NOW, 9);
    outbox.done(SECOND.id());
    assertNothingDue(NOW, 9);
  }

  @Test
  void housekeeping_goes_first_and_is_no_command_of_the_user() {
    outbox.addHousekeeping(CHORE);
    assertDue(CHORE, NOW, 9);
    assertEquals(2, outbox.size());
    assertEquals(List.of(CHORE, FIRST, SECOND), outbox.all().toList());
  }

  @Test
  void what_is_under_way_is_due_again_after_five_seconds() {
    outbox.submitted(FIRST.id(), 9, NOW);
    assertNothingDue(NOW.plusMillis(4_999), 9);
    assertEquals(Optional.of(NOW.plusSeconds(5)), outbox.due(0));
    assertDue(FIRST, NOW.plusSeconds(5), 9);
  }

  @Test
  void the_next_one_follows_as_soon_as_the_first_has_its_outcome() {
    outbox.submitted(FIRST.id(), 9, NOW);
    outbox.done(FIRST.id());
    assertDue(SECOND, NOW, 10);
  }

  @Test
  void the_outcome_of_another_one_leaves_the_first_under_way() {
    outbox.submitted(FIRST.id(), 9, NOW);
    outbox.done(SECOND.id());
    assertNothingDue(NOW, 9);
    assertEquals(Optional.empty(), outbox.find(SECOND.id()));
  }

  @Test
  void what_was_put_off_is_due_at_its_time() {
    outbox.submitted(FIRST.id(), 9, NOW);
    outbox.postpone(NOW.plusSeconds(30));
    assertNothingDue(NOW.plusSeconds(29), 9);
    assertDue(FIRST, NOW.plusSeconds(30), 9);
  }

  @Test
  void what_was_refused_waits_until_the_log_is_as_far_as_the_refusal() {
    outbox.submitted(FIRST.id(), 9, NOW);
    assertTrue(outbox.retry(12));
    assertNothingDue(NOW, 11);
    assertDue(FIRST, NOW, 12);
  }

  @Test
  void three_refusals_on_the_head_it_was_made_for_are_final() {
    outbox.submitted(FIRST.id(), 9, NOW);
    assertTrue(outbox.retry(9));
    outbox.submitted(FIRST.id(), 9, NOW);
    assertTrue(outbox.retry(9));
    outbox.submitted(FIRST.id(), 9, NOW);
    assertFalse(outbox.retry(9));
  }

  @Test
  void refusals_because_the_log_moved_on_are_never_final() {
    for (long index = 9; index < 20; index++) {
      outbox.submitted(FIRST.id(), index, NOW);
      assertTrue(outbox.retry(index + 1));
    }
  }

  @Test
  void a_refusal_of_an_older_copy_changes_nothing() {
    outbox.submitted(FIRST.id(), 9, NOW);
    assertTrue(outbox.retry(8));
    assertNothingDue(NOW, 9);
  }

  @Test
  void refusals_of_copies_sent_before_the_last_one_do_not_count() {
    outbox.add(FIRST);
    for (int copy = 0; copy < 4; copy++) {
      outbox.submitted(FIRST.id(), 9, NOW);
    }
    for (int refusal = 0; refusal < 3; refusal++) {
      assertTrue(outbox.retry(9));
      assertNothingDue(NOW, 9);
    }
    assertTrue(outbox.retry(9));
    assertDue(FIRST, NOW, 9);
  }

  @Test
  void each_command_has_three_tries_of_its_own() {
    outbox.submitted(FIRST.id(), 9, NOW);
    outbox.retry(9);
    outbox.submitted(FIRST.id(), 9, NOW);
    outbox.retry(9);
    outbox.done(FIRST.id());
    outbox.submitted(SECOND.id(), 9, NOW);
    assertTrue(outbox.retry(9));
  }

  @Test
  void a_lost_link_makes_the_first_due_wherever_the_log_is() {
    outbox.submitted(FIRST.id(), 9, NOW);
    outbox.retry(12);
    outbox.submitted(FIRST.id(), 12, NOW);
    outbox.disconnected();
    assertDue(FIRST, NOW, 5);
  }

  @Test
  void the_outcome_of_what_housekeeping_overtook_makes_the_way_free() {
    outbox.submitted(FIRST.id(), 9, NOW);
    outbox.addHousekeeping(CHORE);
    assertNothingDue(NOW, 9);
    outbox.done(FIRST.id());
    assertDue(CHORE, NOW, 10);
  }

  @Test
  void housekeeping_does_not_wait_for_a_message_that_was_put_off() {
    outbox.submitted(FIRST.id(), 9, NOW);
    outbox.postpone(NOW.plusSeconds(60));
    outbox.addHousekeeping(CHORE);
    assertDue(CHORE, NOW, 9);
  }

  @Test
  void housekeeping_that_was_put_off_itself_is_not_hurried_by_more_of_it() {
    outbox.addHousekeeping(CHORE);
    outbox.submitted(CHORE.id(), 9, NOW);
    outbox.postpone(NOW.plusSeconds(60));
    outbox.addHousekeeping(draft(4));
    assertNothingDue(NOW, 9);
  }

  @Test
  void housekeeping_does_not_inherit_the_tries_of_what_it_overtook() {
    outbox.submitted(FIRST.id(), 9, NOW);
    outbox.retry(9);
    outbox.submitted(FIRST.id(), 9, NOW);
    outbox.retry(9);
    outbox.addHousekeeping(CHORE);
    outbox.submitted(CHORE.id(), 9, NOW);
    assertTrue(outbox.retry(9));
  }

  @Test
  void what_is_urgent_overtakes_the_queue_and_is_not_put_off_with_it() {
    outbox.submitted(FIRST.id(), 9, NOW);
    outbox.postpone(NOW.plusSeconds(60));
    outbox.addUrgent(CHORE);
    assertDue(CHORE, NOW, 9);
  }

  @Test
  void what_is_urgent_is_spent_once_it_was_sent() {
    outbox.addUrgent(CHORE);
    assertFalse(outbox.spent(CHORE));
    outbox.submitted(CHORE.id(), 9, NOW);
    assertTrue(outbox.spent(CHORE));
  }

  @Test
  void what_is_urgent_is_spent_when_the_link_is_lost_before_it_was_sent() {
    outbox.addUrgent(CHORE);
    outbox.disconnected();
    assertTrue(outbox.spent(CHORE));
    assertFalse(outbox.underWay(CHORE));
  }

  @Test
  void what_is_urgent_may_be_sent_again_once_it_was_surely_not_taken() {
    outbox.addUrgent(CHORE);
    outbox.submitted(CHORE.id(), 9, NOW);
    outbox.retry(9);
    assertFalse(outbox.spent(CHORE));
  }

  @Test
  void the_queue_may_always_be_sent_again() {
    outbox.submitted(FIRST.id(), 9, NOW);
    assertFalse(outbox.spent(FIRST));
  }

  private static Draft draft(int number, Act act) {
    Draft draft = draft(number);
    return new Draft(
        draft.id(), draft.to(), act, draft.body(), draft.asked().plus(Duration.ofHours(6)));
  }

  private static Draft adopted() {
    return draft(4, new Act.Adopt(World.id("ana"), FIRST.id(), new Act.Message()));
  }

  @Test
  void a_message_of_this_member_waits_for_nothing_that_was_cut_off_with_it() {
    Draft change = draft(5, new Act.AddTasks(List.of()));
    Draft message = draft(6, new Act.Message());
    var cut = new Outbox();
    cut.recover(List.of(adopted(), change, message), NOW);
    assertEquals(Optional.of(message), cut.due(NOW, 9));
    cut.done(message.id());
    assertEquals(Optional.empty(), cut.due(NOW, 9));
    assertEquals(Optional.of(NOW.plusSeconds(30)), cut.due(9));
  }

  @Test
  void what_another_wrote_is_left_to_its_author_for_30_seconds_of_this_process() {
    Draft adopted = adopted();
    var loaded = new Outbox();
    loaded.load(List.of(adopted), NOW);
    assertEquals(Optional.empty(), loaded.due(NOW.plusMillis(29_999), 9));
    assertEquals(Optional.of(adopted), loaded.due(NOW.plusSeconds(30), 9));
  }
}
