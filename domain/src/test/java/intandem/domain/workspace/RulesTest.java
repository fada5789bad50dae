package intandem.domain.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Rejection;
import intandem.domain.workspace.Member.Standing;
import intandem.domain.workspace.World.Attempt;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
  private final World world = new World("ana", "bo");

  private Rejection note(String name, boolean online) {
    return world.refusal(name, online, world.next(world.workspace().reign().term()));
  }

  @Nested
  class Membership {
    @Test
    void a_newcomer_is_seated_last_and_away() {
      world.does("owner", World.add("cy"));
      Member cy = world.member("cy");
      assertEquals(
          List.of(4, Standing.SEATED, false), List.of(cy.ordinal(), cy.standing(), cy.online()));
    }

    @Test
    void nobody_is_admitted_twice() {
      assertEquals(Rejection.NO_CHANGE, world.refusal("owner", World.add("ana")));
    }

    @Test
    void a_removed_member_does_not_come_back_under_its_key() {
      world.does("owner", world.remove("ana"));
      assertEquals(Rejection.NO_CHANGE, world.refusal("owner", World.add("ana")));
      assertEquals(Standing.REMOVED, world.member("ana").standing());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33})
    void a_key_has_32_bytes(int size) {
      Bytes bad = Bytes.of(new byte[size]);
      Act signing = new Act.AddMember(bad, World.key("seal"));
      Act sealing = new Act.AddMember(World.key("cy"), bad);
      assertEquals(Rejection.MALFORMED, world.refusal("owner", signing));
      assertEquals(Rejection.MALFORMED, world.refusal("owner", sealing));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mallory", "owner", "gone"})
    void only_members_who_do_not_lead_can_be_removed(String name) {
      world.does("owner", World.add("gone")).does("owner", world.remove("gone"));
      assertEquals(Rejection.UNKNOWN_MEMBER, world.refusal("owner", world.remove(name)));
    }

    @Test
    void one_who_has_left_can_still_be_removed() {
      world.does("ana", new Act.Leave()).does("owner", world.remove("ana"));
      assertEquals(Standing.REMOVED, world.member("ana").standing());
    }

    @Test
    void the_owner_stays() {
      assertEquals(Rejection.OWNER_STAYS, world.refusal("owner", new Act.Leave()));
    }
  }

  @Nested
  class Seats {
    private final World full = new World("ana", "bo", "cy", "di");

    @Test
    void the_sixth_is_one_too_many() {
      assertEquals(0, full.workspace().freeSeats());
      assertEquals(Rejection.FULL, full.refusal("owner", World.add("eve")));
    }

    @Test
    void a_workspace_has_the_seats_it_was_founded_with() {
      assertEquals(Rejection.FULL, new World(2, "ana").refusal("owner", World.add("bo")));
    }

    @Test
    void one_who_leaves_frees_its_seat_and_is_away() {
      full.notes("ana", true).does("ana", new Act.Leave()).does("owner", World.add("eve"));
      assertFalse(full.member("ana").online());
    }

    @Test
    void one_who_is_removed_frees_its_seat() {
      full.does("owner", full.remove("ana")).does("owner", World.add("eve"));
    }

    @Test
    void one_who_left_is_seated_again_and_online() {
      full.does("ana", new Act.Leave()).does("ana", new Act.Rejoin());
      assertTrue(full.member("ana").seated() && full.member("ana").online());
    }

    @Test
    void one_who_left_waits_while_every_seat_is_taken() {
      full.does("ana", new Act.Leave()).does("owner", World.add("eve"));
      assertEquals(Rejection.FULL, full.refusal("ana", new Act.Rejoin()));
    }

    @Test
    void one_who_is_seated_cannot_rejoin() {
      assertEquals(Rejection.NO_CHANGE, full.refusal("ana", new Act.Rejoin()));
    }

    private static Stream<Act> all_but_rejoin() {
      return Stream.of(
          new Act.Message(), new Act.Leave(), new Act.UpdateMember(), new Act.AnnounceEndpoint());
    }

    @ParameterizedTest
    @MethodSource("all_but_rejoin")
    void one_who_left_may_do_nothing_else(Act act) {
      full.does("ana", new Act.Leave());
      assertEquals(Rejection.LEFT, full.refusal("ana", act));
    }

    @Test
    void one_who_left_cannot_take_over() {
      full.does("ana", new Act.Leave());
      assertEquals(Rejection.LEFT, full.refusal("ana", full.startTerm("ana")));
    }
  }

  @Nested
  class Ownership {
    private Stream<Act> owners() {
      return Stream.of(
          new Act.NameWorkspace(), world.startEpoch(), World.add("cy"), world.remove("bo"));
    }

    @Test
    void only_the_owner_names_rekeys_admits_and_removes() {
      owners().forEach(act -> assertEquals(Rejection.NOT_OWNER, world.refusal("ana", act)));
      world.does("owner", new Act.NameWorkspace()).does("owner", world.startEpoch());
      world.does("owner", World.add("cy")).does("owner", world.remove("bo"));
    }

    @Test
    void the_rights_go_over_to_the_next_owner() {
      world.does("ana", world.startTerm("ana"));
      owners().forEach(act -> assertEquals(Rejection.NOT_OWNER, world.refusal("owner", act)));
      world.does("ana", world.remove("owner"));
    }
  }

  @Nested
  class Presence {
    @Test
    void a_note_is_about_someone_seated() {
      world.does("ana", new Act.Leave()).does("owner", world.remove("bo"));
      Stream.of("mallory", "ana", "bo")
          .forEach(name -> assertEquals(Rejection.UNKNOWN_MEMBER, note(name, true)));
    }

    @Test
    void a_note_says_something_new() {
      assertEquals(Rejection.NO_CHANGE, note("ana", false));
      world.notes("ana", true);
      assertEquals(Rejection.NO_CHANGE, note("ana", true));
    }

    @Test
    void a_note_changes_one_members_state_and_time() {
      world.notes("ana", true);
      Member ana = world.member("ana");
      assertEquals(List.of(true, world.workspace().at()), List.of(ana.online(), ana.since()));
      assertFalse(world.member("bo").online());
    }

    @Test
    void a_note_leaves_the_members_own_history_alone() {
      Attempt attempt = world.attempt("ana", new Act.Message());
      world.notes("ana", true);
      assertEquals(
          attempt.command().origin().seq(),
          world.attempt("ana", new Act.Message()).command().origin().seq());
    }
  }

  @Nested
  class DirectedMessages {
    private final Attempt message = world.attempt("ana", new Act.Message());

    @Test
    void a_message_to_one_member_is_wrapped_to_reader_and_author() {
      world.accept(message.to(World.only("bo", "bo", "ana")));
    }

    private static Stream<List<String>> wraps() {
      return Stream.of(
          List.of(),
          List.of("bo"),
          List.of("ana"),
          List.of("ana", "bo"),
          List.of("bo", "bo"),
          List.of("bo", "owner"),
          List.of("bo", "ana", "owner"));
    }

    @ParameterizedTest
    @MethodSource("wraps")
    void any_other_wraps_are_refused(List<String> wrappedTo) {
      Attempt wrong = message.to(World.only("bo", wrappedTo.toArray(String[]::new)));
      assertEquals(Rejection.MALFORMED, world.refusal(wrong));
    }

    @Test
    void nobody_writes_to_itself() {
      Attempt self = message.to(World.only("ana", "ana", "ana"));
      assertEquals(Rejection.UNKNOWN_MEMBER, world.refusal(self));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mallory", "gone", "left"})
    void nobody_writes_to_one_who_is_not_there(String reader) {
      world.does("owner", World.add("gone")).does("owner", World.add("left"));
      world.does("left", new Act.Leave()).does("owner", world.remove("gone"));
      Attempt lost = world.attempt("ana", new Act.Message()).to(World.only(reader, reader, "ana"));
      assertEquals(Rejection.UNKNOWN_MEMBER, world.refusal(lost));
    }

    @Test
    void only_messages_are_for_one_member() {
      Attempt secret = world.attempt("ana", new Act.UpdateMember());
      assertEquals(Rejection.MALFORMED, world.refusal(secret.to(World.only("bo", "bo", "ana"))));
    }
  }
}
