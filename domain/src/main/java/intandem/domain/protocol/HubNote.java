package intandem.domain.protocol;

import intandem.domain.id.Bytes;
import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.Lv;
import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;

/** The hub's word, signed with its own key, that a member's link came up or went down. */
public record HubNote(MemberId member, boolean online, Bytes signature) implements Entry.Content {

  /** What the hub signs for a note at that place, on top of that head. */
  public static Bytes signingInput(
      WorkspaceId workspace, Place place, Head before, MemberId member, boolean online) {
    return Lv.of("intandem/v1/note")
        .add(workspace.value())
        .add(place.term())
        .add(place.index())
        .add(place.at().toEpochMilli())
        .add(before.hash().value())
        .add(member.value())
        .add(online ? "online" : "away")
        .bytes();
  }

  @Override
  public Hash hash() {
    return Hash.of(Lv.of("intandem/v1/note-ev").add(signature).bytes());
  }
}
