package intandem.domain.protocol;

import java.util.Locale;

/** What a message is for. */
public enum MessageType {
  FINDING,
  TASK,
  QUESTION,
  STATUS,
  HANDOFF,
  REVIEW,
  CHAT,
  CONTEXT;

  /** The word users write. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
