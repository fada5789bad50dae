package intandem.mcp;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.MemberId;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Priority;
import intandem.domain.protocol.Reservation;
import intandem.domain.tandem.Answer;
import intandem.domain.view.Status;
import intandem.domain.view.TaskLine;
import intandem.domain.view.Tasks;
import intandem.domain.workspace.Task;
import intandem.domain.workspace.Task.Hold;
import intandem.domain.workspace.Task.State;
import java.util.List;

/** Tasks as sessions answer them. */
public final class Boards {

  public static final Answer.Names NAMES =
      member -> member.equals(Mails.ADA) ? "Ada" : "CosmicYoda";
  public static final EntryId CLAIM = new EntryId(Bytes.of(new byte[EntryId.SIZE]));

  private Boards() {}

  public static TaskLine open(String id, String title, TaskId... blockers) {
    var state = new State.Open(new Reservation.Anyone());
    var status = blockers.length == 0 ? Status.OPEN : Status.BLOCKED;
    return line(id, title, state, status, List.of(blockers));
  }

  public static TaskLine kept(String id, String title) {
    var state = new State.Open(new Reservation.For(Mails.BOB));
    return line(id, title, state, Status.OPEN, List.of());
  }

  public static TaskLine claimed(String id, String title, TaskId... blockers) {
    var state = new State.Claimed(hold(Mails.BOB));
    return line(id, title, state, Status.CLAIMED, List.of(blockers));
  }

  public static TaskLine done(String id, String title) {
    var state = new State.Done(hold(Mails.BOB), Mails.NOON);
    return line(id, title, state, Status.DONE, List.of());
  }

  private static Hold hold(MemberId member) {
    return new Hold(member, CLAIM, Mails.NOON.minusSeconds(120));
  }

  private static TaskLine line(
      String id, String title, State state, Status status, List<TaskId> blockers) {
    var origin = new Task.Origin(Mails.ADA, CLAIM, 1, Mails.NOON.minusSeconds(300));
    var task = new Task(new TaskId(id), origin, blockers, state);
    var text = new Tasks.Text(title, "", Priority.CRITICAL, "");
    return new TaskLine(task, text, status, blockers, 0);
  }
}
