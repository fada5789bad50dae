package intandem.contract;

import static intandem.contract.StorageSamples.ack;
import static intandem.contract.StorageSamples.bytes;
import static intandem.contract.StorageSamples.entryId;
import static intandem.contract.StorageSamples.member;
import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.port.SessionVault;
import intandem.domain.port.SessionVault.Change;
import intandem.domain.port.SessionVault.Contents;
import intandem.domain.port.SessionVault.Dropped;
import intandem.domain.port.SessionVault.Kept;
import intandem.domain.port.SessionVault.Mark;
import intandem.domain.port.SessionVault.Queued;
import intandem.domain.port.SessionVault.Refused;
import intandem.domain.port.SessionVault.Shown;
import intandem.domain.port.SessionVault.Told;
import intandem.domain.protocol.Rejection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every {@link SessionVault} must do. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class SessionVaultContract {

  /** An empty vault, the same one throughout a test. */
  protected abstract SessionVault vault();

  @Test
  void an_empty_vault_holds_nothing() {
    assertEquals(new Contents(List.of(), List.of(), List.of(), List.of()), vault().load());
  }

  @Test
  void commands_stay_in_the_order_of_queueing() {
    apply(queued(2), queued(1));
    apply(queued(3));
    assertEquals(List.of(queued(2), queued(1), queued(3)), vault().load().outbox());
  }

  @Test
  void a_command_that_is_queued_already_stays_as_it_is() {
    apply(queued(1), queued(2));
    apply(new Queued(entryId(1), bytes(40, "other", 1)));
    assertEquals(List.of(queued(1), queued(2)), vault().load().outbox());
  }

  @Test
  void a_dropped_command_is_forgotten() {
    apply(queued(1), queued(2), queued(3));
    apply(new Dropped(entryId(2)));
    assertEquals(List.of(queued(1), queued(3)), vault().load().outbox());
  }

  @Test
  void a_command_dropped_and_queued_again_goes_to_the_end() {
    apply(queued(1), queued(2));
    apply(new Dropped(entryId(1)), queued(1));
    assertEquals(List.of(queued(2), queued(1)), vault().load().outbox());
  }

  @Test
  void dropping_what_is_not_there_is_fine() {
    apply(queued(1));
    apply(new Dropped(entryId(2)));
    assertEquals(List.of(queued(1)), vault().load().outbox());
  }

  @Test
  void a_refused_command_keeps_its_place_until_it_is_dropped() {
    apply(queued(1), queued(2));
    apply(new Refused(entryId(1), Rejection.FULL));
    Contents kept = vault().load();
    assertEquals(List.of(queued(1), queued(2)), kept.outbox());
    assertEquals(List.of(new Refused(entryId(1), Rejection.FULL)), kept.refused());
    apply(new Dropped(entryId(1)));
    assertEquals(List.of(), vault().load().refused());
  }

  @Test
  void a_refused_command_of_which_its_author_was_told_is_forgotten() {
    apply(queued(1), queued(2), new Refused(entryId(1), Rejection.FULL));
    apply(new Told(entryId(1)));
    assertEquals(new Contents(List.of(queued(2)), List.of(), List.of(), List.of()), vault().load());
  }

  @Test
  void a_refused_command_that_is_queued_again_begins_anew_at_the_end() {
    Queued again = new Queued(entryId(1), bytes(40, "other", 1));
    apply(queued(1), queued(2), new Refused(entryId(1), Rejection.FULL));
    apply(again);
    assertEquals(
        new Contents(List.of(queued(2), again), List.of(), List.of(), List.of()), vault().load());
  }

  @Test
  void what_was_queued_again_outlives_the_word_that_it_was_refused_before() {
    apply(queued(1), new Refused(entryId(1), Rejection.FULL));
    apply(queued(1));
    apply(new Told(entryId(1)));
    assertEquals(List.of(queued(1)), vault().load().outbox());
  }

  @Test
  void refusing_what_is_not_there_is_fine() {
    apply(new Refused(entryId(1), Rejection.FULL));
    apply(queued(1));
    assertEquals(List.of(), vault().load().refused());
  }

  @Test
  void a_later_mark_replaces_the_earlier_one_of_the_same_message() {
    apply(new Mark(member(1), entryId(1), Shown.OFFERED));
    apply(new Mark(member(1), entryId(1), Shown.SEEN));
    assertEquals(List.of(new Mark(member(1), entryId(1), Shown.SEEN)), vault().load().marks());
  }

  @Test
  void a_message_that_was_seen_stays_seen() {
    apply(new Mark(member(1), entryId(1), Shown.SEEN));
    apply(new Mark(member(1), entryId(1), Shown.OFFERED));
    assertEquals(List.of(new Mark(member(1), entryId(1), Shown.SEEN)), vault().load().marks());
  }

  @Test
  void messages_of_two_members_are_marked_apart() {
    Mark one = new Mark(member(1), entryId(1), Shown.SEEN);
    Mark two = new Mark(member(2), entryId(1), Shown.OFFERED);
    apply(one, two);
    assertEquals(Set.of(one, two), Set.copyOf(vault().load().marks()));
  }

  @Test
  void one_ack_is_kept_for_each_member_the_last_one() {
    apply(new Kept(ack(member(1), 1, 5)), new Kept(ack(member(2), 1, 6)));
    apply(new Kept(ack(member(1), 2, 7)));
    assertEquals(
        Set.of(ack(member(1), 2, 7), ack(member(2), 1, 6)), Set.copyOf(vault().load().acks()));
  }

  @Test
  void changes_of_several_kinds_go_in_one_step() {
    Mark mark = new Mark(member(1), entryId(1), Shown.OFFERED);
    apply(queued(1), mark, new Kept(ack(member(1), 1, 1)));
    Contents expected =
        new Contents(List.of(queued(1)), List.of(), List.of(mark), List.of(ack(member(1), 1, 1)));
    assertEquals(expected, vault().load());
  }

  private void apply(Change... changes) {
    vault().apply(List.of(changes));
  }

  private static Queued queued(int number) {
    return new Queued(entryId(number), bytes(40, "sealed", number));
  }
}
