package intandem.domain.protocol;

import intandem.domain.id.Hash;
import intandem.domain.id.Head;

/** One element of the workspace's log: a command or a hub note, in its place. */
public record Entry(Place place, Content content) {

  /** What can stand in the log. */
  public sealed interface Content permits Envelope, HubNote {
    /** The hash that the chain takes in. */
    Hash hash();
  }

  /** The head of the log with this entry on top of the given one. */
  public Head onTopOf(Head before) {
    return place.onTopOf(before, content.hash());
  }
}
