package intandem.domain.replica;

import intandem.domain.id.Head;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.DamageException;
import intandem.domain.protocol.Checkpoint;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Rejection;
import intandem.domain.replica.Replica.Step;
import intandem.domain.replica.Replica.Verdict;
import intandem.domain.workspace.Referee;
import intandem.domain.workspace.Referee.Ruling;
import intandem.domain.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides again on entries that others decided on, and changes nothing. */
final class Judge {
  private static final int PAGE = 256;

  private final ReplicaPorts ports;
  private final WorkspaceId workspace;

  Judge(ReplicaPorts ports, WorkspaceId workspace) {
    this.ports = ports;
    this.workspace = workspace;
  }

  /**
   * Decides on what a hub sent, on top of what came before. Its own term may begin only later in
   * the log: whether the key that vouches is a hub's is then known only with what follows.
   */
  Verdict sent(Optional<Workspace> before, List<Entry> entries, Checkpoint checkpoint) {
    Verdict verdict = decide(Referee.strict(ports.codec(), ports.signer()), before, entries);
    if (!(verdict instanceof Verdict.Sound(List<Step> steps)) || steps.isEmpty()) {
      return verdict;
    }
    Workspace last = steps.getLast().next();
    return vouched(last, checkpoint)
        ? verdict
        : new Verdict.Cheated(last.head().index(), Rejection.BAD_SIGNATURE);
  }

  private boolean vouched(Workspace last, Checkpoint checkpoint) {
    return checkpoint.term().compareTo(last.reign().term()) >= 0
        && checkpoint.head().equals(last.head())
        && ports
            .signer()
            .verify(
                checkpoint.term().hubKey(),
                checkpoint.signingInput(workspace),
                checkpoint.signature());
  }

  /**
   * Decides on what the own log holds between two indexes, page by page.
   *
   * @throws DamageException if the log does not hold together
   */
  Optional<Workspace> stored(Optional<Workspace> before, long upTo, Folding folding) {
    Referee replaying = Referee.replaying(ports.codec());
    Optional<Workspace> current = before;
    long index = current.map(Workspace::head).orElse(Head.START).index();
    while (index < upTo) {
      List<Entry> page = ports.log().after(index, (int) Math.min(PAGE, upTo - index));
      if (page.isEmpty()
          || !(decide(replaying, current, page) instanceof Verdict.Sound(List<Step> steps))) {
        throw new DamageException(
            "the stored log of workspace " + workspace + " does not hold together");
      }
      steps.forEach(folding::fold);
      current = Optional.of(steps.getLast().next());
      index = steps.getLast().entry().place().index();
    }
    return current;
  }

  /** What is done with each entry of the log. */
  interface Folding {
    void fold(Step step);
  }

  private Verdict decide(Referee referee, Optional<Workspace> before, List<Entry> entries) {
    List<Step> steps = new ArrayList<>();
    Optional<Workspace> current = before;
    for (Entry entry : entries) {
      Ruling ruling =
          current.map(w -> referee.rule(w, entry)).orElseGet(() -> referee.found(entry));
      Workspace next;
      switch (ruling) {
        case Ruling.Counts counts -> next = counts.next();
        case Ruling.Noted noted -> next = noted.next();
        case Ruling.Rejected(Rejection reason) -> {
          return new Verdict.Cheated(entry.place().index(), reason);
        }
      }
      if (!next.charter().id().equals(workspace)) {
        return new Verdict.Cheated(entry.place().index(), Rejection.OTHER_WORKSPACE);
      }
      steps.add(new Step(entry, ruling, next));
      current = Optional.of(next);
    }
    return new Verdict.Sound(steps);
  }
}
