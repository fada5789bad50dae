package intandem.domain.hub;

import intandem.domain.id.Bytes;
import intandem.domain.port.EntryLog;
import intandem.domain.port.Signer;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Frame.Goodbye.Reason;
import intandem.domain.protocol.Login;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Workspace;
import java.util.Optional;

/** Whether a login is that of a member, whose log is this one as far as it goes. */
record Logins(Signer signer, EntryLog log) {

  Optional<Reason> fault(Workspace workspace, Frame.Challenge challenge, Frame.Proof proof) {
    Bytes signed = Login.proofInput(challenge, proof);
    Optional<Member> member = workspace.roster().find(proof.from()).filter(Member::active);
    if (member.isEmpty()) {
      return Optional.of(Reason.UNKNOWN_MEMBER);
    }
    if (!signer.verify(member.get().keys().sign(), signed, proof.signature())) {
      return Optional.of(Reason.BAD_PROOF);
    }
    boolean onLog = log.at(proof.head().index()).equals(Optional.of(proof.head()));
    return onLog ? Optional.empty() : Optional.of(Reason.OTHER_BRANCH);
  }
}
