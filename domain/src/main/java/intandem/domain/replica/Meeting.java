package intandem.domain.replica;

import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Checkpoint;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Header;
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
import java.util.stream.Stream;

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

  /** What it means for a member whose own log holds another workspace. */
  public enum Outcome {
    /** There is more to come before that can be said. */
    UNFINISHED,
    /** This member was removed. */
    EXPELLED,
    /** It is of a lower term, or this member is none there. */
    IGNORED,
    /** It is of the same term: its hub has told two stories. */
    TWO_STORIES,
    /** Its term is higher, but it does not count what this log has removed as such. */
    OUTRANKED,
    /** It goes on. */
    FOLLOWED
  }

  /**
   * What it means for a member that has {@code own}. The higher term goes on, unless someone whom
   * this log has removed is a member there, or has decided there who is.
   *
   * @param whole whether it has been read to its end
   */
  public Outcome outcome(Workspace own, MemberId self, boolean whole) {
    if (removals(own).contains(self)) {
      return Outcome.EXPELLED;
    }
    if (!settled || (fork && !whole)) {
      return Outcome.UNFINISHED;
    }
    int order = workspace().reign().term().compareTo(own.reign().term());
    if (order == 0 && fork) {
      return Outcome.TWO_STORIES;
    }
    if (order >= 0 && (tainted(own) || lacksRemoval(own))) {
      return Outcome.OUTRANKED;
    }
    boolean member = workspace().roster().active().contains(self);
    return order >= 0 && member ? Outcome.FOLLOWED : Outcome.IGNORED;
  }

  /** Those removed on this branch by someone who is a member on one's own. */
  public Set<MemberId> removals(Workspace own) {
    Set<MemberId> active = own.roster().active();
    return commands()
        .filter(command -> active.contains(command.origin().from()))
        .flatMap(command -> removed(command.act()).stream())
        .collect(Collectors.toSet());
  }

  private static Optional<MemberId> removed(Act act) {
    return act instanceof Act.RemoveMember(MemberId gone, var keys)
        ? Optional.of(gone)
        : Optional.empty();
  }

  /** Whether someone whose membership ended on one's own branch has decided on members here. */
  private boolean tainted(Workspace own) {
    Set<MemberId> removed = removed(own);
    return commands()
        .filter(c -> c.act() instanceof Act.Keying || c.act() instanceof Act.AddMember)
        .anyMatch(command -> removed.contains(command.origin().from()));
  }

  private Stream<Header.Command> commands() {
    return steps.stream().flatMap(step -> step.command().stream());
  }

  /** Whether someone whose membership ended on one's own branch is a member here, or may be yet. */
  private boolean lacksRemoval(Workspace own) {
    return !removed(workspace()).containsAll(removed(own));
  }

  private static Set<MemberId> removed(Workspace workspace) {
    return workspace.roster().members().stream()
        .filter(member -> !member.active())
        .map(Member::id)
        .collect(Collectors.toSet());
  }
}
