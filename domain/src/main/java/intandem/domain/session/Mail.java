package intandem.domain.session;

import intandem.domain.id.MemberId;
import intandem.domain.port.SessionVault.Mark;
import intandem.domain.port.SessionVault.Shown;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.view.Letter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The messages meant for this member, and how far each got towards its model. */
final class Mail {
  private final MemberId self;
  private final List<Letter> unread = new ArrayList<>();
  private final Map<Tandem.Shown, Shown> marks = new HashMap<>();
  private int received;

  Mail(MemberId self, List<Mark> marks) {
    this.self = self;
    marks.forEach(this::mark);
  }

  /** Takes in a message of the log; true if it is meant for this member and not seen. */
  boolean add(Letter letter) {
    boolean mine =
        switch (letter.to()) {
          case Recipient.All all -> !letter.from().equals(self);
          case Recipient.One(MemberId to) -> to.equals(self);
        };
    received += mine ? 1 : 0;
    boolean fresh = mine && marks.get(name(letter)) != Shown.SEEN;
    return fresh && unread.add(letter);
  }

  /** Messages not seen, oldest first. */
  List<Letter> unread() {
    return List.copyOf(unread);
  }

  /** Whether a message was in a result that may or may not have arrived. */
  boolean offered(Letter letter) {
    return marks.get(name(letter)) == Shown.OFFERED;
  }

  /** Takes a mark that is on disk. */
  void mark(Mark mark) {
    Tandem.Shown name = new Tandem.Shown(mark.from(), mark.id());
    if (marks.get(name) != Shown.SEEN) {
      marks.put(name, mark.shown());
    }
    if (mark.shown() == Shown.SEEN) {
      unread.removeIf(letter -> name(letter).equals(name));
    }
  }

  /** The index up to which everything meant for this member was seen, given the log's last. */
  long seen(long head) {
    return unread.isEmpty() ? head : unread.getFirst().number() - 1;
  }

  /** Messages meant for this member so far. */
  int received() {
    return received;
  }

  static Tandem.Shown name(Letter letter) {
    return new Tandem.Shown(letter.from(), letter.id());
  }
}
