package intandem.domain.hub;

import intandem.domain.id.Bytes;
import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Signer;
import intandem.domain.protocol.Checkpoint;
import intandem.domain.protocol.HubNote;
import intandem.domain.protocol.Place;

/** The one key a hub holds, fresh at each start: it vouches for places, never for commands. */
final class HubKey {
  private final Signer signer;
  private final KeyPair pair;

  HubKey(Signer signer, KeyPair pair) {
    this.signer = signer;
    this.pair = pair;
  }

  Bytes sign(Bytes message) {
    return signer.sign(pair.privateKey(), message);
  }

  Checkpoint checkpoint(WorkspaceId workspace, Term term, Head head) {
    return new Checkpoint(term, head, sign(Checkpoint.signingInput(workspace, term, head)));
  }

  HubNote note(WorkspaceId workspace, Place place, Head before, MemberId member, boolean online) {
    Bytes signed = HubNote.signingInput(workspace, place, before, member, online);
    return new HubNote(member, online, sign(signed));
  }
}
