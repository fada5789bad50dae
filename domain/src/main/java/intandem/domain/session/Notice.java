package intandem.domain.session;

import intandem.domain.protocol.Rejection;

/** Something that this session's human should know. */
public sealed interface Notice {
  /** A wrong code was tried; so many tries are left. */
  record WrongCode(int triesLeft) implements Notice {}

  /** The hub broke a rule and is not followed any more. */
  record HubCheated(long index, Rejection reason) implements Notice {}

  /** How something ended of which the call that asked for it did not hear. */
  record Ended(Answer answer) implements Notice {}

  /** The disk does not take what arrives. */
  record NotStored() implements Notice {}

  /** Another process of this member took over. */
  record Replaced() implements Notice {}
}
