package intandem.domain.workspace;

import static intandem.domain.workspace.BoardWorld.CLAIM;
import static intandem.domain.workspace.BoardWorld.DESCRIBE;
import static intandem.domain.workspace.BoardWorld.FINISH;
import static intandem.domain.workspace.BoardWorld.REOPEN;
import static intandem.domain.workspace.BoardWorld.START;
import static intandem.domain.workspace.BoardWorld.UNCLAIM;
import static intandem.domain.workspace.BoardWorld.waitFor;
import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.EntryId;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Lease;
import intandem.domain.protocol.Rejection;
import intandem.domain.protocol.Reservation;
import intandem.domain.protocol.TaskChange;
import intandem.domain.workspace.Task.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How long a task stays with whom it belongs to. */
class LeaseTest {
  private static final Duration TOO_SHORT = Duration.ofMillis(299_999);
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);
  private static final State OPEN = new State.Open(new Reservation.Anyone());

  private final BoardWorld board = new BoardWorld("ana", "bo", "cy");
  private final World world = board.world();
  private final TaskId id = board.add("cy");

  @Nested
  class Takeover {
    @Test
    void a_holder_keeps_its_task_for_five_minutes_away() {
      board.does("ana", id, CLAIM);
      world.notes("ana", false);
      assertEquals(Rejection.HELD, board.after(TOO_SHORT).refusal("bo", id, CLAIM));
      assertEquals("bo", board.after(LONG_ENOUGH).does("bo", id, CLAIM).holder(id));
    }

    @Test
    void work_that_has_begun_is_claimed_anew_and_not_begun() {
      board.does("ana", id, CLAIM, START);
      world.notes("ana", false);
      Task taken = board.after(LONG_ENOUGH).does("bo", id, CLAIM).task(id);
      assertEquals(new State.Claimed(taken.hold().orElseThrow()), taken.state());
    }

    @Test
    void a_holder_that_came_back_before_it_was_needed_keeps_its_task() {
      board.does("ana", id, CLAIM);
      world.notes("ana", false).after(LONG_ENOUGH).notes("ana", true);
      assertEquals(Rejection.HELD, board.after(LONG_ENOUGH).refusal("bo", id, CLAIM));
    }

    @Test
    void an_absence_is_counted_from_its_own_beginning() {
      board.does("ana", id, CLAIM);
      world.notes("ana", false).after(TOO_SHORT).notes("ana", true).notes("ana", false);
      assertEquals(Rejection.HELD, board.after(TOO_SHORT).refusal("bo", id, CLAIM));
    }

    @Test
    void only_being_online_counts_and_not_what_an_absent_holder_still_sends() {
      board.does("ana", id, CLAIM);
      world.notes("ana", false);
      board.after(TOO_SHORT).does("ana", id, START);
      assertEquals("bo", board.does("bo", id, CLAIM).holder(id));
    }

    @Test
    void a_holder_that_is_away_for_long_still_finishes_what_nobody_took() {
      board.does("ana", id, CLAIM);
      world.notes("ana", false);
      board.after(LONG_ENOUGH).does("ana", id, FINISH);
      assertEquals(Rejection.WRONG_STATE, board.refusal("bo", id, CLAIM));
    }

    @Test
    void a_new_term_calls_everybody_away_but_shortens_no_absence() {
      board.does("ana", id, CLAIM);
      world.notes("ana", false);
      world.after(TOO_SHORT).does("owner", world.startTerm("owner"));
      assertEquals("bo", board.does("bo", id, CLAIM).holder(id));
    }

    @Test
    void a_new_term_gives_those_who_were_online_five_minutes_to_return() {
      board.does("ana", id, CLAIM);
      world.after(LONG_ENOUGH).does("owner", world.startTerm("owner"));
      assertEquals(Rejection.HELD, board.after(TOO_SHORT).refusal("bo", id, CLAIM));
    }

    @Test
    void a_blocked_task_is_not_taken_over() {
      board.does("ana", id, CLAIM, waitFor(board.add("ana")));
      world.notes("ana", false);
      assertEquals(Rejection.BLOCKED, board.after(LONG_ENOUGH).refusal("bo", id, CLAIM));
    }
  }

  @Nested
  class LostLease {
    private Lease lost() {
      Lease before = board.does("ana", id, CLAIM).task(id).leaseOf(World.id("ana"));
      world.notes("ana", false);
      board.after(LONG_ENOUGH).does("bo", id, CLAIM);
      return before;
    }

    @Test
    void nothing_can_be_done_under_a_lost_lease() {
      Lease lost = lost();
      for (TaskChange change : List.of(UNCLAIM, START, FINISH, DESCRIBE, waitFor(), CLAIM)) {
        assertEquals(Rejection.LOST_LEASE, board.refusal("ana", id, change, lost));
      }
    }

    @Test
    void an_earlier_lease_is_lost_even_to_its_member_that_claimed_again() {
      Lease first = board.does("ana", id, CLAIM).task(id).leaseOf(World.id("ana"));
      board.does("ana", id, UNCLAIM, CLAIM);
      assertEquals(Rejection.LOST_LEASE, board.refusal("ana", id, FINISH, first));
    }

    @Test
    void a_holder_must_name_its_lease() {
      board.does("ana", id, CLAIM);
      assertEquals(Rejection.LOST_LEASE, board.refusal("ana", id, FINISH, new Lease.None()));
    }

    @Test
    void another_members_lease_is_of_no_use() {
      EntryId claim = board.does("bo", id, CLAIM).task(id).hold().orElseThrow().claim();
      assertEquals(Rejection.LOST_LEASE, board.refusal("ana", id, FINISH, new Lease.Held(claim)));
    }

    @Test
    void a_done_task_is_reopened_under_the_lease_it_was_done_under() {
      board.finish("ana", id);
      assertEquals(Rejection.LOST_LEASE, board.refusal("ana", id, REOPEN, new Lease.None()));
      assertEquals(OPEN, board.does("ana", id, REOPEN).task(id).state());
    }
  }

  @Nested
  class Reservations {
    private final TaskId kept = board.addFor("ana", "bo");

    @Test
    void a_reservation_lapses_after_five_minutes_away() {
      world.notes("bo", false);
      assertEquals(Rejection.RESERVED, board.after(TOO_SHORT).refusal("cy", kept, CLAIM));
      assertEquals("cy", board.after(LONG_ENOUGH).does("cy", kept, CLAIM).holder(kept));
    }

    @Test
    void a_reservation_that_nobody_used_holds_again_when_its_member_is_back() {
      world.notes("bo", false).after(LONG_ENOUGH).notes("bo", true);
      assertEquals(Rejection.RESERVED, board.refusal("cy", kept, CLAIM));
    }

    @Test
    void a_reservation_ends_with_the_claim() {
      board.does("bo", kept, CLAIM, UNCLAIM);
      assertEquals("cy", board.does("cy", kept, CLAIM).holder(kept));
    }

    @Test
    void a_blocked_task_whose_reservation_lapsed_is_blocked_all_the_same() {
      board.does("ana", kept, waitFor(id));
      world.notes("bo", false);
      assertEquals(Rejection.BLOCKED, board.after(LONG_ENOUGH).refusal("cy", kept, CLAIM));
    }
  }

  @Nested
  class Leaving {
    private final TaskId begun = board.add("cy");
    private final TaskId kept = board.addFor("ana", "bo");
    private final TaskId done = board.add("cy");
    private final TaskId others = board.add("cy");

    private void work() {
      board.does("bo", id, CLAIM).does("bo", begun, CLAIM, START).finish("bo", done);
      board.does("ana", others, CLAIM);
    }

    private void expectFreed(Task finished, Task untouched) {
      assertEquals(
          List.of(OPEN, OPEN, OPEN),
          List.of(board.task(id).state(), board.task(begun).state(), board.task(kept).state()));
      assertEquals(List.of(finished, untouched), List.of(board.task(done), board.task(others)));
    }

    @Test
    void what_a_member_held_or_was_to_do_is_open_when_it_leaves() {
      work();
      Task finished = board.task(done);
      Task untouched = board.task(others);
      world.does("bo", new Act.Leave());
      expectFreed(finished, untouched);
    }

    @Test
    void what_a_member_held_or_was_to_do_is_open_when_it_is_removed() {
      work();
      Task finished = board.task(done);
      Task untouched = board.task(others);
      world.does("owner", world.remove("bo"));
      expectFreed(finished, untouched);
    }

    @Test
    void who_comes_back_has_lost_its_claims() {
      Lease lost = board.does("bo", id, CLAIM).task(id).leaseOf(World.id("bo"));
      world.does("bo", new Act.Leave()).does("bo", new Act.Rejoin());
      assertEquals(Rejection.LOST_LEASE, board.refusal("bo", id, FINISH, lost));
      assertEquals(OPEN, board.task(id).state());
    }

    @Test
    void who_comes_back_may_reopen_what_it_had_finished() {
      board.finish("bo", done);
      world.does("bo", new Act.Leave()).does("bo", new Act.Rejoin());
      assertEquals(OPEN, board.does("bo", done, REOPEN).task(done).state());
    }
  }
}
