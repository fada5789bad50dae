package intandem.domain.protocol;

import intandem.domain.id.Bytes;
import intandem.domain.id.Head;
import intandem.domain.id.Lv;
import intandem.domain.id.WorkspaceId;
import intandem.domain.protocol.Frame.Challenge;

/** What the two ends sign at a login. Whoever records it all can log in as nobody. */
public final class Login {
  private Login() {}

  /** What the member signs, given the hub's challenge. */
  public static Bytes proofInput(Challenge challenge, Frame.Proof unsigned) {
    Lv parts =
        Lv.of("intandem/v1/login")
            .add(challenge.workspace().value())
            .add(challenge.term())
            .add(challenge.nonce())
            .add(unsigned.nonce())
            .add(unsigned.term())
            .add(unsigned.head());
    unsigned.earlier().forEach(parts::add);
    return parts.bytes();
  }

  /** What the hub signs in answer. */
  public static Bytes answerInput(
      WorkspaceId workspace, Challenge challenge, Bytes memberNonce, Head head) {
    return Lv.of("intandem/v1/login-ok")
        .add(workspace.value())
        .add(challenge.term())
        .add(challenge.nonce())
        .add(memberNonce)
        .add(head)
        .bytes();
  }
}
