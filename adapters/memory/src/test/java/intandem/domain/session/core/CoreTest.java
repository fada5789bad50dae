package intandem.domain.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.port.SessionVault.Queued;
import intandem.domain.tandem.Notice;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoreTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void what_waits_and_cannot_be_read_is_told_of() {
    Core before = new Solo(NOW).core;
    EntryId id = new EntryId(Bytes.of(new byte[EntryId.SIZE]));
    before.ports.vault().apply(List.of(new Queued(id, Bytes.of(new byte[40]))));
    Core core = new Core(before.ports, before.identity, before.role, NOW);
    assertEquals(List.of(new Notice.Unreadable(1)), core.notices.waiting());
  }
}
