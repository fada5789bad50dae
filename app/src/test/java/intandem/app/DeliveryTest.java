package intandem.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.app.Desktop.Person;
import intandem.domain.admission.Limits;
import intandem.domain.protocol.MessageType;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Answer.Delivered;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages on their way into a model's context, whatever its session does. */
class DeliveryTest {
  private static final int BURST = 100;
  private static final Ask.To ALL = new Ask.To.Everyone();

  private final Desktop desktop;
  private final Person ada;
  private final Person bob;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  DeliveryTest(@TempDir Path directory) throws InterruptedException {
    desktop = new Desktop(directory, "Ada", new Limits(10_000, false));
    ada = desktop.session("a");
    bob = desktop.session("b");
    bob.joins(ada.creates("demo").invitation().code());
  }

  @BeforeEach
  void settle() throws InterruptedException {
    ada.reads(0);
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    desktop.close();
  }

  private static List<String> texts(String prefix) {
    return IntStream.range(100, 100 + BURST).mapToObj(i -> prefix + i).toList();
  }

  /** All at once: how they are ordered is not said. */
  private void burst() throws Exception {
    List<Future<Answer>> sending = new ArrayList<>();
    for (String text : texts("burst ")) {
      sending.add(threads.submit(() -> bob.sends(MessageType.QUESTION, text, ALL, 0)));
    }
    for (Future<Answer> sent : sending) {
      sent.get();
    }
  }

  private static Answer.Letters taken(Person person, Ask ask) throws InterruptedException {
    return assertInstanceOf(Answer.Letters.class, person.asks(ask));
  }

  private static List<Delivered> take(Person person, Ask ask) throws InterruptedException {
    return taken(person, ask).letters();
  }

  private static List<String> texts(List<Delivered> letters) {
    return letters.stream().map(message -> message.letter().message().text()).toList();
  }

  @Test
  void a_burst_at_an_idle_session_makes_few_pushes_and_loses_none() throws Exception {
    burst();
    assertTrue(ada.wakes.poll(20, TimeUnit.SECONDS).contains("InTandem: "));
    assertEquals(texts("Ada-2: burst "), ada.reads(BURST).stream().sorted().toList());
    assertTrue(ada.wakes.size() <= 1, "pushes: " + (1 + ada.wakes.size()));
  }

  @Test
  void a_burst_at_a_busy_session_arrives_with_its_results_once_each() throws Exception {
    Future<?> sending =
        threads.submit(
            () -> {
              burst();
              return null;
            });
    List<String> read = new ArrayList<>();
    while (read.size() < BURST) {
      Answer.Letters taken = taken(ada, new Ask.Unread(10_000));
      ada.workspaces.shown(taken);
      read.addAll(texts(taken.letters()));
    }
    sending.get();
    assertEquals(texts("burst "), read.stream().sorted().toList());
    assertTrue(ada.wakes.size() <= 1, "pushes: " + ada.wakes.size());
  }

  @Test
  void an_answer_that_a_call_waits_for_wakes_nobody_on_top() throws Exception {
    Future<List<Delivered>> waiting =
        threads.submit(() -> take(ada, new Ask.Inbox(Duration.ofSeconds(20), -1)));
    bob.sends(MessageType.QUESTION, "why?", ALL, 0);
    assertEquals(List.of("why?"), texts(waiting.get()));
    assertNull(ada.wakes.poll(1, TimeUnit.SECONDS));
  }

  @Test
  void a_wait_that_is_cancelled_takes_nothing_with_it() throws Exception {
    Future<List<Delivered>> waiting =
        threads.submit(() -> take(ada, new Ask.Inbox(Duration.ofSeconds(90), -1)));
    waiting.cancel(true);
    bob.says("still there?");
    assertEquals(List.of("Ada-2: still there?"), ada.reads(1));
  }

  @Test
  void a_result_that_was_not_delivered_gives_its_messages_back_unmarked() throws Exception {
    bob.says("once");
    ada.workspaces.notShown(taken(ada, new Ask.Inbox(Duration.ofSeconds(20), -1)));
    List<Delivered> again = take(ada, new Ask.Unread(10_000));
    assertEquals(List.of("once"), texts(again));
    assertFalse(again.getFirst().possiblySeen());
  }

  @Test
  void what_a_process_handed_over_as_it_died_is_shown_again_and_marked() throws Exception {
    bob.says("half way");
    assertEquals(1, take(ada, new Ask.Inbox(Duration.ofSeconds(20), -1)).size());
    ada.workspaces.close();
    Person again = desktop.session("a");
    again.rejoins();
    List<Delivered> letters = take(again, new Ask.Unread(10_000));
    assertEquals(List.of("half way"), texts(letters));
    assertTrue(letters.getFirst().possiblySeen());
  }

  @Test
  void what_was_seen_is_not_shown_again_after_a_restart() throws Exception {
    ada.says("seen");
    bob.workspaces.shown(taken(bob, new Ask.Inbox(Duration.ofSeconds(20), -1)));
    ada.says("unseen");
    take(bob, new Ask.Inbox(Duration.ofSeconds(20), -1));
    bob.workspaces.close();
    Person again = desktop.session("b");
    again.rejoins();
    assertEquals(List.of("Ada: unseen"), again.reads(1));
  }

  @Test
  void of_two_processes_with_one_session_id_one_is_in_and_the_other_takes_over_later()
      throws Exception {
    Person twin = desktop.session("b");
    assertEquals(new Answer.Refused(new Refusal.Locked()), twin.rejoins());
    ada.says("to the first");
    assertEquals(List.of("Ada: to the first"), bob.reads(1));
    bob.workspaces.close();
    assertInstanceOf(Answer.Entered.class, twin.rejoins());
    ada.says("to the second");
    assertEquals(List.of("Ada: to the second"), twin.reads(1));
  }

  @Test
  void the_author_sees_a_message_go_from_received_to_seen() throws Exception {
    ada.says("look");
    Answer.Letters taken = taken(bob, new Ask.Inbox(Duration.ofSeconds(20), -1));
    await(ada, Answer.Stage.RECEIVED);
    bob.workspaces.shown(taken);
    await(ada, Answer.Stage.SEEN);
  }

  private static void await(Person author, Answer.Stage stage) throws InterruptedException {
    for (Answer.Stage now = stage(author); now != stage; now = stage(author)) {
      assertTrue(now.compareTo(stage) < 0, now + " instead of " + stage);
      Thread.onSpinWait();
    }
  }

  private static Answer.Stage stage(Person author) throws InterruptedException {
    Answer.Progress progress =
        assertInstanceOf(Answer.Progress.class, author.asks(new Ask.Receipts()));
    return progress.sent().getLast().receipts().getFirst().stage();
  }

  @Test
  void the_eighth_answer_in_a_row_is_refused_and_a_human_turn_lets_it_go() throws Exception {
    Person writer = ada;
    long last = 0;
    for (int i = 0; i <= 6; i++) {
      Answer answer = writer.sends(MessageType.QUESTION, "and " + i + "?", ALL, last);
      last = assertInstanceOf(Answer.Sent.class, answer).number();
      writer = writer.equals(ada) ? bob : ada;
      assertEquals(1, writer.reads(1).size());
    }
    Answer refused = writer.sends(MessageType.CHAT, "enough", ALL, last);
    assertEquals(new Answer.Refused(new Refusal.TooManyHops(7, 6)), refused);
    writer.asks(new Ask.Hook(new Ask.Moment.Prompted("go on"), 10_000));
    Answer sent = writer.sends(MessageType.CHAT, "enough", ALL, last);
    assertInstanceOf(Answer.Sent.class, sent);
  }

  @Test
  void the_same_words_again_are_sent_and_said_to_wake_nobody() throws Exception {
    long first = assertInstanceOf(Answer.Sent.class, bob.says("ping")).number();
    Answer.Sent again = assertInstanceOf(Answer.Sent.class, bob.says("ping"));
    assertEquals(first, again.repeats());
  }
}
