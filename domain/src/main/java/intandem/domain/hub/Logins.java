package intandem.domain.hub;

import intandem.domain.id.Bytes;
import intandem.domain.id.Head;
import intandem.domain.port.EntryLog;
import intandem.domain.port.Signer;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Frame.Goodbye.Reason;
import intandem.domain.protocol.Login;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Workspace;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a login is that of a member, and how far its log is this one. Who is a member no more is
 * let in to be shown the removal, whatever else its log holds.
 */
record Logins(Signer signer, EntryLog log) {

  Optional<Reason> fault(Workspace workspace, Frame.Challenge challenge, Frame.Proof proof) {
    Bytes signed = Login.proofInput(challenge, proof);
    Optional<Member> member = workspace.roster().find(proof.from());
    if (member.isEmpty()) {
      return Optional.of(Reason.UNKNOWN_MEMBER);
    }
    if (!signer.verify(member.get().keys().sign(), signed, proof.signature())) {
      return Optional.of(Reason.BAD_PROOF);
    }
    boolean higher = member.get().active() && proof.term().compareTo(workspace.reign().term()) > 0;
    return higher || common(proof).isEmpty() ? Optional.of(Reason.OTHER_BRANCH) : Optional.empty();
  }

  /** The last head of the member's that is on this log. */
  Optional<Head> common(Frame.Proof proof) {
    return Stream.concat(Stream.of(proof.head()), proof.earlier().stream())
        .filter(head -> log.at(head.index()).filter(head::equals).isPresent())
        .max(Comparator.comparingLong(Head::index));
  }
}
