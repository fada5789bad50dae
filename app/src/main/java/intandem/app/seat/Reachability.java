package intandem.app.seat;

import intandem.app.platform.Platform;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.Tunnel;
import intandem.domain.reach.Reach;
import intandem.domain.session.boundary.SessionInput;
import intandem.tunnel.TunnelChoice;
import java.time.Duration;
import java.util.Optional;

/** The way from other machines to a member, while it leads or stands by, if its user wants one. */
public final class Reachability implements AutoCloseable {
  private final Platform platform;
  private final WorkspaceId workspace;
  private final Seat.Parts parts;
  private volatile Optional<Gateway> gateway = Optional.empty();

  Reachability(Platform platform, WorkspaceId workspace, Seat.Parts parts) {
    this.platform = platform;
    this.workspace = workspace;
    this.parts = parts;
  }

  /** For a member that leads from now on: one that is open stays, another is tried at once. */
  void lead() {
    if (gateway.filter(Gateway::open).isEmpty()) {
      close();
      open();
    }
  }

  /**
   * For a member that may lead next. What only one process of a machine can have is left to the hub
   * if that is on this one; it takes it over with the lead.
   */
  void standBy(boolean besideHub) {
    boolean only = platform.tunnel() instanceof TunnelChoice.Use(Tunnel t) && t.port() != 0;
    if (besideHub && only) {
      close();
    } else if (gateway.isEmpty()) {
      open();
    }
  }

  private void open() {
    switch (platform.tunnel()) {
      case TunnelChoice.Off() -> tell(new Reach.Local());
      case TunnelChoice.Unusable(String problem) -> tell(new Reach.Misset(problem));
      case TunnelChoice.Use(Tunnel tunnel) ->
          gateway =
              Optional.of(Gateway.open(platform, tunnel, workspace, parts.wires(), this::tell));
    }
  }

  private void tell(Reach reach) {
    parts.mailbox().post(new SessionInput.Reached(reach));
  }

  /** Waits until it is known whether the way is open, at most so long. */
  public void await(Duration patience) throws InterruptedException {
    Optional<Gateway> opening = gateway;
    if (opening.isPresent()) {
      opening.get().await(patience);
    }
  }

  @Override
  public void close() {
    gateway.ifPresent(Gateway::close);
    gateway = Optional.empty();
  }
}
