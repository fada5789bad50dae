package intandem.domain.view;

import intandem.domain.id.EntryId;
import intandem.domain.id.MemberId;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.Place;

/**
 * A message that this member can read.
 *
 * @param bearer who brought it into the log: its author, or who brought it back after a split
 */
public record Letter(
    Place place, MemberId from, EntryId id, Recipient to, Body.Message message, MemberId bearer) {
  /** One that its author brought. */
  public Letter(Place place, MemberId from, EntryId id, Recipient to, Body.Message message) {
    this(place, from, id, to, message, from);
  }

  /** Whether another member than its author vouches for what it says. */
  public boolean restored() {
    return !bearer.equals(from);
  }

  /** The number people call it by: its index in the log. */
  public long number() {
    return place.index();
  }
}
