package intandem.app;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import intandem.app.Desktop.Person;
import intandem.domain.id.InviteCode;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Answer.Briefing;
import intandem.domain.tandem.Answer.Connection;
import intandem.domain.tandem.Ask;
import intandem.domain.view.TaskLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sessions of one user in one workspace: Ada, who founded it, Ada-2, Ada-3 and so on. */
final class Team implements AutoCloseable {
  private final Desktop desktop;
  private final InviteCode code;
  private final List<Person> members = new ArrayList<>();

  Team(Path directory, int size) throws InterruptedException {
    desktop = new Desktop(directory, "Ada");
    Person ada = desktop.session("s0");
    code = ada.creates("demo").invitation().code();
    members.add(ada);
    while (members.size() < size) {
      grow();
    }
  }

  /** What others join with. */
  InviteCode code() {
    return code;
  }

  /** One more joins. */
  Person grow() throws InterruptedException {
    Person person = desktop.session("s" + members.size());
    assertInstanceOf(Answer.Entered.class, person.joins(code));
    members.add(person);
    return person;
  }

  Person get(int member) {
    return members.get(member);
  }

  static String name(int member) {
    return member == 0 ? "Ada" : "Ada-" + (member + 1);
  }

  /** Everyone has everything that is in the log by now, and nothing of its own to add. */
  void settle() throws InterruptedException {
    for (Person person : members) {
      person.says("here");
    }
    for (Person person : members) {
      person.reads(members.size() - 1);
    }
  }

  /** What the members are answered who ask for the same thing at the same moment, in order. */
  List<Answer> race(Ask ask) throws Exception {
    CyclicBarrier start = new CyclicBarrier(members.size());
    List<Callable<Answer>> runners = new ArrayList<>();
    for (Person person : members) {
      runners.add(
          () -> {
            start.await();
            return person.asks(ask);
          });
    }
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Answer> answer : threads.invokeAll(runners)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  /** Its process ends. */
  void stop(int member) {
    members.get(member).workspaces.close();
  }

  /** A session of the same user in the same directory, which was never in a workspace. */
  Person stranger() {
    return desktop.session("stranger");
  }

  /** A new process of the same session, which has not done anything yet. */
  Person start(int member) {
    Person again = desktop.session("s" + member);
    members.set(member, again);
    return again;
  }

  /** A second process of the same session, beside the one that there is. */
  Person second(int member) {
    return desktop.ofAnotherProcess("s" + member);
  }

  /** Its process is started again, and returns to the workspace. */
  Person restart(int member) throws InterruptedException {
    Person again = start(member);
    assertInstanceOf(Answer.Entered.class, again.rejoins());
    return again;
  }

  static Briefing briefing(Person person) throws InterruptedException {
    return assertInstanceOf(Answer.Present.class, person.asks(new Ask.Peers())).briefing();
  }

  /** How many entries that member's log has. */
  static long head(Person person) throws InterruptedException {
    return briefing(person).head().index();
  }

  /** Returns when that member is connected like that. */
  static void await(Person person, Connection connection) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          while (briefing(person).connection() != connection) {
            Thread.onSpinWait();
          }
        });
  }

  /** The whole board, finished tasks included. */
  static List<TaskLine> board(Person person) throws InterruptedException {
    Answer answer = person.asks(new Ask.Board(Moves.ANY_STATUS));
    return assertInstanceOf(Answer.Board.class, answer).tasks();
  }

  /** What others did since that member last asked. */
  static Answer.News news(Person person) throws InterruptedException {
    return assertInstanceOf(Answer.Letters.class, person.asks(new Ask.Unread(10_000))).news();
  }

  @Override
  public void close() {
    desktop.close();
  }
}
