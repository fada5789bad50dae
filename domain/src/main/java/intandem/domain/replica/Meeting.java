package intandem.domain.replica;

import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.protocol.Checkpoint;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Rejection;
import intandem.domain.replica.Replica.Step;
import intandem.domain.replica.Replica.Verdict;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Entries that cannot be stored by themselves, in memory until what they belong to is here: those
 * whose hub's term has not begun yet, as no earlier key vouches for them, and those of another
 * branch of a log that was split, which a member follows whole or not at all.
 */
public final class Meeting {
  private final Judge judge;
  private final Head base;
  private final boolean fork;
  private final List<Step> steps = new ArrayList<>();
  private Optional<Workspace> workspace;
  private Optional<Term> term = Optional.empty();
  private boolean settled;

  /** What follows a head of one's own log: its last one, or an earlier one. */
  Meeting(Judge judge, Replica own, Head base) {
    this.judge = judge;
    this.base = base;
    this.fork = !base.equals(own.head());
    this.workspace =
        fork ? judge.stored(Optional.empty(), base.index(), step -> {}) : own.workspace();
  }

  /** Decides on what comes next. */
  public Verdict judge(Frame.Entries batch) {
    List<Entry> news =
        batch.entries().stream().filter(e -> e.place().index() > base.index()).toList();
    Checkpoint checkpoint = batch.checkpoint();
    Verdict verdict = judge.sent(workspace, news, checkpoint);
    if (term.filter(checkpoint.term()::equals).isEmpty() && term.isPresent()) {
      return new Verdict.Cheated(checkpoint.head().index(), Rejection.OTHER_TERM);
    }
    if (verdict instanceof Verdict.Sound(List<Step> more) && !more.isEmpty()) {
      term = Optional.of(checkpoint.term());
      steps.addAll(more);
      workspace = Optional.of(more.getLast().next());
      settled = more.getLast().next().reign().term().equals(checkpoint.term());
    }
    return verdict;
  }

  /** Whether the hub's term has begun, so that its word is one. */
  public boolean settled() {
    return settled;
  }

  /** Whether it goes on elsewhere than at the end of one's own log. */
  public boolean fork() {
    return fork;
  }

  /** The head of one's own log that it follows. */
  public Head base() {
    return base;
  }

  /** All that was found sound so far. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Its entries, in their order. */
  public List<Entry> entries() {
    return steps.stream().map(Step::entry).toList();
  }

  /** The workspace with all of it. */
  public Workspace workspace() {
    return workspace.orElseThrow();
  }

  /** Those whose membership ended on one's own branch, and who are members on this one. */
  public boolean lacksRemoval(Workspace own) {
    Set<MemberId> active = workspace().roster().active();
    return removed(own).stream().anyMatch(active::contains);
  }

  /** Those whose membership has ended. */
  public static Set<MemberId> removed(Workspace workspace) {
    return workspace.roster().members().stream()
        .filter(member -> !member.active())
        .map(Member::id)
        .collect(Collectors.toSet());
  }
}
