package intandem.app;

import static intandem.app.Desktop.refusal;
import static intandem.app.Moves.claim;
import static intandem.app.Moves.plan;
import static intandem.app.Moves.set;
import static intandem.app.Moves.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import intandem.app.Desktop.Person;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Body.News;
import intandem.domain.protocol.Rejection;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import intandem.domain.view.Happening;
import intandem.domain.view.Happening.What;
import intandem.domain.view.Status;
import intandem.domain.view.TaskLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that share a board on the real adapters. */
class BoardTest {
  private static final Duration AT_ONCE = Duration.ofSeconds(3);

  @TempDir private Path directory = Path.of("");

  private static List<TaskId> added(Answer answer) {
    return ids(assertInstanceOf(Answer.Planned.class, answer).tasks());
  }

  private static List<TaskId> ids(List<TaskLine> lines) {
    return lines.stream().map(TaskLine::id).toList();
  }

  private static Status status(Person person, int task) throws InterruptedException {
    return Team.board(person).get(task).status();
  }

  /** The numbers of those who won. */
  private static List<Integer> winners(List<Answer> answers) {
    return IntStream.range(0, answers.size())
        .filter(i -> answers.get(i) instanceof Answer.Changed)
        .boxed()
        .toList();
  }

  /** {@code Ada holds T-a1b2c3; ready: [T-d4e5f6]}. */
  private static String loss(Answer answer) {
    Refusal refusal = refusal(answer);
    Refusal.Task lost = assertInstanceOf(Refusal.Task.class, refusal);
    String holder = lost.names().of(lost.task().task().hold().orElseThrow().holder());
    return "%s: %s holds %s; ready: %s"
        .formatted(lost.reason(), holder, lost.task().id(), ids(lost.ready()));
  }

  @Test
  void of_five_who_claim_a_task_at_once_one_wins_and_the_others_hear_who() throws Exception {
    try (Team team = new Team(directory, 5)) {
      List<TaskId> tasks = added(team.get(0).asks(plan("p", task("wanted"), task("other"))));
      team.settle();
      List<Answer> answers = team.race(claim("c", tasks.getFirst()));
      assertEquals(1, winners(answers).size(), answers::toString);
      int winner = winners(answers).getFirst();
      String expected =
          "%s: %s holds %s; ready: [%s]"
              .formatted(Rejection.HELD, Team.name(winner), tasks.get(0), tasks.get(1));
      List<String> losses = new ArrayList<>();
      for (Answer answer : answers) {
        if (!(answer instanceof Answer.Changed)) {
          losses.add(loss(answer));
        }
      }
      assertEquals(List.of(expected, expected, expected, expected), losses);
    }
  }

  @Test
  void a_plan_of_fifty_is_one_entry() throws Exception {
    try (Team team = new Team(directory, 2)) {
      team.settle();
      Person ada = team.get(0);
      long before = Team.head(ada);
      added(ada.asks(plan("p", IntStream.range(0, 50).mapToObj(i -> "task " + i))));
      assertEquals(before + 1, Team.head(ada));
    }
  }

  @Test
  void a_plan_of_fifty_is_told_to_each_peer_as_one_happening() throws Exception {
    try (Team team = new Team(directory, 3)) {
      team.settle();
      Ask plan = plan("p", IntStream.range(0, 50).mapToObj(i -> "task " + i));
      What told = new What.Planned(added(team.get(0).asks(plan)));
      for (Person peer : List.of(team.get(1), team.get(2))) {
        peer.says("this comes after the plan");
        List<What> news = Team.news(peer).happenings().stream().map(Happening::what).toList();
        assertEquals(List.of(told), news);
      }
    }
  }

  @Test
  void a_call_that_is_repeated_answers_at_once_and_does_nothing_twice() throws Exception {
    try (Team team = new Team(directory, 2)) {
      team.settle();
      Person bob = team.get(1);
      Ask plan = plan("p", task("one"), task("two"));
      List<TaskId> first = added(bob.asks(plan));
      long head = Team.head(bob);
      List<TaskId> second = assertTimeout(AT_ONCE, () -> added(bob.asks(plan)));
      assertEquals(first, second);
      assertEquals(head, Team.head(bob));
    }
  }

  @Test
  void a_call_that_is_repeated_after_a_restart_does_nothing_twice() throws Exception {
    try (Team team = new Team(directory, 2)) {
      Ask plan = plan("p", task("one"), task("two"));
      List<TaskId> first = added(team.get(1).asks(plan));
      team.stop(1);
      Person again = team.restart(1);
      assertEquals(first, added(again.asks(plan)));
      assertEquals(first, ids(Team.board(again)));
    }
  }

  @Test
  void a_plan_with_a_key_is_added_once_also_after_a_restart() throws Exception {
    String plan = "{\"key\":\"sprint 1\",\"tasks\":[{\"title\":\"one\"},{\"title\":\"two\"}]}";
    Path home = directory.resolve("home");
    try (Assistant before = new Assistant(home, "a")) {
      before.call("intandem_create", "{}");
      before.call("intandem_plan", plan);
      before.call("intandem_plan", plan);
    }
    try (Assistant after = new Assistant(home, "a")) {
      after.call("intandem_plan", plan);
      String board = after.call("intandem_board", "{}").line();
      assertEquals(2, board.split("\\[T-[0-9a-f]{6}]", -1).length - 1, board);
    }
  }

  @Test
  void a_late_joiner_has_all_tasks_variables_and_findings() throws Exception {
    try (Team team = new Team(directory, 2)) {
      Person ada = team.get(0);
      List<TaskId> tasks = added(ada.asks(plan("p", task("one"), task("two", "#1"))));
      ada.asks(claim("c", tasks.get(0)));
      ada.asks(set("d", tasks.get(0), Status.DONE, new News.Result("it works")));
      ada.asks(Moves.assign("v", "port", "8080"));
      ada.asks(Moves.report("f", "shop", "it is slow", "cache"));
      assertEquals(shared(ada), shared(team.grow()));
    }
  }

  /** Everything that the members share but messages. */
  private static List<Object> shared(Person person) throws InterruptedException {
    Answer variables = person.asks(new Ask.Variables(""));
    Answer findings = person.asks(new Ask.Findings(Set.of(), "", ""));
    List<Object> all = new ArrayList<>(Team.board(person));
    all.addAll(assertInstanceOf(Answer.Variables.class, variables).values());
    all.addAll(assertInstanceOf(Answer.Findings.class, findings).findings());
    assertEquals(4, all.size(), all::toString);
    return all;
  }

  @Test
  void who_was_away_is_told_on_return_what_happened() throws Exception {
    try (Team team = new Team(directory, 2)) {
      Person ada = team.get(0);
      team.stop(1);
      List<TaskId> tasks = added(ada.asks(plan("p", task("one"))));
      ada.asks(claim("c", tasks.getFirst()));
      ada.asks(Moves.assign("v", "port", "8080"));
      ada.asks(Moves.report("f", "shop", "it is slow", ""));
      List<String> kinds = new ArrayList<>();
      Team.news(team.restart(1))
          .happenings()
          .forEach(happening -> kinds.add(happening.what().getClass().getSimpleName()));
      assertEquals(List.of("Planned", "Moved", "Set", "Reported"), kinds);
    }
  }

  @Test
  void the_task_of_a_holder_that_leaves_is_open_again() throws Exception {
    try (Team team = new Team(directory, 2)) {
      Person ada = team.get(0);
      Person bob = team.get(1);
      List<TaskId> tasks = added(bob.asks(plan("p", task("one"))));
      bob.asks(claim("c", tasks.getFirst()));
      bob.asks(set("s", tasks.getFirst(), Status.IN_PROGRESS));
      assertEquals(Status.IN_PROGRESS, status(ada, 0));
      bob.asks(new Ask.Leave());
      assertEquals(Status.OPEN, status(ada, 0));
    }
  }

  @Test
  void whoever_leaves_is_told_what_it_claimed_and_finished_this_time() throws Exception {
    try (Team team = new Team(directory, 2)) {
      List<TaskId> tasks = added(team.get(1).asks(plan("p", task("one"), task("two"))));
      team.get(1).asks(claim("c", tasks.get(0)));
      team.stop(1);
      Person again = team.restart(1);
      again.asks(claim("d", tasks.get(1)));
      again.asks(set("e", tasks.get(1), Status.DONE));
      again.asks(set("f", tasks.get(0), Status.DONE));
      Answer.Left left = assertInstanceOf(Answer.Left.class, again.asks(new Ask.Leave()));
      assertEquals(List.of(1, 2), List.of(left.summary().claimed(), left.summary().finished()));
    }
  }

  @Test
  void the_doings_of_nobody_are_refused_with_those_who_are_there() throws Exception {
    try (Team team = new Team(directory, 2)) {
      Answer answer = team.get(1).asks(new Ask.Activity(30, -1, "Eve"));
      assertEquals(new Answer.Refused(new Refusal.UnknownPeer("Eve", List.of("Ada"))), answer);
    }
  }

  @Test
  void a_claim_goes_to_the_next_hub_when_the_owner_has_left() throws Exception {
    try (Team team = new Team(directory, 2)) {
      Person bob = team.get(1);
      List<TaskId> tasks = added(bob.asks(plan("p", task("one"))));
      team.stop(0);
      Team.await(bob, Answer.Connection.HOSTING);
      Answer answer = bob.asks(claim("c", tasks.getFirst()));
      assertInstanceOf(Answer.Changed.class, answer);
    }
  }

  @Test
  void a_task_added_while_the_founder_was_away_is_there_when_it_returns() throws Exception {
    try (Team team = new Team(directory, 2)) {
      Person bob = team.get(1);
      team.stop(0);
      Team.await(bob, Answer.Connection.HOSTING);
      added(bob.asks(plan("p", task("one"))));
      bob.says("this comes after the plan");
      Person ada = team.restart(0);
      ada.reads(1);
      assertEquals("one", Team.board(ada).getFirst().text().title());
    }
  }

  @Test
  void what_is_refused_does_not_move_the_log() throws Exception {
    try (Team team = new Team(directory, 2)) {
      Person bob = team.get(1);
      Ask plan = plan("p", task("held"), task("blocked", "#1"));
      List<TaskId> tasks = added(team.get(0).asks(plan));
      team.get(0).asks(claim("c", tasks.get(0)));
      team.get(0).asks(Moves.assign("v", "port", "8080"));
      team.settle();
      long head = Team.head(bob);
      for (Ask ask : refusable(tasks.get(0), tasks.get(1))) {
        assertInstanceOf(Answer.Refused.class, bob.asks(ask), ask::toString);
      }
      assertEquals(List.of(head, head), List.of(Team.head(bob), Team.head(team.get(0))));
    }
  }

  private static List<Ask> refusable(TaskId held, TaskId blocked) {
    return List.of(
        claim("1", held),
        claim("2", blocked),
        claim("3", new TaskId("T-000000")),
        set("4", held, Status.DONE),
        set("5", held, Status.OPEN),
        set("6", blocked, Status.BLOCKED),
        Moves.edit("7", held, new News.Title("mine")),
        plan("8", task("a", "#2"), task("b", "#1")),
        plan("9", task("a", "T-000000")),
        plan("10", task("x".repeat(501))),
        Moves.assign("11", "port", "80", 7),
        Moves.assign("12", "", "80"),
        Moves.report("13", "shop", " ", ""));
  }
}
