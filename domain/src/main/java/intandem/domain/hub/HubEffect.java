package intandem.domain.hub;

import intandem.domain.id.Term;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Frame;
import java.util.List;

/** What a hub wants done, in this order. */
public sealed interface HubEffect {
  /** Make the entries durable, all or none, then say how it went. */
  record Append(List<Entry> entries) implements HubEffect {
    public Append {
      entries = List.copyOf(entries);
    }
  }

  /** Send a frame over a link, if it is still up. */
  record Send(long link, Frame frame) implements HubEffect {}

  /** A member follows a higher term: this hub is none any more. */
  record Outranked(Term term) implements HubEffect {}

  /** End a link after what was sent. */
  record Close(long link) implements HubEffect {}
}
