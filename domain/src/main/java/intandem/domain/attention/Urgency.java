package intandem.domain.attention;

import intandem.domain.protocol.Body;

/** How soon something should reach its reader's model. */
public enum Urgency {
  /** Somebody waits for it, or it gives work away: wakes at once. */
  NOW,
  /** Wakes a model that has not looked for a while. */
  SOON,
  /** Never wakes; told whenever the model reads anyway. */
  ANYTIME;

  /** By the kind of a message alone. */
  public static Urgency of(Body.Message message) {
    return switch (message) {
      case Body.Code code -> SOON;
      case Body.Text text ->
          switch (text.type()) {
            case QUESTION, HANDOFF -> NOW;
            case FINDING, TASK, REVIEW, CHAT, CONTEXT -> SOON;
            case STATUS -> ANYTIME;
          };
    };
  }
}
