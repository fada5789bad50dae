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

  /** The code was guessed at too often: there is a new one, or none until a human asks. */
  record CodeBurnt(boolean renewed) implements Notice {}

  /** The hub says that this session is no member; only the log could prove it. */
  record TurnedAway() implements Notice {}
}
