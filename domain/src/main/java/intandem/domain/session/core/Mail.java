package intandem.domain.session.core;

import intandem.domain.id.EntryId;
import intandem.domain.id.MemberId;
import intandem.domain.port.SessionVault.Mark;
import intandem.domain.port.SessionVault.Shown;
import intandem.domain.view.Letter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The messages meant for this member, and how far each got towards its model. */
public final class Mail {
  private final MemberId self;
  private final Map<Name, Letter> unread = new HashMap<>();
  private final Map<Name, Shown> marks = new HashMap<>();
  private final Set<Name> doubtful = new HashSet<>();
  private final Set<Name> handedOut = new HashSet<>();
  private final Set<Name> received = new HashSet<>();

  /** Names a message. */
  public record Name(MemberId from, EntryId id) {}

  /** With the marks of earlier processes: what one of them offered was perhaps seen. */
  Mail(MemberId self, List<Mark> marks) {
    this.self = self;
    marks.forEach(this::mark);
    this.marks.forEach(
        (name, shown) -> {
          if (shown == Shown.OFFERED) {
            doubtful.add(name);
          }
        });
  }

  /** Forgets all messages, but not how far each got. */
  void forget() {
    unread.clear();
    received.clear();
  }

  /** Takes in a message of the log; true if it is new, meant for this member and not seen. */
  boolean add(Letter letter) {
    Name name = name(letter);
    boolean added = Receipts.isFor(letter, self) && received.add(name);
    boolean fresh = added && marks.get(name) != Shown.SEEN;
    if (fresh) {
      unread.put(name, letter);
    }
    return fresh;
  }

  /** Messages not seen, oldest first; what could not be opened at first comes in late. */
  public List<Letter> unread() {
    return unread.values().stream().sorted(Comparator.comparingLong(Letter::number)).toList();
  }

  /** Messages not seen and not on their way to the model either, oldest first. */
  public List<Letter> waiting() {
    return unread().stream().filter(letter -> waits(name(letter))).toList();
  }

  /** Whether a message is not seen and not on its way to the model. */
  public boolean waits(Name name) {
    return unread.containsKey(name) && !handedOut.contains(name);
  }

  /** A message is on its way to the model. */
  public void handOut(Letter letter) {
    handedOut.add(name(letter));
  }

  /** A message that was on its way did not arrive. */
  public void handBack(Name name) {
    handedOut.remove(name);
  }

  /** Whether it is on disk that a message was on its way to the model. */
  public boolean offered(Letter letter) {
    return marks.get(name(letter)) == Shown.OFFERED;
  }

  /**
   * Whether a message was on its way when an earlier process ended, so that it may have arrived.
   */
  public boolean possiblySeen(Letter letter) {
    return offered(letter) && doubtful.contains(name(letter));
  }

  /** Takes a mark that is on disk. */
  public void mark(Mark mark) {
    Name name = new Name(mark.from(), mark.id());
    if (marks.get(name) != Shown.SEEN) {
      marks.put(name, mark.shown());
    }
    if (mark.shown() == Shown.SEEN) {
      unread.remove(name);
      handedOut.remove(name);
    }
  }

  /** The index up to which everything meant for this member was seen, given the log's last. */
  public long seen(long head) {
    return unread().stream().findFirst().map(first -> first.number() - 1).orElse(head);
  }

  /** Messages meant for this member so far. */
  public int received() {
    return received.size();
  }

  /** What names that message. */
  public static Name name(Letter letter) {
    return new Name(letter.from(), letter.id());
  }
}
