package intandem.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SelfTest {
  private static final Path PROJECT = Path.of("/project");
  private static final Instant STARTED = Instant.ofEpochMilli(1_700_000_000_123L);

  @ParameterizedTest
  @ValueSource(strings = {"0b9c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3", "A_b-9", "x"})
  void the_hosts_session_id_names_the_session(String id) {
    assertEquals(id, session(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../x", "a/b", "a b", "ä", "a.b", "a\n"})
  void an_id_that_could_be_more_than_a_name_is_replaced_by_the_process(String id) {
    assertEquals("pid-42-1700000000123", session(id));
  }

  @Test
  void an_id_of_more_than_64_characters_is_replaced_by_the_process() {
    assertEquals("a".repeat(64), session("a".repeat(64)));
    assertEquals("pid-42-1700000000123", session("a".repeat(65)));
  }

  @Test
  void this_process_is_alive() {
    Self self = Self.current(Map.of(), PROJECT);
    assertTrue(Processes.ofThisMachine().alive(self.pid(), self.started()));
  }

  @Test
  void an_earlier_process_with_this_id_is_not_alive() {
    Self self = Self.current(Map.of(), PROJECT);
    assertFalse(Processes.ofThisMachine().alive(self.pid(), self.started().minusSeconds(60)));
  }

  @Test
  void a_process_that_ended_is_not_alive() throws Exception {
    Process process = new ProcessBuilder("true").start();
    Instant started = process.info().startInstant().orElse(STARTED);
    process.waitFor();
    assertFalse(Processes.ofThisMachine().alive(process.pid(), started));
  }

  private static String session(String id) {
    return Self.of(Map.of("CLAUDE_CODE_SESSION_ID", id), PROJECT, 42, STARTED).session();
  }
}
