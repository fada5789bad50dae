package intandem.app;

import static intandem.app.Desktop.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import intandem.app.Desktop.Person;
import intandem.domain.id.MemberId;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A member that left, whose process has ended since. */
class LeavingTest {
  private final Path records;
  private final Team team;
  private final MemberId guest;

  LeavingTest(@TempDir Path directory) throws Exception {
    records = directory.resolve("home/sessions");
    team = new Team(directory, 2);
    guest = Team.briefing(team.get(1)).self();
    assertInstanceOf(Answer.Left.class, team.get(1).asks(new Ask.Leave()));
    team.stop(1);
  }

  @AfterEach
  void close() {
    team.close();
  }

  private static MemberId returned(Person person) throws InterruptedException {
    return assertInstanceOf(Answer.Entered.class, person.rejoins()).briefing().self();
  }

  @Test
  void returns_in_the_next_process_of_its_session() throws Exception {
    assertEquals(guest, returned(team.start(1)));
  }

  @Test
  void returns_in_another_session_of_its_directory() throws Exception {
    assertEquals(guest, returned(team.stranger()));
  }

  @Test
  void never_returns_by_itself() throws Exception {
    Person next = team.start(1);
    next.workspaces.resume();
    assertEquals(new Refusal.NotIn(), refusal(next.says("hello")));
  }

  @Test
  void returns_by_itself_once_it_has_returned_when_asked_to() throws Exception {
    returned(team.start(1));
    team.stop(1);
    Person next = team.start(1);
    next.workspaces.resume();
    assertEquals(guest, Team.briefing(next).self());
  }

  @Test
  void is_told_that_another_session_has_its_place_now() throws Exception {
    returned(team.stranger());
    assertEquals(new Refusal.InUse(), refusal(team.start(1).rejoins()));
  }

  @Test
  void the_only_one_of_this_user_returns_without_any_record(@TempDir Path other) throws Exception {
    try (Desktop alone = new Desktop(other, "Bob")) {
      Person bob = alone.session("b");
      bob.joins(team.code(), HubPort.of(records.resolveSibling("")));
      MemberId self = Team.briefing(bob).self();
      bob.asks(new Ask.Leave());
      bob.workspaces.close();
      Files.delete(other.resolve("home/sessions/b.json"));
      assertEquals(self, returned(alone.session("c")));
    }
  }
}
