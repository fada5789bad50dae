package intandem.domain.port;

import intandem.domain.id.Head;
import intandem.domain.protocol.Entry;
import java.util.List;
import java.util.Optional;

/**
 * One member's durable copy of a workspace's log. Every method throws {@link StorageException} when
 * the disk does not do as it should; what was appended before stays readable.
 */
public interface EntryLog {

  /**
   * Adds entries, all or none; they are durable on return.
   *
   * @throws IllegalArgumentException if they do not continue the head one by one
   */
  void append(List<Entry> entries);

  /** The entries after that index, oldest first, at most {@code count} of them. */
  List<Entry> after(long index, int count);

  /** The head: index and chain hash of the last entry. */
  Head head();

  /** The head as it was after that entry; empty beyond the log. Index 0 is {@link Head#START}. */
  Optional<Head> at(long index);

  /**
   * Cuts the log back to a head it holds and adds entries in one step, all or nothing.
   *
   * @throws IllegalArgumentException if the base is not on the log
   */
  void replaceAfter(Head base, List<Entry> entries);
}
