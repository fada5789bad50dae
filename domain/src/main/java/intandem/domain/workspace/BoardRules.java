package intandem.domain.workspace;

import intandem.domain.admission.Limits;
import intandem.domain.id.EntryId;
import intandem.domain.id.MemberId;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Header.Origin;
import intandem.domain.protocol.Rejection;
import intandem.domain.protocol.Reservation;
import intandem.domain.protocol.TaskChange;
import intandem.domain.workspace.Task.Hold;
import intandem.domain.workspace.Task.State;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What one member may do to one task at one moment, and what becomes of the task. */
final class BoardRules {
  private final Workspace workspace;
  private final MemberId author;
  private final Instant at;

  BoardRules(Workspace workspace, MemberId author, Instant at) {
    this.workspace = workspace;
    this.author = author;
    this.at = at;
  }

  /** The first rule that the change breaks. */
  Optional<Rejection> fault(Act.ChangeTask act) {
    Optional<Task> found = workspace.board().find(act.task());
    if (found.isEmpty()) {
      return Optional.of(Rejection.UNKNOWN_TASK);
    }
    Task task = found.get();
    if (!act.lease().equals(task.leaseOf(author))) {
      return Optional.of(Rejection.LOST_LEASE);
    }
    boolean mine = task.heldBy(author);
    boolean editable = mine || task.origin().creator().equals(author);
    return switch (act.change()) {
      case TaskChange.Claim claim -> claimFault(task);
      case TaskChange.Unclaim unclaim -> holdingFault(task);
      case TaskChange.Start start ->
          holdingFault(task)
              .or(() -> unless(task.state() instanceof State.Claimed, Rejection.NO_CHANGE))
              .or(() -> blockedFault(task));
      case TaskChange.Finish finish -> holdingFault(task).or(() -> blockedFault(task));
      case TaskChange.Reopen reopen ->
          unless(task.done(), Rejection.WRONG_STATE)
              .or(() -> unless(mine, Rejection.NOT_YOURS))
              .or(() -> unless(room(1), Rejection.BOARD_FULL));
      case TaskChange.Describe describe -> unless(editable, Rejection.NOT_YOURS);
      case TaskChange.Depend(List<TaskId> tasks) ->
          unless(!task.done(), Rejection.WRONG_STATE)
              .or(() -> unless(!task.active() || mine, Rejection.HELD))
              .or(() -> unless(editable, Rejection.NOT_YOURS))
              .or(() -> dependencyFault(task, tasks));
      case TaskChange.Reserve(Reservation reservation) -> reservationFault(task, reservation);
    };
  }

  private Optional<Rejection> claimFault(Task task) {
    Optional<Rejection> taken =
        switch (task.state()) {
          case State.Open(Reservation.For(MemberId member)) ->
              unless(member.equals(author) || lapsed(member), Rejection.RESERVED);
          case State.Open(Reservation.Anyone anyone) -> Optional.empty();
          case State.Claimed(Hold hold) -> heldFault(hold);
          case State.InProgress(Hold hold) -> heldFault(hold);
          case State.Done done -> Optional.of(Rejection.WRONG_STATE);
        };
    return taken.or(() -> blockedFault(task));
  }

  private Optional<Rejection> heldFault(Hold hold) {
    return hold.holder().equals(author)
        ? Optional.of(Rejection.NO_CHANGE)
        : unless(lapsed(hold.holder()), Rejection.HELD);
  }

  /** Whether a member was away for so long that it keeps nothing. */
  private boolean lapsed(MemberId member) {
    return workspace
        .roster()
        .find(member)
        .filter(Member::seated)
        .filter(m -> m.online() || m.since().plus(Limits.HOLD_WHILE_AWAY).isAfter(at))
        .isEmpty();
  }

  private Optional<Rejection> holdingFault(Task task) {
    return unless(task.active(), Rejection.WRONG_STATE)
        .or(() -> unless(task.heldBy(author), Rejection.NOT_YOURS));
  }

  private Optional<Rejection> blockedFault(Task task) {
    return unless(workspace.board().unblocked(task), Rejection.BLOCKED);
  }

  private Optional<Rejection> dependencyFault(Task task, List<TaskId> dependencies) {
    Board board = workspace.board();
    boolean known = dependencies.stream().allMatch(id -> board.find(id).isPresent());
    boolean circular = dependencies.stream().anyMatch(id -> board.path(id, task.id()).isPresent());
    return distinctFault(dependencies)
        .or(() -> unless(known, Rejection.UNKNOWN_TASK))
        .or(() -> unless(!circular, Rejection.CYCLE));
  }

  /** A task waits for few enough others, and for none twice. */
  static Optional<Rejection> distinctFault(List<?> dependencies) {
    boolean distinct = new HashSet<>(dependencies).size() == dependencies.size();
    return unless(distinct && dependencies.size() <= Limits.DEPENDENCIES, Rejection.MALFORMED);
  }

  private Optional<Rejection> reservationFault(Task task, Reservation reservation) {
    return unless(task.state() instanceof State.Open, Rejection.WRONG_STATE)
        .or(() -> unless(task.origin().creator().equals(author), Rejection.NOT_YOURS))
        .or(() -> assigneeFault(reservation));
  }

  /** A task can be kept for a member that takes part. */
  Optional<Rejection> assigneeFault(Reservation reservation) {
    return switch (reservation) {
      case Reservation.Anyone anyone -> Optional.empty();
      case Reservation.For(MemberId member) ->
          unless(workspace.roster().seated(member), Rejection.UNKNOWN_MEMBER);
    };
  }

  /** Whether the board can hold so many more unfinished tasks. */
  boolean room(int more) {
    return workspace.board().unfinished() + more <= Limits.UNFINISHED_TASKS;
  }

  /** The board with a change that breaks no rule. */
  Board apply(Act.ChangeTask act, Origin origin) {
    Task task = workspace.board().find(act.task()).orElseThrow();
    return workspace.board().with(changed(task, act.change(), origin.id()));
  }

  private Task changed(Task task, TaskChange change, EntryId entry) {
    return switch (change) {
      case TaskChange.Claim claim -> task.as(new State.Claimed(new Hold(author, entry, at)));
      case TaskChange.Unclaim unclaim -> task.as(new State.Open(new Reservation.Anyone()));
      case TaskChange.Start start -> task.as(new State.InProgress(task.hold().orElseThrow()));
      case TaskChange.Finish finish -> task.as(new State.Done(task.hold().orElseThrow(), at));
      case TaskChange.Reopen reopen -> task.as(new State.Open(new Reservation.Anyone()));
      case TaskChange.Describe describe -> task;
      case TaskChange.Depend(List<TaskId> tasks) -> task.waitingFor(tasks);
      case TaskChange.Reserve(Reservation reservation) -> task.as(new State.Open(reservation));
    };
  }

  private static Optional<Rejection> unless(boolean fine, Rejection otherwise) {
    return fine ? Optional.empty() : Optional.of(otherwise);
  }
}
