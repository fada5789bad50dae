package intandem.domain.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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

  @Test
  void a_late_word_of_an_attempt_of_the_session_before_is_not_taken_for_one_of_this() {
    Core before = new Solo(NOW).core;
    Core core = new Core(before.ports, before.identity, before.role, NOW);
    long late = before.attempt();
    core.line.dial(core.attempt());
    assertFalse(core.line.dials(late));
  }
}
