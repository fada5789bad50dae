package intandem.app.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Refusal;
import intandem.home.Home;
import intandem.home.Hosting;
import intandem.home.Membership;
import intandem.home.Processes;
import intandem.home.Self;
import intandem.home.Sessions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwinTest {
  private static final Answer LOCKED = new Answer.Refused(new Refusal.Locked());
  private static final Answer NOT_IN = new Answer.Refused(new Refusal.NotIn());
  private static final ProcessHandle OTHER = ProcessHandle.current().parent().orElseThrow();

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Home home;
  private final Twin twin;

  TwinTest(@TempDir Path directory) {
    home = Home.open(directory.resolve("home"));
    twin = new Twin(sessions(ProcessHandle.current()), () -> now);
  }

  private Sessions sessions(ProcessHandle process) {
    Instant started = process.info().startInstant().orElseThrow();
    Map<String, String> id = Map.of("CLAUDE_CODE_SESSION_ID", "s");
    Self self = Self.of(id, Path.of("/proj"), process.pid(), started);
    return home.sessions(self, Processes.ofThisMachine());
  }

  @BeforeEach
  void another_process_of_the_session_lives() {
    MemberId member = new MemberId("M-" + "A".repeat(16));
    Membership membership = new Membership(new WorkspaceId("W".repeat(26)), member);
    sessions(OTHER).write(membership, new Hosting.Guest(), now);
  }

  private Answer after(Duration time) {
    now = now.plus(time);
    return twin.named(LOCKED);
  }

  @Test
  void a_process_that_holds_the_place_may_be_closing_at_first() {
    assertEquals(LOCKED, after(Duration.ZERO));
    assertEquals(LOCKED, after(Twin.CLOSING.minusMillis(1)));
  }

  @Test
  void one_that_goes_on_holding_it_is_named() {
    after(Duration.ZERO);
    Answer open = new Answer.Refused(new Refusal.OpenElsewhere(OTHER.pid()));
    assertEquals(open, after(Twin.CLOSING));
  }

  @Test
  void once_it_let_go_the_next_one_may_be_closing_again() {
    after(Duration.ZERO);
    twin.named(NOT_IN);
    assertEquals(LOCKED, after(Twin.CLOSING));
  }

  @Test
  void other_answers_stay_as_they_are() {
    assertEquals(NOT_IN, twin.named(NOT_IN));
  }
}
