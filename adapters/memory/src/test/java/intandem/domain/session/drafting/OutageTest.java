package intandem.domain.session.drafting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import intandem.domain.id.Bytes;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Body.TaskText;
import intandem.domain.protocol.Expected;
import intandem.domain.protocol.Lease;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.NewTask;
import intandem.domain.protocol.Priority;
import intandem.domain.protocol.Reservation;
import intandem.domain.protocol.TaskChange;
import intandem.domain.protocol.Waking;
import intandem.domain.session.core.Duo;
import intandem.domain.session.core.TaskNames;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import intandem.domain.view.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a member may ask for while it has no hub. */
class OutageTest {
  private static final Bytes CALL = Bytes.utf8("call");
  private static final Prepared NO_HUB = new Prepared.Refused(new Refusal.NoHub());

  private final Duo duo = new Duo(Waking.NONE);

  private Prepared ask(Ask.Command ask) {
    return new Drafting(duo.ana.core, duo.ana.attention).prepare(ask, duo.now());
  }

  private TaskId task() {
    Act plan = new Act.AddTasks(List.of(new NewTask(new Reservation.Anyone(), List.of())));
    TaskText text = new TaskText("Write it", "", Priority.MEDIUM);
    duo.write(duo.bo, Duo.ALL, plan, new Body.Tasks(List.of(text)));
    return new TaskNames(duo.ana.core).list().all().getLast().id();
  }

  @Test
  void a_claim_is_refused() {
    Ask.Wanted claimed = new Ask.Wanted.Standing(Status.CLAIMED);
    assertEquals(NO_HUB, ask(new Ask.Change(CALL, task().value(), claimed, List.of())));
  }

  @Test
  void a_change_of_a_task_whose_claim_is_not_confirmed_yet_is_refused() {
    TaskId task = task();
    Act claim = new Act.ChangeTask(task, new Lease.None(), new TaskChange.Claim());
    duo.ana.core.outbox.addUrgent(duo.ana.core.drafts.make(claim, new Body.None(), duo.now()));
    Ask.Wanted begun = new Ask.Wanted.Standing(Status.IN_PROGRESS);
    assertEquals(
        new Prepared.Refused(new Refusal.Claiming(task)),
        ask(new Ask.Change(CALL, task.value(), begun, List.of())));
  }

  @Test
  void a_comparison_of_versions_is_refused() {
    assertEquals(NO_HUB, ask(new Ask.SetVariable(CALL, "port", "8080", new Expected.Version(0))));
  }

  @Test
  void a_plain_assignment_waits() {
    Ask.Command plain = new Ask.SetVariable(CALL, "port", "8080", new Expected.Any());
    assertInstanceOf(Prepared.Lasting.class, ask(plain));
  }

  @Test
  void a_message_waits() {
    Ask.To all = new Ask.To.Everyone();
    Ask.Command send = new Ask.Send(CALL, MessageType.CHAT, "hello", all, 0);
    assertInstanceOf(Prepared.Lasting.class, ask(send));
  }

  @Test
  void a_new_task_waits() {
    TaskText text = new TaskText("Write more", "", Priority.LOW);
    Ask.Planned planned = new Ask.Planned(text, new Ask.To.Everyone(), List.of());
    assertInstanceOf(Prepared.Lasting.class, ask(new Ask.Plan(CALL, List.of(planned))));
  }
}
