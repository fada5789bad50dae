package intandem.domain.session;

import intandem.domain.id.Endpoint;
import intandem.domain.protocol.Body;
import java.util.List;

/** What a session is to do in its workspace, as its process decided. */
public sealed interface Role {
  /** What the member asks to be called, and can do. */
  Body.Profile profile();

  /** Take part, through a hub elsewhere; {@code hints} are addresses to try first. */
  record Guest(Body.Profile profile, List<Endpoint> hints) implements Role {
    public Guest {
      hints = List.copyOf(hints);
    }
  }

  /** Lead, with the hub in this process, which listens there; the name is for a new workspace. */
  record Host(Body.Profile profile, Endpoint endpoint, String workspaceName, JoinPorts join)
      implements Role {}
}
