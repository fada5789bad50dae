package intandem.domain.session;

import intandem.domain.id.Bytes;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Frame.Challenge;
import intandem.domain.protocol.Login;
import java.time.Instant;

/** Logs in: proves this member's key to a hub, and has the hub prove its own. */
final class Proving {
  private static final int NONCE_SIZE = 32;

  private final Core core;

  Proving(Core core) {
    this.core = core;
  }

  /** Answers a challenge; false if it is none of a hub that this member may follow. */
  boolean prove(Challenge challenge, Instant now) {
    boolean known = challenge.workspace().equals(core.identity.workspace());
    boolean fenced =
        core.replica
            .workspace()
            .filter(w -> challenge.term().compareTo(w.reign().term()) < 0)
            .isPresent();
    if (!known || fenced) {
      return false;
    }
    core.synchronise(challenge.hubTime(), now);
    byte[] nonce = new byte[NONCE_SIZE];
    core.ports.entropy().nextBytes(nonce);
    Frame.Proof unsigned =
        new Frame.Proof(
            core.self(), Bytes.of(nonce), challenge.term(), core.replica.head(), Bytes.EMPTY);
    Bytes input = Login.proofInput(challenge, unsigned);
    Bytes signature = core.ports.signer().sign(core.identity.sign().privateKey(), input);
    core.send(
        new Frame.Proof(
            core.self(), unsigned.nonce(), challenge.term(), unsigned.head(), signature));
    core.line.link().ifPresent(link -> core.line.prove(link, challenge, unsigned.nonce(), now));
    return true;
  }

  /** Whether the hub's answer is signed with the key that its challenge named. */
  boolean proven(Line.Proof proof, Frame.LoggedIn in) {
    Challenge challenge = proof.challenge();
    Bytes input = Login.answerInput(core.identity.workspace(), challenge, proof.nonce(), in.head());
    return core.ports.signer().verify(challenge.term().hubKey(), input, in.signature());
  }
}
