package intandem.memory.simulation;

import intandem.domain.port.Keyring.Identity;
import intandem.memory.MemoryEntryLog;
import intandem.memory.MemoryVault;
import java.util.Optional;

/** What survives the death of a process. */
final class Disk {
  final MemoryEntryLog log = new MemoryEntryLog();
  final MemoryVault vault = new MemoryVault();

  private Optional<Identity> identity = Optional.empty();
  private boolean full;

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
