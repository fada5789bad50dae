package intandem.domain.view;

import intandem.domain.id.EntryId;
import intandem.domain.id.MemberId;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.Place;

/** A message that this member can read. */
public record Letter(Place place, MemberId from, EntryId id, Recipient to, Body.Message message) {
  /** The number people call it by: its index in the log. */
  public long number() {
    return place.index();
  }
}
