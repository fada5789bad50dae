package intandem.domain.hub;

import intandem.domain.id.Bytes;
import intandem.domain.id.MemberId;
import intandem.domain.port.Signer;
import intandem.domain.protocol.Ack;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Workspace;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The newest ack of each member, for those who log in later. */
final class NewestAcks {
  private final Signer signer;
  private final Map<MemberId, Ack> newest = new HashMap<>();

  /** What an ack is worth. */
  enum Worth {
    NEW,
    OLD,
    FORGED
  }

  NewestAcks(Signer signer) {
    this.signer = signer;
  }

  Worth add(Ack ack, Workspace workspace) {
    Optional<Ack> known = Optional.ofNullable(newest.get(ack.from()));
    if (known.filter(old -> Ack.AGE.compare(old, ack) >= 0).isPresent()) {
      return Worth.OLD;
    }
    Member member = workspace.roster().find(ack.from()).orElseThrow();
    Bytes signed = ack.signingInput(workspace.charter().id());
    if (!signer.verify(member.keys().sign(), signed, ack.signature())) {
      return Worth.FORGED;
    }
    newest.put(ack.from(), ack);
    return Worth.NEW;
  }

  Collection<Ack> all() {
    return List.copyOf(newest.values());
  }
}
