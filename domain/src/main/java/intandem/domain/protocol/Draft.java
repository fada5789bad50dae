package intandem.domain.protocol;

import intandem.domain.id.EntryId;
import intandem.domain.id.MemberId;
import java.time.Instant;

/**
 * A command before it is sealed, as the outbox keeps it: sealed anew at each submission.
 *
 * @param to who shall read it; never holds wraps
 * @param asked when its author's session accepted it
 */
public record Draft(EntryId id, Recipient to, Act act, Body body, Instant asked) implements Wire {
  /** For whom a draft is meant. */
  public sealed interface Recipient {
    /** All members. */
    record All() implements Recipient {}

    /** One member. */
    record One(MemberId member) implements Recipient {}

    /** Whom a command is for that such an audience can read. */
    static Recipient of(Audience audience) {
      return switch (audience) {
        case Audience.Everyone _ -> new All();
        case Audience.Only(MemberId member, var _) -> new One(member);
      };
    }
  }
}
