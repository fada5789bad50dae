package intandem.domain.join;

import intandem.domain.id.Bytes;
import intandem.domain.id.Epoch;
import intandem.domain.id.Secret;
import intandem.domain.id.Term;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.port.Keyring.Known;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.Header;
import intandem.domain.workspace.Workspace;
import java.time.Instant;

/** A new workspace: its creator's identity, and its first entry, signed. */
public record Founding(Identity identity, Envelope genesis) {
  private static final int SECRET_SIZE = 32;
  private static final int NONCE_SIZE = 16;

  /** Founds a workspace whose first term is ordered by that hub key. */
  public static Founding of(JoinPorts ports, Bytes hubKey, int maxPeers, Instant now) {
    KeyPair sign = ports.signer().generate();
    KeyPair seal = ports.sealer().generate();
    Header.Genesis genesis =
        new Header.Genesis(
            sign.publicKey(),
            seal.publicKey(),
            hubKey,
            Workspace.RULES,
            maxPeers,
            Bytes.random(ports.entropy(), NONCE_SIZE),
            now);
    Bytes header = ports.codec().encode(genesis);
    Bytes input = Envelope.signingInput(header, Bytes.EMPTY, Bytes.EMPTY);
    Bytes signature = ports.signer().sign(sign.privateKey(), input);
    Known first = new Known(new Epoch(new Term(1, hubKey), 1), secret(ports));
    Identity identity =
        new Identity(WorkspaceId.of(header), sign, seal, secret(ports), secret(ports), first);
    return new Founding(identity, new Envelope(header, Bytes.EMPTY, Bytes.EMPTY, signature));
  }

  private static Secret secret(JoinPorts ports) {
    return Secret.random(ports.entropy(), SECRET_SIZE);
  }
}
