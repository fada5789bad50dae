package intandem.domain.protocol;

/** Why a command does not count. The first group is re-decided by every replica. */
public enum Rejection {
  /** Larger than an envelope or one of its parts may be. */
  TOO_LARGE,
  /** The header cannot be read, or a part that must be there is missing. */
  MALFORMED,
  /** Meant for another workspace. */
  OTHER_WORKSPACE,
  /** The author is no member, or was removed. */
  NOT_A_MEMBER,
  /** The signature is not the author's. */
  BAD_SIGNATURE,
  /** Its sequence number or previous hash does not continue the author's history. */
  OUT_OF_SEQUENCE,
  /** Its term is not the current one. */
  OTHER_TERM,
  /** Its epoch is not the current one: seal it again. */
  STALE_EPOCH,
  /** Its time is more than two minutes from log time. */
  STALE,
  /** A command with this id is in the log already. */
  DUPLICATE,
  /** Its author has seen a head that is not on this log. */
  OTHER_BRANCH,
  /** The author has left and may only rejoin. */
  LEFT,
  /** No seat is free. */
  FULL,
  /** Only the owner may do this. */
  NOT_OWNER,
  /** Names a member that is not there, or oneself. */
  UNKNOWN_MEMBER,
  /** The owner must hand the hub over first. */
  OWNER_STAYS,
  /** There is nothing to change. */
  NO_CHANGE,
  /** Names a task that is not there. */
  UNKNOWN_TASK,
  /** The task waits for another one that is not done. */
  BLOCKED,
  /** Another member holds the task. */
  HELD,
  /** The task is kept for another member. */
  RESERVED,
  /** The author lost the claim on which this relies. */
  LOST_LEASE,
  /** Only the task's holder, or its creator, may do this. */
  NOT_YOURS,
  /** The task's state does not allow it: it is done, not done, or nobody's. */
  WRONG_STATE,
  /** Tasks would wait for one another in a circle. */
  CYCLE,
  /** The board has as many unfinished tasks as it may have. */
  BOARD_FULL,
  /** The variable has another version by now. */
  OTHER_VERSION,

  /** Over the author's rate; not re-decided. */
  TOO_FAST,
  /** The hub's disk refused; not re-decided. */
  NOT_STORED
}
