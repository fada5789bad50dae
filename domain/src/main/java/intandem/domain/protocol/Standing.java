package intandem.domain.protocol;

import intandem.domain.id.Bytes;
import intandem.domain.id.Head;
import intandem.domain.id.Lv;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.id.WorkspaceId;
import java.util.List;

/**
 * A member's signed word of where it stands, asked for when the hub is not heard.
 *
 * @param nonce 16 bytes, chosen by whoever asks, so that no old answer counts
 * @param term the highest it follows, and {@code head} where its log ends
 * @param hubAt where it hears the hub, or is it, best first, four places at most; nothing if it
 *     does not
 */
public record Standing(
    MemberId from,
    Bytes nonce,
    Term term,
    Head head,
    Contact hub,
    List<String> hubAt,
    Bytes signature) {
  public static final int MOST_PLACES = 4;

  public Standing {
    hubAt = List.copyOf(hubAt);
    if (hubAt.size() > MOST_PLACES) {
      throw new IllegalArgumentException("more places than a hub has");
    }
  }

  /** Whether a member hears the hub of its term. */
  public enum Contact {
    /** It does, or is that hub. */
    HEARD,
    /** It does not. */
    LOST
  }

  /** What the member signs. */
  public Bytes signingInput(WorkspaceId workspace) {
    Lv parts =
        Lv.of("intandem/v1/standing")
            .add(workspace.value())
            .add(from.value())
            .add(nonce)
            .add(term)
            .add(head)
            .add(hub == Contact.HEARD ? "heard" : "lost");
    hubAt.forEach(parts::add);
    return parts.bytes();
  }

  /** The same with a signature. */
  public Standing signed(Bytes by) {
    return new Standing(from, nonce, term, head, hub, hubAt, by);
  }
}
