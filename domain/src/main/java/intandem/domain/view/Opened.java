package intandem.domain.view;

import intandem.domain.protocol.Body;

/** What one member makes of an envelope's body. */
public sealed interface Opened {
  /** Its text. */
  record Legible(Body body) implements Opened {}

  /** Meant for others. */
  record NotForMe() implements Opened {}

  /** Meant for this member, but it cannot be opened: its author should know. */
  record Unreadable() implements Opened {}
}
