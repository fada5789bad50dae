package intandem.domain.view;

import intandem.domain.id.Endpoint;
import intandem.domain.id.MemberId;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Place;
import intandem.domain.protocol.TaskChange;
import java.util.List;

/** One line of the activity log: who did what, when. */
public record Happening(Place place, MemberId actor, What what) {

  /** What can happen. */
  public sealed interface What {
    /** The actor founded the workspace. */
    record Founded() implements What {}

    /** The actor named the workspace. */
    record Named(String name) implements What {}

    /** The actor let someone in. */
    record Admitted(MemberId member) implements What {}

    /** The actor ended someone's membership. */
    record Removed(MemberId member) implements What {}

    /** The actor changed its profile. */
    record Changed() implements What {}

    /** The actor left. */
    record Left() implements What {}

    /** The actor took a seat again. */
    record Rejoined() implements What {}

    /** The actor's link came up. */
    record Online() implements What {}

    /** The actor's link went down. */
    record Away() implements What {}

    /** Other machines can reach the actor there, or nowhere any more. */
    record Reachable(List<Endpoint> addresses) implements What {
      public Reachable {
        addresses = List.copyOf(addresses);
      }
    }

    /** The actor opened the workspace's next term. */
    record Opened(int term) implements What {}

    /** The actor wrote a message that this member can read. */
    record Wrote(Letter letter) implements What {}

    /** The actor wrote to someone else. */
    record WroteTo(MemberId member) implements What {}

    /** The actor added tasks. */
    record Planned(List<TaskId> tasks) implements What {
      public Planned {
        tasks = List.copyOf(tasks);
      }
    }

    /** The actor changed a task. */
    record Moved(TaskId task, TaskChange change) implements What {}

    /** The actor set a variable. */
    record Set(Values.Value value) implements What {}

    /** The actor reported a finding. */
    record Reported(Findings.Known finding) implements What {}

    /** Something that this member should be able to read, and cannot. */
    record Unreadable() implements What {}
  }
}
