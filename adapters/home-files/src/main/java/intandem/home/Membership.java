package intandem.home;

import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;

/** One member of one workspace: the unit that has keys, data and a lock of its own. */
public record Membership(WorkspaceId workspace, MemberId member) {}
