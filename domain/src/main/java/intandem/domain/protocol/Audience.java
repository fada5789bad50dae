package intandem.domain.protocol;

import intandem.domain.id.MemberId;
import java.util.List;

/** Who can read a command's body. */
public sealed interface Audience {
  /** All members, through the epoch's key. */
  record Everyone() implements Audience {}

  /** One member besides the author: the body's key is wrapped to both. */
  record Only(MemberId member, List<KeyWrap> wraps) implements Audience {
    public Only {
      wraps = List.copyOf(wraps);
    }
  }
}
