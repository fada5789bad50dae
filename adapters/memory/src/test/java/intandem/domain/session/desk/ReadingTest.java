package intandem.domain.session.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Body.TaskText;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.NewTask;
import intandem.domain.protocol.Priority;
import intandem.domain.protocol.Reservation;
import intandem.domain.protocol.Waking;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Duo;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Answer.Letters;
import intandem.domain.tandem.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest {
  private static final int ROOM = 10_000;

  private final Duo duo = new Duo(Waking.NONE);
  private final Core core = duo.bo.core;
  private final Reading reading = new Reading(core, duo.bo.attention, new Briefings(core));
  private final List<String> told = new ArrayList<>();

  private Letters take() {
    reading.take(1, ROOM);
    List<SessionEffect> effects = core.drain();
    if (effects.getFirst() instanceof SessionEffect.Persist) {
      core.disk.persisted();
      effects = core.drain();
    }
    return (Letters) ((SessionEffect.Reply) effects.getFirst()).answer();
  }

  private void show(Letters letters) {
    reading.shown(letters, () -> told.add("seen"), duo.now());
  }

  private void plan() {
    Act plan = new Act.AddTasks(List.of(new NewTask(new Reservation.Anyone(), List.of())));
    TaskText text = new TaskText("Write it", "", Priority.MEDIUM);
    duo.write(duo.ana, Duo.ALL, plan, new Body.Tasks(List.of(text)));
  }

  private static Notice ended(int command) {
    byte[] id = new byte[EntryId.SIZE];
    id[0] = (byte) command;
    return new Notice.Ended(new EntryId(Bytes.of(id)), new Answer.Unconfirmed());
  }

  @Test
  void that_a_message_was_seen_is_told_once_the_disk_takes_it() {
    long number = duo.writes(duo.ana, MessageType.CHAT, "hello");
    show(take());
    core.disk.failed("full", duo.now());
    assertEquals(number - 1, core.mail.seen(number));
    assertEquals(List.of(), told);
    duo.pass(Duration.ofSeconds(5));
    core.disk.tick(duo.now());
    core.disk.persisted();
    assertEquals(number, core.mail.seen(number));
    assertEquals(List.of("seen"), told);
  }

  @Test
  void all_that_a_lost_result_held_is_handed_over_again() {
    long number = duo.writes(duo.ana, MessageType.CHAT, "hello");
    plan();
    core.notices.add(ended(1));
    Letters lost = take();
    assertEquals(1, lost.news().happenings().size());
    reading.notShown(lost, duo.now());
    Letters again = take();
    assertEquals(number, again.letters().getFirst().letter().number());
    assertEquals(lost.notices(), again.notices());
    assertEquals(lost.news().happenings(), again.news().happenings());
  }

  @Test
  void what_was_told_is_not_told_again() {
    plan();
    show(take());
    assertTrue(take().empty());
  }

  @Test
  void more_notices_than_a_result_has_room_for_come_with_the_next_ones() {
    List<Notice> all = new ArrayList<>();
    for (int command = 0; command < 7; command++) {
      all.add(ended(command));
    }
    all.forEach(core.notices::add);
    Letters first = take();
    assertEquals(all.subList(0, 5), first.notices());
    assertEquals(2, first.more());
    assertEquals(all.subList(5, 7), take().notices());
  }

  @Test
  void a_notice_is_told_even_with_messages_that_leave_no_room() {
    duo.writes(duo.ana, MessageType.CHAT, "x".repeat(ROOM - 500));
    core.notices.add(ended(1));
    Letters letters = take();
    assertEquals(1, letters.letters().size());
    assertEquals(1, letters.notices().size());
  }

  @Test
  void a_member_that_has_confirmed_since_is_not_called_silent() {
    Notice silent = new Notice.Silent("Bo", duo.ana.core.receipts.held(duo.bo.id()));
    duo.ana.core.notices.add(silent);
    duo.acknowledges(duo.bo, 1);
    assertEquals(List.of(), duo.ana.core.notices.waiting());
  }
}
