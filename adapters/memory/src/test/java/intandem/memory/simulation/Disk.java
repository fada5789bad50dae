package intandem.memory.simulation;

import intandem.domain.id.Head;
import intandem.domain.port.EntryLog;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.port.SessionVault;
import intandem.domain.protocol.Entry;
import intandem.memory.MemoryEntryLog;
import intandem.memory.MemoryVault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What survives the death of a process: all of it, unless the disk had only promised to write. */
final class Disk {
  final EntryLog log = new Log();
  final SessionVault vault = new Vault();

  private final List<Write> writes = new ArrayList<>();
  private MemoryEntryLog entries = new MemoryEntryLog();
  private MemoryVault kept = new MemoryVault();
  private Optional<Identity> identity = Optional.empty();
  private boolean full;
  private int appends;

  /** Writes entries, if there are any, in one go. */
  void append(List<Entry> entries) {
    if (!entries.isEmpty()) {
      log.append(entries);
      appends++;
    }
  }

  /** How often entries were written. */
  int appends() {
    return appends;
  }

  private interface Write {
    void make();
  }

  Optional<Identity> identity() {
    return identity;
  }

  void keep(Identity kept) {
    identity = Optional.of(kept);
  }

  /** An empty disk, for a person who begins anew. */
  void format() {
    identity = Optional.empty();
    writes.clear();
    entries = new MemoryEntryLog();
    kept = new MemoryVault();
  }

  /** The next write fails. */
  void fill() {
    full = true;
  }

  /** Whether this write fails; the one after it does not. */
  boolean refuses() {
    boolean refused = full;
    full = false;
    return refused;
  }

  /** Writes succeed again. */
  void free() {
    full = false;
  }

  /** How much was written. */
  int age() {
    return writes.size();
  }

  /** Everything is as it was after that many writes. */
  void rollBack(int age) {
    List<Write> before = List.copyOf(writes.subList(0, age));
    writes.clear();
    entries = new MemoryEntryLog();
    kept = new MemoryVault();
    before.forEach(this::write);
  }

  private void write(Write write) {
    write.make();
    writes.add(write);
  }

  private final class Log implements EntryLog {
    @Override
    public void append(List<Entry> added) {
      write(() -> entries.append(added));
    }

    @Override
    public List<Entry> after(long index, int count) {
      return entries.after(index, count);
    }

    @Override
    public Head head() {
      return entries.head();
    }

    @Override
    public Optional<Head> at(long index) {
      return entries.at(index);
    }

    @Override
    public void replaceAfter(Head base, List<Entry> added) {
      write(() -> entries.replaceAfter(base, added));
    }
  }

  private final class Vault implements SessionVault {
    @Override
    public Contents load() {
      return kept.load();
    }

    @Override
    public void apply(List<Change> changes) {
      write(() -> kept.apply(changes));
    }
  }
}
