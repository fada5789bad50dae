package intandem.domain.session.core;

import intandem.domain.id.Bytes;
import intandem.domain.id.MemberId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Header;
import intandem.domain.replica.Replica.Step;
import intandem.domain.view.Letter;
import intandem.domain.workspace.Referee.Ruling;
import java.util.List;

/**
 * Sorts new messages into the mail; those of the time before one joined are history. What cannot be
 * opened yet is looked at again.
 */
public final class Sorting {
  private final Core core;
  private long sorted;
  private long joinedAt = Long.MAX_VALUE;

  /** Begins with an empty mail, before the first entry. */
  public Sorting(Core core) {
    this.core = core;
  }

  /** Takes steps that were folded in, and answers the messages that are new to this member. */
  public List<Letter> sort(List<Step> steps) {
    steps.stream().filter(this::admits).forEach(step -> joinedAt = step.entry().place().index());
    long last = Math.max(sorted, joinedAt);
    sorted = core.replica().blind() ? sorted : core.replica().head().index();
    return core.replica().view().letters().stream()
        .filter(letter -> letter.number() > last)
        .filter(core.mail::add)
        .toList();
  }

  /** Whether it makes this very member one. */
  private boolean admits(Step step) {
    boolean founded =
        step.ruling() instanceof Ruling.Counts(Header.Genesis g, var next) && isSelf(g.signKey());
    return founded
        || step.command()
            .map(Header.Command::meant)
            .filter(c -> c.act() instanceof Act.AddMember add && isSelf(add.signKey()))
            .isPresent();
  }

  private boolean isSelf(Bytes signKey) {
    return MemberId.of(signKey).equals(core.self());
  }
}
