package intandem.app;

import static intandem.app.Desktop.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import intandem.app.Desktop.Person;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session whose next process starts before the one before it has ended. */
class TwoProcessesTest {
  private final Team team;

  TwoProcessesTest(@TempDir Path directory) throws InterruptedException {
    this.team = new Team(directory, 3);
  }

  @AfterEach
  void close() {
    team.close();
  }

  private static void awaitSeat(Person person) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          while (person.asks(new Ask.Peers()) instanceof Answer.Refused) {
            Thread.onSpinWait();
          }
        });
  }

  @Test
  void the_next_process_says_that_the_one_before_is_still_closing() throws Exception {
    Person next = team.start(1);
    next.workspaces.resume();
    assertEquals(new Refusal.Locked(), refusal(next.says("hello")));
  }

  @Test
  void it_takes_no_other_members_place_meanwhile() throws Exception {
    team.stop(2);
    Person next = team.start(1);
    assertEquals(new Refusal.Locked(), refusal(next.rejoins()));
  }

  @Test
  void a_session_that_never_was_a_member_is_told_that_others_use_what_there_is() throws Exception {
    assertEquals(new Refusal.InUse(), refusal(team.stranger().rejoins()));
  }

  @Test
  void it_founds_and_joins_nothing_and_the_one_before_is_found_as_before() throws Exception {
    Person second = team.second(0);
    assertEquals(new Refusal.Locked(), refusal(second.asks(new Ask.Create("another", 5))));
    assertEquals(new Refusal.Locked(), refusal(second.joins(team.code())));
    team.grow();
  }

  @Test
  void it_takes_over_by_itself_once_the_one_before_has_ended() throws Exception {
    Person before = team.get(1);
    Person next = team.start(1);
    next.workspaces.resume();
    before.workspaces.close();
    awaitSeat(next);
    assertEquals("Ada-2", Team.briefing(next).selfName());
  }

  @Test
  void so_does_the_owners_while_another_member_leads() throws Exception {
    Person before = team.get(0);
    Person next = team.start(0);
    next.workspaces.resume();
    before.workspaces.close();
    awaitSeat(next);
    Team.await(next, Answer.Connection.ONLINE);
  }

  @Test
  void whoever_left_for_good_meanwhile_is_not_brought_back() throws Exception {
    Person before = team.get(1);
    Person next = team.start(1);
    next.workspaces.resume();
    assertInstanceOf(Answer.Left.class, before.asks(new Ask.Leave()));
    next.workspaces.resume();
    assertEquals(new Refusal.NotIn(), refusal(next.says("hello")));
  }
}
