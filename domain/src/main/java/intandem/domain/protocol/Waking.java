package intandem.domain.protocol;

import java.util.Locale;

/** How a member's model can be made to look at its messages while nobody speaks to it. */
public enum Waking {
  /** Its host takes a line for it over a socket. */
  SOCKET,
  /** Its host was started to take channel events. */
  CHANNEL,
  /** Its host asks for messages before the model stops. */
  HOOK,
  /** Not at all: it reads with its next call. */
  NONE;

  /** The word users write. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
