package intandem.domain.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Epoch;
import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.Term;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.EpochKeys;
import intandem.domain.protocol.Rejection;
import intandem.domain.workspace.World.Attempt;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyingTest {
  private static final Term FIRST = new Term(1, World.key("hub 1"));
  private static final Term SECOND = new Term(2, World.key("hub 2"));

  private final World world = new World("ana", "bo", "cy").does("bo", new Act.Leave());

  private static EpochKeys keys(List<String> holders) {
    return World.keys(holders.stream().map(World::id).toList());
  }

  @Test
  void every_new_epoch_goes_to_all_who_were_not_removed() {
    EpochKeys all = keys(List.of("owner", "ana", "bo", "cy"));
    world.does("owner", new Act.StartEpoch(all));
    world.does("owner", new Act.StartTerm(World.id("owner"), world.workspace().head(), all));
    EpochKeys others = keys(List.of("owner", "ana", "bo"));
    world.does("owner", new Act.RemoveMember(World.id("cy"), others));
    world.does("owner", new Act.StartEpoch(others));
  }

  private static Stream<List<String>> holders() {
    return Stream.of(
        List.of(),
        List.of("owner", "ana", "cy"),
        List.of("owner", "ana", "cy", "cy"),
        List.of("owner", "ana", "bo", "mallory"),
        List.of("owner", "ana", "bo", "cy", "cy"),
        List.of("owner", "ana", "bo", "cy", "mallory"));
  }

  @ParameterizedTest
  @MethodSource("holders")
  void an_epoch_that_misses_doubles_or_adds_a_holder_is_refused(List<String> holders) {
    EpochKeys keys = keys(holders);
    Act epoch = new Act.StartEpoch(keys);
    Act term = new Act.StartTerm(World.id("owner"), world.workspace().head(), keys);
    assertEquals(Rejection.MALFORMED, world.refusal("owner", epoch));
    assertEquals(Rejection.MALFORMED, world.refusal("owner", term));
  }

  private static Stream<List<String>> remaining() {
    return Stream.of(
        List.of("owner", "ana"),
        List.of("owner", "ana", "ana"),
        List.of("owner", "ana", "cy"),
        List.of("owner", "ana", "bo", "cy"));
  }

  @ParameterizedTest
  @MethodSource("remaining")
  void a_removal_rekeys_for_just_those_who_stay(List<String> holders) {
    Act remove = new Act.RemoveMember(World.id("cy"), keys(holders));
    assertEquals(Rejection.MALFORMED, world.refusal("owner", remove));
  }

  @Test
  void a_removal_starts_the_next_epoch() {
    Attempt old = world.attempt("ana", new Act.Message());
    world.does("owner", world.remove("cy"));
    assertEquals(new Epoch(FIRST, 2), world.workspace().reign().epoch());
    Attempt late = world.attempt("ana", new Act.Message()).of(old.command().epoch());
    assertEquals(Rejection.STALE_EPOCH, world.refusal(late));
  }

  @Test
  void a_removal_bears_the_epoch_that_it_ends() {
    Attempt remove = world.attempt("owner", world.remove("cy"));
    assertEquals(Rejection.STALE_EPOCH, world.refusal(remove.of(new Epoch(FIRST, 2))));
  }

  @Test
  void a_new_epoch_bears_its_own_number() {
    Attempt start = world.attempt("owner", world.startEpoch());
    assertEquals(Rejection.STALE_EPOCH, world.refusal(start.of(new Epoch(FIRST, 1))));
    assertEquals(Rejection.STALE_EPOCH, world.refusal(start.of(new Epoch(FIRST, 3))));
    assertEquals(new Epoch(FIRST, 2), world.accept(start).workspace().reign().epoch());
  }

  @Test
  void a_member_takes_over_with_a_new_term() {
    world.notes("owner", true).notes("cy", true).does("ana", world.startTerm("ana"));
    Workspace next = world.workspace();
    assertEquals(new Workspace.Reign(new Epoch(SECOND, 1), World.id("ana")), next.reign());
    assertTrue(next.roster().members().stream().noneMatch(Member::online));
  }

  @Test
  void nobody_opens_a_term_in_anothers_name() {
    assertEquals(Rejection.NOT_OWNER, world.refusal("ana", world.startTerm("cy")));
    assertEquals(Rejection.NOT_OWNER, world.refusal("owner", world.startTerm("cy")));
  }

  @Test
  void a_term_builds_on_the_very_head_of_the_log() {
    Act early = world.startTerm("owner");
    world.does("ana", new Act.Message());
    assertEquals(Rejection.OTHER_BRANCH, world.refusal("owner", early));
    Act other =
        new Act.StartTerm(
            World.id("owner"),
            new Head(world.workspace().head().index(), Hash.ZERO),
            world.startEpoch().keys());
    assertEquals(Rejection.OTHER_BRANCH, world.refusal("owner", other));
  }

  @Test
  void a_term_is_a_higher_one_in_its_first_epoch() {
    Attempt start = world.attempt("owner", world.startTerm("owner"));
    for (Term low : List.of(FIRST, new Term(1, World.key("rival hub")))) {
      Attempt again = start.of(new Epoch(low, 1)).at(world.next(low).place());
      assertEquals(Rejection.OTHER_TERM, world.refusal(again));
    }
    Term far = new Term(1_002, SECOND.hubKey());
    Attempt ahead = start.of(new Epoch(far, 1)).at(world.next(far).place());
    assertEquals(Rejection.OTHER_TERM, world.refusal(ahead));
    assertEquals(Rejection.STALE_EPOCH, world.refusal(start.of(new Epoch(SECOND, 2))));
  }

  @Test
  void a_term_begins_at_the_hub_whose_key_it_names() {
    Attempt start = world.attempt("owner", world.startTerm("owner"));
    assertEquals(Rejection.OTHER_TERM, world.refusal(start.at(world.next(FIRST).place())));
    Term rival = new Term(2, World.key("rival hub"));
    assertEquals(Rejection.OTHER_TERM, world.refusal(start.at(world.next(rival).place())));
  }

  @Test
  void a_term_starts_its_authors_sequence_over() {
    world.does("ana", new Act.Message()).does("ana", world.startTerm("ana"));
    assertEquals(1, world.member("ana").last().seq());
  }
}
