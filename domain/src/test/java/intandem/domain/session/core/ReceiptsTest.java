package intandem.domain.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.port.EntryLog;
import intandem.domain.protocol.Ack;
import intandem.domain.protocol.Entry;
import intandem.domain.tandem.Answer.Stage;
import intandem.domain.workspace.World;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceiptsTest {
  private static final MemberId ANA = World.id("ana");
  private static final MemberId SELF = World.id("self");
  private static final Term TERM = new Term(1, World.key("hub"));

  private final Heads log = new Heads();
  private final Receipts receipts = new Receipts(log, List.of());

  /** A log of some length, of which only the heads are known. */
  private static final class Heads implements EntryLog {
    private long last = 9;

    @Override
    public Head head() {
      return ReceiptsTest.head(last);
    }

    @Override
    public Optional<Head> at(long index) {
      return index > last ? Optional.empty() : Optional.of(ReceiptsTest.head(index));
    }

    @Override
    public void append(List<Entry> entries) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Entry> after(long index, int count) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void replaceAfter(Head base, List<Entry> entries) {
      throw new UnsupportedOperationException();
    }
  }

  private static Head head(long index) {
    return new Head(index, Hash.of(Bytes.utf8("head " + index)));
  }

  private static Ack ack(MemberId from, Head head, long seen) {
    return new Ack(from, TERM, head, seen, Bytes.EMPTY);
  }

  @Test
  void a_message_waits_is_received_and_is_seen() {
    assertEquals(Stage.WAITING, receipts.stage(ANA, 5));
    receipts.add(ack(ANA, head(4), 4));
    assertEquals(Stage.WAITING, receipts.stage(ANA, 5));
    receipts.add(ack(ANA, head(5), 4));
    assertEquals(Stage.RECEIVED, receipts.stage(ANA, 5));
    receipts.add(ack(ANA, head(5), 5));
    assertEquals(Stage.SEEN, receipts.stage(ANA, 5));
  }

  @Test
  void an_ack_that_is_not_newer_changes_nothing() {
    assertTrue(receipts.add(ack(ANA, head(5), 5)));
    assertFalse(receipts.add(ack(ANA, head(5), 5)));
    assertFalse(receipts.add(ack(ANA, head(4), 4)));
    assertEquals(Stage.SEEN, receipts.stage(ANA, 5));
  }

  @Test
  void a_head_of_another_branch_says_nothing() {
    receipts.add(ack(ANA, new Head(5, Hash.ZERO), 5));
    assertEquals(Stage.WAITING, receipts.stage(ANA, 5));
  }

  @Test
  void a_head_beyond_this_log_may_be_of_another_branch() {
    receipts.add(ack(ANA, head(12), 12));
    assertEquals(Stage.WAITING, receipts.stage(ANA, 9));
  }

  @Test
  void what_counted_before_counts_until_this_log_is_as_far() {
    receipts.add(ack(ANA, head(6), 5));
    receipts.add(ack(ANA, head(12), 11));
    assertEquals(6, receipts.held(ANA));
    assertEquals(Stage.SEEN, receipts.stage(ANA, 5));
    assertEquals(Stage.RECEIVED, receipts.stage(ANA, 6));
    log.last = 12;
    assertEquals(12, receipts.held(ANA));
    assertEquals(Stage.SEEN, receipts.stage(ANA, 11));
  }

  @Test
  void nobody_asks_what_was_seen_of_a_log_that_is_still_to_come() {
    assertEquals(Optional.empty(), receipts.seen(ANA));
    receipts.add(ack(ANA, head(6), 5));
    assertEquals(Optional.of(5L), receipts.seen(ANA));
    receipts.add(ack(ANA, head(12), 11));
    assertEquals(Optional.empty(), receipts.seen(ANA));
    log.last = 12;
    assertEquals(Optional.of(11L), receipts.seen(ANA));
  }

  @Test
  void of_what_was_cut_off_nothing_counts_and_of_what_is_left_all() {
    receipts.add(ack(ANA, head(8), 7));
    receipts.held(ANA);
    log.last = 4;
    receipts.cut(4);
    assertEquals(4, receipts.held(ANA));
    assertEquals(Stage.SEEN, receipts.stage(ANA, 4));
    assertEquals(Stage.WAITING, receipts.stage(ANA, 5));
  }

  @Test
  void ones_own_word_is_not_that_another_holds_it() {
    receipts.add(ack(SELF, head(9), 9));
    assertFalse(receipts.heldByOther(5, SELF));
    receipts.add(ack(ANA, head(5), 0));
    assertTrue(receipts.heldByOther(5, SELF));
    assertFalse(receipts.heldByOther(6, SELF));
  }
}
