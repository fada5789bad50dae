package intandem.domain.session.link;

import intandem.domain.id.Bytes;
import intandem.domain.id.Head;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Frame.Challenge;
import intandem.domain.protocol.Login;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Line;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** Logs in: proves this member's key to a hub, and has the hub prove its own. */
final class Proving {
  private static final int NONCE_SIZE = 32;

  private final Core core;

  Proving(Core core) {
    this.core = core;
  }

  /**
   * Answers a challenge, so that a hub of a lower term learns of it; false for other workspaces.
   */
  boolean prove(Challenge challenge, Instant now) {
    if (!challenge.workspace().equals(core.identity.workspace())) {
      return false;
    }
    Frame.Proof proof = proof(challenge);
    core.send(proof);
    core.line.link().ifPresent(link -> core.line.prove(link, challenge, proof.nonce(), now));
    return true;
  }

  /** What proves this member's key to the hub that asked for it. */
  Frame.Proof proof(Challenge challenge) {
    Frame.Proof unsigned =
        new Frame.Proof(
            core.self(),
            Bytes.random(core.ports.entropy(), NONCE_SIZE),
            core.term().orElse(challenge.term()),
            core.replica().head(),
            earlier(),
            Bytes.EMPTY);
    Bytes input = Login.proofInput(challenge, unsigned);
    return unsigned.signed(core.ports.signer().sign(core.identity.sign().privateKey(), input));
  }

  /** Heads 1, 2, 4, 8 … entries before the last, and the start: one of them is on any hub's log. */
  private List<Head> earlier() {
    long last = core.replica().head().index();
    return LongStream.iterate(1, back -> back < 2 * last, back -> 2 * back)
        .mapToObj(back -> core.ports.log().at(Math.max(0, last - back)).orElseThrow())
        .toList();
  }

  /** Whether the hub's answer is signed with the key that its challenge named. */
  boolean proven(Line.Proof proof, Frame.LoggedIn in) {
    Challenge challenge = proof.challenge();
    Bytes input = Login.answerInput(core.identity.workspace(), challenge, proof.nonce(), in.head());
    return core.ports.signer().verify(challenge.term().hubKey(), input, in.signature());
  }
}
