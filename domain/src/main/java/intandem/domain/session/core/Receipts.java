package intandem.domain.session.core;

import intandem.domain.id.Head;
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

/** What the other members have, by their own signed word. */
public final class Receipts {
  private final EntryLog log;
  private final Map<MemberId, Ack> newest = new HashMap<>();

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
    newest.put(ack.from(), ack);
    return true;
  }

  /** How far a message got with a member. It counts only if the member's head is on this log. */
  Stage stage(MemberId member, long number) {
    Optional<Ack> ack = Optional.ofNullable(newest.get(member)).filter(this::onLog);
    if (ack.isEmpty() || ack.get().head().index() < number) {
      return Stage.WAITING;
    }
    return ack.get().seen() >= number ? Stage.SEEN : Stage.RECEIVED;
  }

  /** The last entry of this log up to which a member says it has seen everything; else 0. */
  public long seen(MemberId member) {
    return Optional.ofNullable(newest.get(member)).filter(this::onLog).map(Ack::seen).orElse(0L);
  }

  /** The last entry of this log that a member says it holds; 0 if it never said. */
  public long held(MemberId member) {
    return Optional.ofNullable(newest.get(member))
        .filter(this::onLog)
        .map(Ack::head)
        .map(Head::index)
        .orElse(0L);
  }

  /** A head beyond the end may be one of another branch: it counts when the log has got there. */
  private boolean onLog(Ack ack) {
    return log.at(ack.head().index()).filter(ack.head()::equals).isPresent();
  }

  /** Whether any other member has what the log holds up to that index. */
  public boolean heldByOther(long index, MemberId self) {
    return newest.values().stream()
        .anyMatch(ack -> !ack.from().equals(self) && stage(ack.from(), index) != Stage.WAITING);
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
