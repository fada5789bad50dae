package intandem.domain.session.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Audience;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.Header;
import intandem.domain.protocol.Place;
import intandem.domain.replica.Replica.Step;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Solo;
import intandem.domain.tandem.Notice;
import intandem.domain.workspace.Referee.Ruling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final MemberId BOB = MemberId.of(Bytes.of(new byte[32]));

  private final Solo solo = new Solo(NOW);
  private final Core core = solo.core;
  private final Watch watch = new Watch(core, NOW);

  WatchTest() {
    solo.logIn(7, NOW);
  }

  /** Something that Bob wrote and the hub stamped at those times, and that comes in now. */
  private void arrives(long index, Instant written, Instant stamped, Instant now) {
    Header.Origin origin =
        new Header.Origin(
            BOB, new EntryId(Bytes.of(new byte[16])), 1, Hash.ZERO, Head.START, written);
    Header.Command command =
        new Header.Command(
            core.identity.workspace(),
            core.workspace().reign().epoch(),
            origin,
            new Audience.Everyone(),
            new Act.Message());
    Envelope envelope = new Envelope(Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY);
    Entry entry = new Entry(new Place(solo.term, index, stamped), envelope);
    Ruling ruling = new Ruling.Counts(command, core.workspace());
    watch.tick(now);
    watch.folded(List.of(new Step(entry, ruling, core.workspace())), List.of(), now);
  }

  @Test
  void what_comes_in_time_is_not_remarked_on() {
    arrives(2, NOW, NOW, NOW.plus(MINUTE));
    assertEquals(List.of(), core.notices.waiting());
  }

  @Test
  void what_comes_long_after_it_was_written_is_called_delayed() {
    core.time.synchronise(NOW.plus(MINUTE), NOW);
    arrives(2, NOW.minus(MINUTE.multipliedBy(2)), NOW, NOW);
    Duration delay = Duration.ofMinutes(3);
    assertEquals(List.of(new Notice.Late(BOB.value(), 2, delay)), core.notices.waiting());
  }

  @Test
  void of_many_delayed_ones_one_is_named() {
    for (int index = 2; index < 9; index++) {
      arrives(index, NOW.minus(MINUTE.multipliedBy(5)), NOW, NOW);
    }
    assertEquals(1, core.notices.waiting().size());
  }

  @Test
  void of_those_that_were_not_told_yet_the_newest_is_named() {
    for (int index = 2; index < 9; index++) {
      Instant now = NOW.plus(MINUTE.multipliedBy(index));
      core.time.synchronise(now, now);
      arrives(index, now.minus(MINUTE.multipliedBy(5)), now, now);
    }
    Duration delay = MINUTE.multipliedBy(5);
    assertEquals(List.of(new Notice.Late(BOB.value(), 8, delay)), core.notices.waiting());
  }

  @Test
  void what_was_written_while_this_session_was_away_is_not_delayed() {
    arrives(1, NOW.minus(MINUTE.multipliedBy(5)), NOW, NOW);
    assertEquals(List.of(), core.notices.waiting());
  }

  @Test
  void a_machine_that_slept_blames_nobody() {
    Instant morning = NOW.plus(Duration.ofHours(8));
    arrives(2, NOW.plus(MINUTE), NOW.plus(MINUTE), morning);
    assertEquals(List.of(), core.notices.waiting());
  }

  @Test
  void a_clock_that_leaves_this_machines_is_told_once() {
    Instant ahead = NOW.plus(Duration.ofHours(1));
    core.time.synchronise(ahead, NOW);
    arrives(2, ahead, ahead, NOW);
    arrives(3, ahead, ahead, NOW);
    assertEquals(List.of(new Notice.ClockApart(Duration.ofHours(1))), core.notices.waiting());
  }

  @Test
  void a_clock_that_went_wrong_again_is_told_again() {
    Instant behind = NOW.minus(Duration.ofHours(1));
    core.time.synchronise(behind, NOW);
    arrives(2, behind, behind, NOW);
    core.notices.take(core.notices.waiting());
    arrives(3, behind, NOW, NOW);
    arrives(4, behind, behind, NOW);
    assertEquals(List.of(new Notice.ClockApart(Duration.ofHours(-1))), core.notices.waiting());
  }
}
