package intandem.domain.session.boundary;

import intandem.domain.id.Endpoint;
import intandem.domain.join.JoinPorts;
import intandem.domain.protocol.Body;
import java.util.List;

/** How a session begins. Whether it leads is decided later, among the members. */
public sealed interface Role {
  /** What the member asks to be called, and can do. */
  Body.Profile profile();

  /** What it needs to let others join, should it lead. */
  JoinPorts join();

  /** Take part; {@code hints} are addresses of a hub to try first. */
  record Member(Body.Profile profile, List<Endpoint> hints, JoinPorts join) implements Role {
    public Member {
      hints = List.copyOf(hints);
    }
  }

  /** Lead a new workspace of that name, with the hub in this process. */
  record Founder(Body.Profile profile, String workspaceName, JoinPorts join) implements Role {}
}
