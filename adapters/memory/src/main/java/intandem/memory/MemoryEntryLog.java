package intandem.memory;

import intandem.domain.id.Head;
import intandem.domain.port.EntryLog;
import intandem.domain.protocol.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A log that lives as long as the object; safe to use from several threads. */
public final class MemoryEntryLog implements EntryLog {
  private List<Entry> entries = List.of();
  private List<Head> heads = List.of(Head.START);

  @Override
  public synchronized void append(List<Entry> added) {
    replaceAfter(head(), added);
  }

  @Override
  public synchronized void replaceAfter(Head base, List<Entry> added) {
    if (!at(base.index()).equals(Optional.of(base))) {
      throw new IllegalArgumentException("the base is not on the log");
    }
    int kept = Math.toIntExact(base.index());
    List<Entry> newEntries = new ArrayList<>(entries.subList(0, kept));
    List<Head> newHeads = new ArrayList<>(heads.subList(0, kept + 1));
    for (Entry entry : added) {
      if (entry.place().index() != newHeads.getLast().index() + 1) {
        throw new IllegalArgumentException(
            "entry %d cannot follow %d"
                .formatted(entry.place().index(), newHeads.getLast().index()));
      }
      newEntries.add(entry);
      newHeads.add(entry.onTopOf(newHeads.getLast()));
    }
    entries = newEntries;
    heads = newHeads;
  }

  @Override
  public synchronized List<Entry> after(long index, int count) {
    return index < 0 ? List.of() : entries.stream().skip(index).limit(Math.max(0, count)).toList();
  }

  @Override
  public synchronized Head head() {
    return heads.getLast();
  }

  @Override
  public synchronized Optional<Head> at(long index) {
    boolean held = index >= 0 && index < heads.size();
    return held ? Optional.of(heads.get((int) index)) : Optional.empty();
  }
}
