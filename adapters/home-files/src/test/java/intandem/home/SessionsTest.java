package intandem.home;

import intandem.contract.WhereaboutsContract;
import intandem.domain.id.InviteCode;
import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.Whereabouts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SessionsTest extends WhereaboutsContract {
  /** Processes with a higher id have died. */
  private static final long DEAD = 1_000;

  private static final Instant STARTED = Instant.parse("2026-03-04T05:06:07Z");

  @TempDir Path directory;
  private final Random entropy = new Random(1);
  private Home home;
  private long hubs;

  @BeforeEach
  void open() {
    home = Home.open(directory.resolve("home"));
  }

  @Override
  protected Whereabouts whereabouts() {
    return sessions(0);
  }

  @Override
  protected void publish(WorkspaceId workspace, int port, InviteCode code) {
    hubs++;
    Membership membership = new Membership(workspace, Homes.membership(1, 1).member());
    sessions(hubs).write(membership, Hosting.hub(port, code, entropy), STARTED.plusSeconds(hubs));
  }

  @Override
  protected void process(WorkspaceId workspace, MemberId member, boolean lives) {
    hubs++;
    Membership membership = new Membership(workspace, member);
    sessions(lives ? hubs : DEAD + hubs).write(membership, new Hosting.Guest(), STARTED);
  }

  private Sessions sessions(long pid) {
    Self self = Self.of(Map.of(), Path.of("/project"), pid, STARTED);
    return home.sessions(self, p -> p > DEAD ? Optional.empty() : Optional.of(STARTED));
  }
}
