package intandem.app.seat;

import intandem.domain.id.Endpoint;
import intandem.domain.id.InviteCode;
import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.Whereabouts;
import java.util.List;

/** A machine without any other session. */
record Nowhere() implements Whereabouts {
  @Override
  public List<Endpoint> inviting(InviteCode wanted) {
    return List.of();
  }

  @Override
  public List<Endpoint> of(WorkspaceId workspace) {
    return List.of();
  }

  @Override
  public boolean here(WorkspaceId workspace, MemberId member) {
    return false;
  }

  @Override
  public boolean gone(WorkspaceId workspace, MemberId member) {
    return false;
  }
}
