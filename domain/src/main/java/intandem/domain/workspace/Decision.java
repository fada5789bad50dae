package intandem.domain.workspace;

import intandem.domain.protocol.Rejection;

/** What the rules say to one command or note in one place. */
public sealed interface Decision {
  /** It counts, and this is the workspace with it. */
  record Accepted(Workspace next) implements Decision {}

  /** It does not count, and nothing changes. */
  record Rejected(Rejection reason) implements Decision {}
}
