package intandem.domain.workspace;

import intandem.domain.id.EntryId;
import intandem.domain.id.MemberId;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Lease;
import intandem.domain.protocol.Reservation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A task as the rules see it. Whether it is blocked is not kept: {@link Board} derives it. */
public record Task(TaskId id, Origin origin, List<TaskId> dependencies, State state) {
  public Task {
    dependencies = List.copyOf(dependencies);
  }

  /** By which command, and at which position in it, counted from 1, the task was made. */
  public record Origin(MemberId creator, EntryId entry, int position, Instant at) {}

  /** Who holds a task, by which claim, and since when. */
  public record Hold(MemberId holder, EntryId claim, Instant since) {}

  /** Where a task stands. */
  public sealed interface State {
    /** Nobody's. */
    record Open(Reservation reservation) implements State {}

    /** Somebody's. */
    record Claimed(Hold hold) implements State {}

    /** Somebody's, and begun. */
    record InProgress(Hold hold) implements State {}

    /** Done by whoever held it. */
    record Done(Hold hold, Instant at) implements State {}
  }

  /** Who holds it, or held it when it was done. */
  public Optional<Hold> hold() {
    return switch (state) {
      case State.Open open -> Optional.empty();
      case State.Claimed(Hold hold) -> Optional.of(hold);
      case State.InProgress(Hold hold) -> Optional.of(hold);
      case State.Done(Hold hold, Instant at) -> Optional.of(hold);
    };
  }

  /** Whether that member holds it, or held it when it was done. */
  public boolean heldBy(MemberId member) {
    return hold().map(Hold::holder).filter(member::equals).isPresent();
  }

  /** Whether somebody works on it. */
  public boolean active() {
    return state instanceof State.Claimed || state instanceof State.InProgress;
  }

  /** Whether it is done. */
  public boolean done() {
    return state instanceof State.Done;
  }

  /** What a change by that member must rely on. */
  public Lease leaseOf(MemberId member) {
    return hold()
        .filter(hold -> hold.holder().equals(member))
        .<Lease>map(hold -> new Lease.Held(hold.claim()))
        .orElseGet(Lease.None::new);
  }

  Task as(State changed) {
    return new Task(id, origin, dependencies, changed);
  }

  Task waitingFor(List<TaskId> changed) {
    return new Task(id, origin, changed, state);
  }

  /** Open again, for anyone, if that member holds it or it is kept for that member. */
  Task without(MemberId member) {
    boolean free =
        switch (state) {
          case State.Open(Reservation reservation) ->
              !reservation.equals(new Reservation.For(member));
          case State.Claimed(Hold hold) -> !hold.holder().equals(member);
          case State.InProgress(Hold hold) -> !hold.holder().equals(member);
          case State.Done done -> true;
        };
    return free ? this : as(new State.Open(new Reservation.Anyone()));
  }
}
