package intandem.domain.workspace;

import intandem.domain.id.EntryId;
import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import java.util.Optional;

/**
 * What the rules remember of the log itself.
 *
 * @param commands index of every command, by author and id
 * @param recent the last heads, by index modulo {@value #KEPT}
 */
public record Ledger(PersistentMap<Authored, Long> commands, PersistentMap<Long, Head> recent) {
  /** A command's author may lag this many entries behind the head. */
  public static final int KEPT = 1_024;

  static final Ledger EMPTY = new Ledger(PersistentMap.empty(), PersistentMap.empty());

  /** A command's full name. */
  public record Authored(MemberId from, EntryId id) {}

  /** The index at which a command stands, if it does. */
  public Optional<Long> find(MemberId from, EntryId id) {
    return commands.get(new Authored(from, id));
  }

  /** Whether that head is one of the last on this log. */
  public boolean holds(Head head) {
    return head.equals(Head.START) || recent.get(head.index() % KEPT).equals(Optional.of(head));
  }

  Ledger with(Head head) {
    return new Ledger(commands, recent.with(head.index() % KEPT, head));
  }

  Ledger with(MemberId from, EntryId id, long index) {
    return new Ledger(commands.with(new Authored(from, id), index), recent);
  }
}
