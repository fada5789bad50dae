package intandem.domain.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.Epoch;
import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.Term;
import intandem.domain.id.WorkspaceId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Header.Origin;
import intandem.domain.protocol.Place;
import intandem.domain.protocol.Rejection;
import intandem.domain.workspace.World.Attempt;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {
  private static final Act MESSAGE = new Act.Message();
  private static final Term TERM = new Term(1, World.key("hub 1"));
  private static final Term LATER = new Term(2, World.key("hub 2"));
  private static final Term RIVAL = new Term(1, World.key("rival hub"));

  private final World world =
      new World("ana", "bo").does("ana", MESSAGE).does("ana", MESSAGE).does("owner", MESSAGE);

  @Test
  void a_command_that_counts_becomes_the_head_and_its_authors_latest() {
    Attempt attempt = world.attempt("ana", MESSAGE);
    Head before = world.workspace().head();
    world.accept(attempt);
    Stamp stamp = attempt.stamp();
    assertEquals(stamp.place().onTopOf(before, stamp.hash()), world.workspace().head());
    assertEquals(stamp.place().at(), world.workspace().at());
    assertEquals(new Member.Last(TERM, 3, stamp.hash()), world.member("ana").last());
  }

  /** A way to spoil a command, by name. */
  record Spoilt(String name, UnaryOperator<Attempt> how) {
    static Arguments as(Rejection reason, String name, UnaryOperator<Attempt> how) {
      return arguments(new Spoilt(name, how), reason);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Arguments> spoilt() {
    WorkspaceId other = WorkspaceId.of(Bytes.utf8("another header"));
    return Stream.of(
        Spoilt.as(Rejection.OTHER_WORKSPACE, "other workspace", a -> a.in(other)),
        Spoilt.as(Rejection.STALE_EPOCH, "epoch before", a -> a.of(new Epoch(TERM, 0))),
        Spoilt.as(Rejection.STALE_EPOCH, "epoch to come", a -> a.of(new Epoch(TERM, 2))),
        Spoilt.as(Rejection.OTHER_TERM, "term to come", a -> a.of(new Epoch(LATER, 1))),
        Spoilt.as(Rejection.OTHER_TERM, "other hub key", a -> a.of(new Epoch(RIVAL, 1))),
        Spoilt.as(Rejection.OUT_OF_SEQUENCE, "seq below 0", seq(-1)),
        Spoilt.as(Rejection.OUT_OF_SEQUENCE, "seq 0", seq(0)),
        Spoilt.as(Rejection.OUT_OF_SEQUENCE, "seq repeated", seq(2)),
        Spoilt.as(Rejection.OUT_OF_SEQUENCE, "seq skipped", seq(4)),
        Spoilt.as(Rejection.OUT_OF_SEQUENCE, "seq 2^53", seq(1L << 53)),
        Spoilt.as(Rejection.OUT_OF_SEQUENCE, "no previous", previous(Hash.ZERO)),
        Spoilt.as(Rejection.OUT_OF_SEQUENCE, "wrong previous", previous(World.hash("wrong"))),
        Spoilt.as(Rejection.OTHER_BRANCH, "head of another log", seen(new Head(3, Hash.ZERO))),
        Spoilt.as(Rejection.OTHER_BRANCH, "head to come", seen(new Head(99, Hash.ZERO))),
        Spoilt.as(Rejection.OTHER_TERM, "place in a term to come", place(LATER, 0, 0)),
        Spoilt.as(Rejection.OTHER_TERM, "place of a rival hub", place(RIVAL, 0, 0)),
        Spoilt.as(Rejection.OTHER_TERM, "index repeated", place(TERM, -1, 0)),
        Spoilt.as(Rejection.OTHER_TERM, "index skipped", place(TERM, 1, 0)),
        Spoilt.as(Rejection.OTHER_TERM, "log time runs back", place(TERM, 0, -1_001)));
  }

  private static UnaryOperator<Attempt> seq(long seq) {
    return a -> a.from(o -> new Origin(o.from(), o.id(), seq, o.previous(), o.seen(), o.ts()));
  }

  private static UnaryOperator<Attempt> previous(Hash hash) {
    return a -> a.from(o -> new Origin(o.from(), o.id(), o.seq(), hash, o.seen(), o.ts()));
  }

  private static UnaryOperator<Attempt> seen(Head head) {
    return a -> a.from(o -> new Origin(o.from(), o.id(), o.seq(), o.previous(), head, o.ts()));
  }

  private static Function<Origin, Origin> as(EntryId id) {
    return o -> new Origin(o.from(), id, o.seq(), o.previous(), o.seen(), o.ts());
  }

  private static UnaryOperator<Attempt> place(Term term, long indexes, long millis) {
    return a -> {
      Place due = a.stamp().place();
      return a.at(new Place(term, due.index() + indexes, due.at().plusMillis(millis)));
    };
  }

  @ParameterizedTest
  @MethodSource("spoilt")
  void a_command_out_of_order_is_refused(Spoilt spoilt, Rejection reason) {
    assertEquals(reason, world.refusal(spoilt.how().apply(world.attempt("ana", MESSAGE))));
  }

  @Test
  void a_command_in_the_very_millisecond_of_the_last_one_counts() {
    world.accept(place(TERM, 0, -1_000).apply(world.attempt("ana", MESSAGE)));
  }

  private Attempt written(long millisFromLogTime) {
    Attempt attempt = world.attempt("ana", MESSAGE);
    Instant ts = attempt.stamp().place().at().plusMillis(millisFromLogTime);
    return attempt.from(o -> new Origin(o.from(), o.id(), o.seq(), o.previous(), o.seen(), ts));
  }

  @ParameterizedTest
  @ValueSource(longs = {-120_000, -119_999, 119_999, 120_000})
  void two_minutes_from_log_time_are_near_enough(long millis) {
    world.accept(written(millis));
  }

  @ParameterizedTest
  @ValueSource(longs = {-120_001, 120_001})
  void a_millisecond_more_is_stale(long millis) {
    assertEquals(Rejection.STALE, world.refusal(written(millis)));
  }

  @Test
  void a_stranger_has_no_say() {
    assertEquals(Rejection.NOT_A_MEMBER, world.refusal("mallory", MESSAGE));
  }

  @Test
  void a_removed_member_has_no_say() {
    world.does("owner", world.remove("ana"));
    assertEquals(Rejection.NOT_A_MEMBER, world.refusal("ana", MESSAGE));
  }

  @Test
  void a_command_that_is_in_the_log_is_a_duplicate_before_it_is_out_of_sequence() {
    Attempt attempt = world.attempt("ana", MESSAGE);
    world.accept(attempt);
    Stamp again = world.next(TERM);
    assertEquals(Rejection.DUPLICATE, world.refusal(new Attempt(attempt.command(), again)));
  }

  @Test
  void an_id_is_used_once_by_its_author_even_in_another_term() {
    Attempt first = world.attempt("ana", MESSAGE);
    world.accept(first).does("owner", world.startTerm("owner"));
    Attempt second = world.attempt("ana", MESSAGE).from(as(first.command().origin().id()));
    assertEquals(Rejection.DUPLICATE, world.refusal(second));
  }

  @Test
  void another_author_may_use_the_same_id() {
    Attempt first = world.attempt("ana", MESSAGE);
    world.accept(first);
    world.accept(world.attempt("bo", MESSAGE).from(as(first.command().origin().id())));
  }

  @Test
  void a_refused_command_does_not_use_up_its_id_or_number() {
    Attempt attempt = world.attempt("ana", MESSAGE);
    world.refusal(seen(new Head(99, Hash.ZERO)).apply(attempt));
    world.accept(attempt);
  }

  @Test
  void an_author_who_has_seen_nothing_is_heard() {
    world.accept(seen(Head.START).apply(world.attempt("ana", MESSAGE)));
  }

  @ParameterizedTest
  @CsvSource({"1023, true", "1024, false"})
  void an_author_may_lag_behind_by_the_heads_that_are_kept(int entries, boolean counts) {
    Head seen = world.workspace().head();
    for (int i = 0; i < entries; i++) {
      world.notes("bo", i % 2 == 0);
    }
    Attempt attempt = seen(seen).apply(world.attempt("ana", MESSAGE));
    Decision decision = world.workspace().decide(attempt.command(), attempt.stamp());
    assertEquals(counts, decision instanceof Decision.Accepted);
  }

  @Test
  void sequence_numbers_start_over_with_each_term() {
    world.does("owner", world.startTerm("owner"));
    Attempt first = world.attempt("ana", MESSAGE);
    assertEquals(1, first.command().origin().seq());
    assertEquals(Rejection.OUT_OF_SEQUENCE, world.refusal(seq(3).apply(first)));
    world.accept(first);
  }

  @Test
  void a_command_of_the_last_term_is_too_late() {
    Attempt old = world.attempt("ana", MESSAGE);
    world.does("owner", world.startTerm("owner"));
    Attempt moved = new Attempt(old.command(), world.next(LATER));
    assertEquals(Rejection.OTHER_TERM, world.refusal(moved));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "-1, 0", "0, -1001"})
  void a_note_follows_the_head_too(long indexes, long millis) {
    Place due = world.next(TERM).place();
    Place place = new Place(TERM, due.index() + indexes, due.at().plusMillis(millis));
    assertEquals(Rejection.OTHER_TERM, world.refusal("ana", true, new Stamp(place, Hash.ZERO)));
  }

  @Test
  void a_note_of_another_hub_does_not_count() {
    assertEquals(Rejection.OTHER_TERM, world.refusal("ana", true, world.next(RIVAL)));
  }
}
