package intandem.memory.simulation;

import intandem.domain.port.Keyring.Identity;
import intandem.domain.protocol.Entry;
import intandem.memory.MemoryEntryLog;
import intandem.memory.MemoryVault;
import java.util.List;
import java.util.Optional;

/** What survives the death of a process. */
final class Disk {
  final MemoryEntryLog log = new MemoryEntryLog();
  final MemoryVault vault = new MemoryVault();

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

  Optional<Identity> identity() {
    return identity;
  }

  void keep(Identity kept) {
    identity = Optional.of(kept);
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
}
