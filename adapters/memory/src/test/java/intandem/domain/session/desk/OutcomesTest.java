package intandem.domain.session.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Lease;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.NewTask;
import intandem.domain.protocol.Priority;
import intandem.domain.protocol.Rejection;
import intandem.domain.protocol.Reservation;
import intandem.domain.protocol.TaskChange;
import intandem.domain.protocol.Waking;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Duo;
import intandem.domain.session.core.TaskNames;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Refusal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutcomesTest {
  private final Duo duo = new Duo(Waking.NONE);

  @Test
  void what_another_member_brought_back_without_its_words_is_not_called_sent() {
    EntryId id = new EntryId(Bytes.of(new byte[EntryId.SIZE]));
    Act adopt = new Act.Adopt(duo.bo.id(), id, new Act.Message());
    long index = duo.write(duo.ana, Duo.ALL, adopt, new Body.None());
    assertEquals(new Answer.Refused(new Refusal.Altered(index)), outcomes(duo.bo).of(index));
  }

  private Answer again(List<Body.News> news) {
    Act plan = new Act.AddTasks(List.of(new NewTask(new Reservation.Anyone(), List.of())));
    Body texts = new Body.Tasks(List.of(new Body.TaskText("Build", "", Priority.LOW)));
    duo.write(duo.ana, Duo.ALL, plan, texts);
    TaskId task = new TaskNames(duo.ana.core).list().all().getLast().id();
    Act claim = new Act.ChangeTask(task, new Lease.None(), new TaskChange.Claim());
    Draft draft = duo.ana.core.drafts.make(claim, new Body.TaskNews(news), duo.now());
    return outcomes(duo.ana).failed(draft, Rejection.NO_CHANGE);
  }

  @Test
  void a_claim_of_what_is_ones_own_is_no_failure() {
    assertInstanceOf(Answer.YoursAlready.class, again(List.of()));
  }

  @Test
  void it_is_one_if_texts_went_with_it() {
    assertInstanceOf(Answer.Refused.class, again(List.of(new Body.News.Title("Build all"))));
  }

  private static Outcomes outcomes(Duo.Side side) {
    Reading reading = new Reading(side.core, side.attention, new Briefings(side.core));
    return new Outcomes(side.core, reading);
  }

  private Answer.Progress progress() {
    return (Answer.Progress) outcomes(duo.ana).progress();
  }

  @Test
  void of_many_messages_the_last_are_listed_and_the_others_counted() {
    IntStream.rangeClosed(1, 24).forEach(i -> duo.writes(duo.ana, MessageType.CHAT, "no " + i));
    Answer.Progress progress = progress();
    assertEquals(4, progress.earlier());
    assertEquals("no 5", progress.sent().getFirst().letter().message().text());
    assertEquals(20, progress.sent().size());
  }

  @Test
  void what_is_not_in_the_log_is_listed_with_its_words() {
    Core core = duo.ana.core;
    Body hello = new Body.Text(MessageType.CHAT, "hello", 0, 0);
    Body bye = new Body.Text(MessageType.CHAT, "bye", 0, 0);
    Draft first = core.drafts.make(new Act.Message(), hello, duo.now());
    core.outbox.add(first);
    core.outbox.add(core.drafts.make(new Act.Message(), bye, duo.now()));
    core.outbox.addHousekeeping(core.drafts.make(new Act.Leave(), new Body.None(), duo.now()));
    core.outbox.submitted(first.id(), 1, duo.now());
    assertEquals(
        List.of(new Answer.Waiting(Duo.ALL, hello, true), new Answer.Waiting(Duo.ALL, bye, false)),
        progress().waiting());
  }
}
