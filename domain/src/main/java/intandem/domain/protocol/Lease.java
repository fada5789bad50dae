package intandem.domain.protocol;

import intandem.domain.id.EntryId;

/** The claim on which a change to a task relies: a holder that lost its claim changes nothing. */
public sealed interface Lease {
  /** None: its author does not hold the task. */
  record None() implements Lease {}

  /** Its author's claim, named by the id of that command. */
  record Held(EntryId claim) implements Lease {}
}
