package intandem.domain.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.MemberId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.Place;
import intandem.domain.view.Happening.What;
import intandem.domain.workspace.Board;
import intandem.domain.workspace.World;
import intandem.domain.workspace.World.Attempt;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewTest {
  private static final MemberId ANA = World.id("ana");
  private static final Body.Text HELLO = new Body.Text(MessageType.CHAT, "hello", 0, 0);

  private final World world = new World("ana", "bo");
  private final View view = new View();

  private Place show(Attempt attempt, Opened opened) {
    view.add(attempt.stamp().place(), attempt.command(), opened, Board.EMPTY);
    world.accept(attempt);
    return attempt.stamp().place();
  }

  private Place show(String author, Act act, Body body) {
    return show(world.attempt(author, act), new Opened.Legible(body));
  }

  private static Body.Profile profile(String name) {
    return new Body.Profile(name, List.of("java"));
  }

  private What last() {
    return view.happenings().getLast().what();
  }

  @Test
  void a_message_that_can_be_read_becomes_a_letter() {
    Attempt attempt = world.attempt("ana", new Act.Message());
    Place place = show(attempt, new Opened.Legible(HELLO));
    Letter letter =
        new Letter(place, ANA, attempt.command().origin().id(), new Recipient.All(), HELLO);
    assertEquals(List.of(letter), view.letters());
    assertEquals(new What.Wrote(letter), last());
  }

  @Test
  void a_letter_to_one_names_its_reader() {
    Attempt attempt = world.attempt("ana", new Act.Message());
    show(attempt.to(World.only("bo", "bo", "ana")), new Opened.Legible(HELLO));
    assertEquals(new Recipient.One(World.id("bo")), view.letters().getFirst().to());
  }

  @Test
  void a_message_between_others_leaves_only_that_it_was_sent() {
    Attempt attempt = world.attempt("ana", new Act.Message());
    show(attempt.to(World.only("bo", "bo", "ana")), new Opened.NotForMe());
    assertEquals(List.of(), view.letters());
    assertEquals(new What.WroteTo(World.id("bo")), last());
  }

  @Test
  void what_cannot_be_opened_is_told_and_no_letter() {
    show(world.attempt("ana", new Act.Message()), new Opened.Unreadable());
    assertEquals(List.of(), view.letters());
    assertEquals(new What.Unreadable(), last());
  }

  @Test
  void a_body_of_another_kind_counts_as_unreadable() {
    show("ana", new Act.Message(), profile("Ana"));
    assertEquals(new What.Unreadable(), last());
    assertEquals(ANA.value(), view.nameOf(ANA));
  }

  @Test
  void a_newcomer_has_the_name_and_skills_of_its_profile() {
    show("owner", World.add("cy"), profile("Cy"));
    assertEquals("Cy", view.nameOf(World.id("cy")));
    assertEquals(List.of("java"), view.profileOf(World.id("cy")).capabilities());
  }

  @Test
  void a_newcomer_whose_profile_cannot_be_opened_is_a_member_all_the_same() {
    Place place = show(world.attempt("owner", World.add("cy")), new Opened.Unreadable());
    assertEquals("Member", view.nameOf(World.id("cy")));
    assertTrue(view.joinedBefore(World.id("cy"), place.index() + 1));
  }

  @Test
  void only_what_was_written_after_it_joined_is_meant_for_a_newcomer() {
    Place place = show("owner", World.add("cy"), profile("Cy"));
    assertTrue(view.joinedBefore(World.id("cy"), place.index() + 1));
    assertFalse(view.joinedBefore(World.id("cy"), place.index()));
    assertFalse(view.joinedBefore(World.id("mallory"), Long.MAX_VALUE));
  }

  @Test
  void a_new_profile_changes_the_skills_but_not_the_name() {
    show("ana", new Act.UpdateMember(), profile("Ana"));
    show("ana", new Act.UpdateMember(), new Body.Profile("Bo", List.of("sql")));
    assertEquals("Ana", view.nameOf(ANA));
    assertEquals(List.of("sql"), view.profileOf(ANA).capabilities());
  }

  @Test
  void the_latest_addresses_replace_the_earlier_ones() {
    show("ana", new Act.AnnounceEndpoint(), new Body.Addresses(List.of("a", "b")));
    show("ana", new Act.AnnounceEndpoint(), new Body.Addresses(List.of("c")));
    assertEquals(List.of("c"), view.addressesOf(ANA));
  }

  @Test
  void the_workspace_has_the_name_it_was_given_last() {
    assertEquals("", view.workspaceName());
    show("owner", new Act.NameWorkspace(), new Body.WorkspaceName("one"));
    show("owner", new Act.NameWorkspace(), new Body.WorkspaceName("two"));
    assertEquals("two", view.workspaceName());
  }
}
