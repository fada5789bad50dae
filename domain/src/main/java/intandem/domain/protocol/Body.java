package intandem.domain.protocol;

import java.util.List;

/** The sealed part of an {@link Envelope}. */
public sealed interface Body extends Wire {
  /** The body of acts that have none. */
  record None() implements Body {}

  /** The workspace's name. */
  record WorkspaceName(String name) implements Body {}

  /** How a member presents itself: the name it asked for and what it can do. */
  record Profile(String name, List<String> capabilities) implements Body {
    public Profile {
      capabilities = List.copyOf(capabilities);
    }
  }

  /** Where a member can be reached, best first. */
  record Addresses(List<String> urls) implements Body {
    public Addresses {
      urls = List.copyOf(urls);
    }
  }

  /**
   * A message.
   *
   * @param replyTo index of the entry it answers, or 0
   * @param hop how many messages led to this one without a human in between
   */
  record Text(MessageType type, String text, long replyTo, int hop) implements Body {}
}
