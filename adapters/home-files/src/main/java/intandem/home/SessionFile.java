package intandem.home;

import intandem.domain.id.Bytes;
import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;
import intandem.home.Hosting.Guest;
import intandem.home.Hosting.Hub;
import intandem.home.Hosting.Left;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A session record as it is written to disk; times are milliseconds since the epoch.
 *
 * @param left whether the session left, and is not to return by itself
 * @param hubs the hub that the process is, if it is one
 */
record SessionFile(
    int version,
    String workspace,
    String member,
    ProcessFile process,
    long used,
    boolean left,
    List<HubFile> hubs) {
  private static final int VERSION = 1;

  record ProcessFile(long pid, long started, String directory) {}

  record HubFile(int port, Bytes salt, int tag) {}

  SessionFile {
    hubs = List.copyOf(hubs);
  }

  static SessionFile of(SessionRecord session) {
    Self self = session.self();
    List<HubFile> hubs =
        switch (session.hosting()) {
          case Guest(), Left() -> List.of();
          case Hub(int port, Bytes salt, int tag) -> List.of(new HubFile(port, salt, tag));
        };
    return new SessionFile(
        VERSION,
        session.membership().workspace().value(),
        session.membership().member().value(),
        new ProcessFile(self.pid(), self.started().toEpochMilli(), self.directory().toString()),
        session.used().toEpochMilli(),
        session.hosting() instanceof Left,
        hubs);
  }

  /**
   * The record of that session.
   *
   * @throws IllegalArgumentException if a value is out of its bounds
   */
  SessionRecord session(String name) {
    if (version != VERSION) {
      throw new IllegalArgumentException("version " + version);
    }
    Instant started = Instant.ofEpochMilli(process.started());
    return new SessionRecord(
        new Self(name, Path.of(process.directory()), process.pid(), started),
        new Membership(new WorkspaceId(workspace), new MemberId(member)),
        Instant.ofEpochMilli(used),
        hosting());
  }

  private Hosting hosting() {
    if (left) {
      return new Left();
    }
    return hubs.isEmpty() ? new Guest() : hub(hubs.getFirst());
  }

  private static Hub hub(HubFile hub) {
    return new Hub(hub.port(), hub.salt(), hub.tag());
  }
}
