package intandem.domain.session.drafting;

import intandem.domain.id.EntryId;
import intandem.domain.protocol.Draft;
import intandem.domain.tandem.Refusal;

/** What comes of a command that is asked for. */
public sealed interface Prepared {
  /** Asked before: its outcome is known or under way. */
  record Known(EntryId id) implements Prepared {}

  /** A plan that was added before, under that key, by the entry of that index. */
  record Repeated(String key, long index) implements Prepared {}

  /** New: waits in the outbox for as long as it takes. */
  record Lasting(Draft draft) implements Prepared {}

  /** New: wanted now or never, as its sense depends on the moment. */
  record Urgent(Draft draft) implements Prepared {}

  /** Not to be done. */
  record Refused(Refusal refusal) implements Prepared {}
}
