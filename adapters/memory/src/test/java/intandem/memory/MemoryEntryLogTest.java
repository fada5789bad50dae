package intandem.memory;

import intandem.contract.EntryLogContract;
import intandem.domain.port.EntryLog;

final class MemoryEntryLogTest extends EntryLogContract {
  private final EntryLog log = new MemoryEntryLog();

  @Override
  protected EntryLog log() {
    return log;
  }
}
