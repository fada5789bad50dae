package intandem.domain.session.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.attention.Alarm;
import intandem.domain.attention.Causes;
import intandem.domain.attention.Chatter;
import intandem.domain.attention.Turns;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Body.TaskText;
import intandem.domain.protocol.Lease;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.NewTask;
import intandem.domain.protocol.Priority;
import intandem.domain.protocol.Reservation;
import intandem.domain.protocol.TaskChange;
import intandem.domain.protocol.Waking;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.core.Duo;
import intandem.domain.session.core.Mail;
import intandem.domain.session.core.TaskNames;
import intandem.domain.tandem.Notice;
import intandem.domain.view.Letter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttentionTest {
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final Duo duo = new Duo(Waking.NONE);
  private final Attention attention = duo.ana.attention;

  private void show(long number) {
    Letter letter =
        duo.ana.core.mail.unread().stream().filter(l -> l.number() == number).findFirst().get();
    attention.shown(letter, duo.now());
  }

  @Test
  void a_question_wakes_and_names_itself() {
    long number = duo.writes(duo.bo, MessageType.QUESTION, "why?");
    duo.pass(SHORT);
    SessionEffect.Wake wake = duo.wake().orElseThrow();
    assertEquals(List.of(number), wake.letters().stream().map(Letter::number).toList());
    assertTrue(wake.id().matches("[0-9a-f]{8}"), wake.id());
  }

  @Test
  void a_chat_waits_for_a_lull() {
    duo.writes(duo.bo, MessageType.CHAT, "hello");
    duo.pass(SHORT);
    assertTrue(duo.wake().isEmpty());
    duo.pass(Alarm.LULL);
    assertTrue(duo.wake().isPresent());
  }

  @Test
  void a_status_and_ones_own_words_never_wake() {
    duo.writes(duo.bo, MessageType.STATUS, "done");
    duo.writes(duo.ana, MessageType.QUESTION, "why?");
    duo.pass(Duration.ofHours(1));
    assertTrue(duo.wake().isEmpty());
  }

  @Test
  void an_answer_to_ones_own_question_wakes_at_once() {
    long asked = duo.writes(duo.ana, MessageType.QUESTION, "why?");
    duo.writes(duo.bo, new Body.Text(MessageType.CHAT, "because", asked, 1));
    duo.pass(SHORT);
    assertTrue(duo.wake().isPresent());
  }

  @Test
  void the_same_words_again_wake_nobody_for_ten_minutes() {
    duo.writes(duo.bo, MessageType.QUESTION, "why?");
    duo.pass(SHORT);
    assertTrue(duo.wake().isPresent());
    duo.ana.core.mail.unread().forEach(duo.ana.core.mail::handOut);
    duo.writes(duo.bo, MessageType.QUESTION, "why?");
    duo.pass(Repeats.WINDOW);
    assertTrue(duo.wake().isEmpty());
    duo.writes(duo.bo, MessageType.QUESTION, "why?");
    duo.pass(SHORT);
    assertTrue(duo.wake().isPresent());
  }

  @Test
  void what_came_of_too_many_messages_wakes_nobody() {
    duo.writes(duo.bo, new Body.Text(MessageType.QUESTION, "?", 0, Causes.MOST_HOPS + 1));
    duo.pass(Duration.ofHours(1));
    assertTrue(duo.wake().isEmpty());
  }

  @Test
  void a_message_that_is_on_its_way_to_the_model_does_not_wake() {
    duo.writes(duo.bo, MessageType.QUESTION, "why?");
    duo.ana.core.mail.unread().forEach(duo.ana.core.mail::handOut);
    duo.pass(SHORT);
    assertTrue(duo.wake().isEmpty());
  }

  @Test
  void what_did_not_reach_the_model_wakes_later() {
    duo.writes(duo.bo, MessageType.QUESTION, "why?");
    duo.ana.core.mail.unread().forEach(duo.ana.core.mail::handOut);
    attention.told();
    duo.ana.core.mail.unread().forEach(l -> duo.ana.core.mail.handBack(Mail.name(l)));
    attention.untold(duo.now());
    duo.pass(Alarm.LULL);
    assertTrue(duo.wake().isPresent());
  }

  @Test
  void while_a_call_is_served_its_result_delivers() {
    duo.writes(duo.bo, MessageType.QUESTION, "why?");
    duo.pass(SHORT);
    attention.tick(true, duo.now());
    assertTrue(duo.wake().isEmpty());
    duo.pass(Alarm.GATHER);
    assertTrue(duo.wake().isPresent());
  }

  @Test
  void while_hooks_say_that_the_model_works_they_deliver() {
    attention.prompted("go on", duo.now());
    duo.writes(duo.bo, MessageType.QUESTION, "why?");
    duo.pass(SHORT);
    assertTrue(duo.wake().isEmpty());
    attention.stopped();
    assertTrue(duo.wake().isPresent());
  }

  @Test
  void a_model_that_hooks_no_longer_speak_of_is_woken_after_a_minute() {
    attention.worked(duo.now());
    duo.writes(duo.bo, MessageType.QUESTION, "why?");
    duo.pass(Turns.SIGN);
    assertTrue(duo.wake().isPresent());
  }

  @Test
  void the_seventh_message_within_two_minutes_pauses_its_author_and_the_human_is_told_once() {
    for (int i = 0; i <= Chatter.MOST + 1; i++) {
      duo.writes(duo.bo, MessageType.QUESTION, "why " + i);
      duo.pass(Alarm.GAP);
      assertEquals(i < Chatter.MOST, duo.wake().isPresent(), "message " + i);
    }
    assertEquals(List.of(new Notice.Paused("Bo")), duo.ana.core.notices.waiting());
    duo.pass(Chatter.WINDOW);
    assertTrue(duo.wake().isPresent());
  }

  @Test
  void a_human_turn_ends_the_pause() {
    for (int i = 0; i <= Chatter.MOST; i++) {
      duo.writes(duo.bo, MessageType.QUESTION, "why " + i);
    }
    attention.prompted("go on", duo.now());
    attention.stopped();
    attention.told();
    duo.writes(duo.bo, MessageType.QUESTION, "and now?");
    duo.pass(SHORT);
    assertTrue(duo.wake().isPresent());
  }

  @Test
  void our_own_wake_line_is_no_human_turn() {
    long number = duo.writes(duo.bo, new Body.Text(MessageType.QUESTION, "?", 0, 3));
    duo.pass(SHORT);
    String id = duo.wake().orElseThrow().id();
    show(number);
    attention.prompted("Another session sent a message: [wake " + id + "]", duo.now());
    assertEquals(4, attention.hop(0, duo.now()));
    attention.prompted("thanks, go on", duo.now());
    assertEquals(0, attention.hop(0, duo.now()));
  }

  @Test
  void a_prompt_that_is_not_handed_on_is_a_human_turn_unless_a_wake_came_just_before() {
    long number = duo.writes(duo.bo, new Body.Text(MessageType.QUESTION, "?", 0, 3));
    duo.pass(SHORT);
    assertTrue(duo.wake().isPresent());
    show(number);
    attention.prompted("", duo.now());
    assertEquals(4, attention.hop(0, duo.now()));
    duo.pass(Duration.ofSeconds(30));
    attention.prompted("", duo.now());
    assertEquals(0, attention.hop(0, duo.now()));
  }

  @Test
  void what_an_earlier_process_left_unread_wakes_after_a_lull() {
    duo.writes(duo.bo, MessageType.QUESTION, "why?");
    attention.told();
    attention.begin(duo.now());
    duo.pass(Alarm.LULL);
    assertTrue(duo.wake().isPresent());
  }

  private TaskId plan(Duo.Side author, Reservation reservation) {
    Act plan = new Act.AddTasks(List.of(new NewTask(reservation, List.of())));
    TaskText text = new TaskText("Write it", "", Priority.MEDIUM);
    duo.write(author, Duo.ALL, plan, new Body.Tasks(List.of(text)));
    return new TaskNames(duo.ana.core).list().all().getLast().id();
  }

  private void change(Duo.Side author, TaskId task, TaskChange change) {
    Lease lease = author.core.workspace().board().find(task).orElseThrow().leaseOf(author.id());
    duo.write(
        author, Duo.ALL, new Act.ChangeTask(task, lease, change), new Body.TaskNews(List.of()));
  }

  @Test
  void a_task_that_is_kept_for_me_wakes() {
    TaskId task = plan(duo.bo, new Reservation.For(duo.ana.id()));
    duo.pass(SHORT);
    assertEquals(List.of(task), duo.wake().orElseThrow().tasks());
    Notice notice = duo.ana.core.notices.waiting().getFirst();
    assertEquals(task, assertInstanceOf(Notice.Ready.class, notice).task().id());
  }

  private void tell(List<Notice> notices) {
    duo.ana.core.notices.take(notices);
    attention.told();
  }

  @Test
  void a_task_of_which_the_model_was_not_told_after_all_wakes_later() {
    TaskId task = plan(duo.bo, new Reservation.For(duo.ana.id()));
    List<Notice> taken = duo.ana.core.notices.waiting();
    tell(taken);
    duo.ana.core.notices.handBack(taken);
    attention.untold(duo.now());
    duo.pass(Alarm.LULL);
    assertEquals(List.of(task), duo.wake().orElseThrow().tasks());
  }

  @Test
  void a_task_that_is_no_longer_mine_to_do_is_neither_told_nor_wakes() {
    TaskId task = plan(duo.bo, new Reservation.For(duo.ana.id()));
    List<Notice> taken = duo.ana.core.notices.waiting();
    tell(taken);
    change(duo.bo, task, new TaskChange.Reserve(new Reservation.Anyone()));
    duo.ana.core.notices.handBack(taken);
    attention.untold(duo.now());
    duo.pass(Alarm.LULL);
    assertEquals(List.of(), duo.ana.core.notices.waiting());
    assertTrue(duo.wake().isEmpty());
  }

  @Test
  void a_task_for_others_or_of_my_own_making_does_not_wake() {
    plan(duo.bo, new Reservation.For(duo.bo.id()));
    plan(duo.bo, new Reservation.Anyone());
    plan(duo.ana, new Reservation.For(duo.ana.id()));
    duo.pass(Duration.ofHours(1));
    assertTrue(duo.wake().isEmpty());
  }

  @Test
  void a_task_of_mine_wakes_when_what_it_waits_for_is_done() {
    TaskId first = plan(duo.bo, new Reservation.Anyone());
    TaskId mine = plan(duo.ana, new Reservation.Anyone());
    change(duo.ana, mine, new TaskChange.Claim());
    change(duo.ana, mine, new TaskChange.Depend(List.of(first)));
    change(duo.bo, first, new TaskChange.Claim());
    duo.pass(SHORT);
    assertTrue(duo.wake().isEmpty());
    change(duo.bo, first, new TaskChange.Finish());
    duo.pass(SHORT);
    assertEquals(List.of(mine), duo.wake().orElseThrow().tasks());
  }

  @Test
  void a_model_with_nothing_to_read_may_stop() {
    assertFalse(attention.calling(duo.now()));
    duo.writes(duo.bo, MessageType.STATUS, "done");
    assertFalse(attention.calling(duo.now()));
    duo.writes(duo.bo, MessageType.CHAT, "hello");
    assertTrue(attention.calling(duo.now()));
  }
}
