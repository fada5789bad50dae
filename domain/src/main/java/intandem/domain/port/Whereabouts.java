package intandem.domain.port;

import intandem.domain.id.Endpoint;
import intandem.domain.id.InviteCode;
import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;
import java.util.List;

/** Which members and hubs this machine has of this user. It is a directory and proves nothing. */
public interface Whereabouts {
  /** Hubs whose published hint fits the code, most recent first; about 1 in 256 fits by chance. */
  List<Endpoint> inviting(InviteCode code);

  /** Hubs of that workspace, most recent first. */
  List<Endpoint> of(WorkspaceId workspace);

  /** Whether that member was ever seen in a process of this machine, which may be over. */
  boolean here(WorkspaceId workspace, MemberId member);

  /** Whether that member was last seen in processes of this machine, all of which ended or left. */
  boolean gone(WorkspaceId workspace, MemberId member);
}
