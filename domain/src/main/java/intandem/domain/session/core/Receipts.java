package intandem.domain.session.core;

import intandem.domain.id.MemberId;
import intandem.domain.port.EntryLog;
import intandem.domain.protocol.Ack;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.tandem.Answer.Receipt;
import intandem.domain.tandem.Answer.Stage;
import intandem.domain.view.Letter;
import intandem.domain.view.View;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Roster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the other members have, by their own signed word. It counts as soon as the head it names is
 * on this log; until then, what counted before it does.
 */
public final class Receipts implements Listener {
  private final EntryLog log;
  private final Map<MemberId, Ack> newest = new HashMap<>();
  private final Map<MemberId, Extent> counted = new HashMap<>();

  /** How much of this log a member holds, and has seen. */
  private record Extent(long held, long seen) {
    static final Extent NOTHING = new Extent(0, 0);

    Extent upTo(long index) {
      return new Extent(Math.min(held, index), Math.min(seen, index));
    }
  }

  Receipts(EntryLog log, List<Ack> kept) {
    this.log = log;
    kept.forEach(ack -> newest.put(ack.from(), ack));
  }

  /** Takes an ack whose signature holds; true if it is newer than what was known. */
  public boolean add(Ack ack) {
    Optional<Ack> known = Optional.ofNullable(newest.get(ack.from()));
    if (known.filter(old -> Ack.AGE.compare(old, ack) >= 0).isPresent()) {
      return false;
    }
    known.ifPresent(this::count);
    newest.put(ack.from(), ack);
    return true;
  }

  /** A head beyond the end may be one of another branch: it counts when the log has got there. */
  private void count(Ack ack) {
    if (log.at(ack.head().index()).filter(ack.head()::equals).isPresent()) {
      counted.put(ack.from(), new Extent(ack.head().index(), ack.seen()));
    }
  }

  private Optional<Extent> extent(MemberId member) {
    Optional.ofNullable(newest.get(member)).ifPresent(this::count);
    return Optional.ofNullable(counted.get(member));
  }

  /** Whoever held more than is left holds all that is left: a head vouches for what led to it. */
  @Override
  public void cut(long index) {
    counted.replaceAll((member, extent) -> extent.upTo(index));
  }

  /** How far a message got with a member. */
  Stage stage(MemberId member, long number) {
    Extent extent = extent(member).orElse(Extent.NOTHING);
    if (extent.held() < number) {
      return Stage.WAITING;
    }
    return extent.seen() >= number ? Stage.SEEN : Stage.RECEIVED;
  }

  /**
   * The last entry of this log up to which a member says it has seen everything; empty if it never
   * said, or said more while it was ahead of this log.
   */
  public Optional<Long> seen(MemberId member) {
    Optional<Extent> extent = extent(member);
    long said = Optional.ofNullable(newest.get(member)).map(ack -> ack.head().index()).orElse(0L);
    return extent.filter(_ -> said <= log.head().index()).map(Extent::seen);
  }

  /** The last entry of this log that a member says it holds; 0 if it never said. */
  public long held(MemberId member) {
    return extent(member).orElse(Extent.NOTHING).held();
  }

  /** Whether any other member has what the log holds up to that index. */
  public boolean heldByOther(long index, MemberId self) {
    return newest.keySet().stream()
        .anyMatch(member -> !member.equals(self) && stage(member, index) != Stage.WAITING);
  }

  /**
   * How far a message got with each of those it is for: they joined before it was written, and had
   * not left by then.
   */
  public List<Receipt> of(Letter letter, Roster roster, View view) {
    return roster.members().stream()
        .filter(member -> isFor(letter, member.id()))
        .filter(member -> view.joinedBefore(member.id(), letter.number()))
        .filter(member -> member.seated() || view.leftAt(member.id()) > letter.number())
        .map(
            member -> new Receipt(view.nameOf(member.id()), stage(member, letter), member.online()))
        .toList();
  }

  private Stage stage(Member member, Letter letter) {
    Stage stage = stage(member.id(), letter.number());
    return member.seated() || stage == Stage.SEEN ? stage : Stage.LEFT;
  }

  /** Whether a message is meant for that member, by its address. */
  public static boolean isFor(Letter letter, MemberId member) {
    return switch (letter.to()) {
      case Recipient.All all -> !member.equals(letter.from());
      case Recipient.One(MemberId to) -> to.equals(member);
    };
  }
}
