package intandem.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import intandem.app.Desktop.Person;
import intandem.domain.id.InviteCode;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.view.Happening.What;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the others know of a member, and when they are told something new. */
class ProfilesTest {
  @TempDir private Path directory = Path.of("");
  private Desktop desktop = new Desktop(Path.of("target", "unused"), "Nobody");

  @BeforeEach
  void open() {
    desktop = new Desktop(directory, "Ada");
  }

  @AfterEach
  void close() {
    desktop.close();
  }

  private static List<String> capabilities(Person reader, int peer) throws InterruptedException {
    Answer answer = reader.asks(new Ask.Peers());
    return assertInstanceOf(Answer.Present.class, answer)
        .briefing()
        .peers()
        .get(peer)
        .capabilities();
  }

  private static long changes(Person reader) throws InterruptedException {
    Answer answer = reader.asks(new Ask.Activity(500, -1, ""));
    return assertInstanceOf(Answer.Activity.class, answer).happenings().stream()
        .filter(happening -> happening.what() instanceof What.Changed)
        .count();
  }

  /** Ends Bob's session and starts it again; its message comes after all that it had to say. */
  private Person restarted(Person ada, Person bob, List<String> capabilities) throws Exception {
    bob.workspaces.close();
    Person again = desktop.session("b", capabilities);
    again.rejoins();
    again.says("back");
    ada.reads(1);
    return again;
  }

  @Test
  void founder_and_guest_know_each_others_capabilities() throws Exception {
    Person ada = desktop.session("a", List.of("shop", "mcp:sql"));
    InviteCode code = ada.creates("demo").invitation().code();
    Person bob = desktop.session("b", List.of("mcp:git"));
    bob.joins(code);
    assertEquals(List.of("mcp:git"), capabilities(ada, 1));
    assertEquals(List.of("shop", "mcp:sql"), capabilities(bob, 0));
  }

  @Test
  void a_guest_whose_profile_was_told_by_the_owner_does_not_tell_it_again() throws Exception {
    Person ada = desktop.session("a");
    InviteCode code = ada.creates("demo").invitation().code();
    long before = changes(ada);
    Person bob = desktop.session("b", List.of("mcp:git"));
    bob.joins(code);
    bob.says("here");
    ada.reads(1);
    assertEquals(before, changes(ada));
  }

  @Test
  void what_changed_is_told_once_after_a_restart() throws Exception {
    Person ada = desktop.session("a");
    InviteCode code = ada.creates("demo").invitation().code();
    Person bob = desktop.session("b", List.of("mcp:git"));
    bob.joins(code);
    long before = changes(ada);
    Person again = restarted(ada, bob, List.of("mcp:sql"));
    assertEquals(List.of("mcp:sql"), capabilities(ada, 1));
    again.says("and more");
    ada.reads(1);
    assertEquals(before + 1, changes(ada));
  }

  @Test
  void nothing_is_told_after_a_restart_that_changed_nothing() throws Exception {
    Person ada = desktop.session("a");
    InviteCode code = ada.creates("demo").invitation().code();
    Person bob = desktop.session("b", List.of("mcp:git"));
    bob.joins(code);
    long before = changes(ada);
    restarted(ada, bob, List.of("mcp:git"));
    assertEquals(before, changes(ada));
  }
}
