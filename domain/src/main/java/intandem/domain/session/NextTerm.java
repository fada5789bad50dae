package intandem.domain.session;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.Epoch;
import intandem.domain.id.Hash;
import intandem.domain.id.Secret;
import intandem.domain.id.Term;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.port.Keyring.Known;
import intandem.domain.port.StorageException;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.EpochKeys;
import intandem.domain.protocol.Header;
import intandem.domain.replica.Epochs;
import intandem.domain.replica.Replica;
import intandem.domain.session.boundary.SessionPorts;
import intandem.domain.session.core.Core;
import intandem.domain.workspace.Workspace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What it takes to open a hub for a workspace's next term: how it stands, and the entry with which
 * this member starts the term and becomes its owner, signed, with a fresh epoch for everyone.
 */
public record NextTerm(Workspace workspace, Envelope start) {
  private static final int SECRET_SIZE = 32;

  /**
   * Prepares a term on top of this member's log.
   *
   * @throws intandem.domain.port.StorageException if the log does not hold together, or is empty
   */
  public static NextTerm of(SessionPorts ports, Identity identity, Term term, Instant now) {
    Replica replica = Core.copy(ports, identity);
    replica.replay();
    Workspace workspace =
        replica.workspace().orElseThrow(() -> new StorageException("the log is empty"));
    return new NextTerm(workspace, start(ports, identity, replica, new Epoch(term, 1), now));
  }

  private static Envelope start(
      SessionPorts ports, Identity identity, Replica replica, Epoch epoch, Instant now) {
    Workspace workspace = replica.workspace().orElseThrow();
    Known fresh = new Known(epoch, Secret.random(ports.entropy(), SECRET_SIZE));
    EpochKeys keys =
        Epochs.wrap(
            ports.sealer(),
            identity.workspace(),
            fresh,
            Epochs.holders(workspace),
            replica.epochs().secret(workspace.reign().epoch()));
    Act start = new Act.StartTerm(identity.member(), workspace.head(), keys);
    Header.Origin origin = origin(ports, identity, workspace, now);
    return replica.envelopes().bare(workspace, epoch, origin, start).envelope();
  }

  private static Header.Origin origin(
      SessionPorts ports, Identity identity, Workspace workspace, Instant now) {
    Instant time = now.isBefore(workspace.at()) ? workspace.at() : now;
    return new Header.Origin(
        identity.member(),
        new EntryId(Bytes.random(ports.entropy(), EntryId.SIZE)),
        1,
        Hash.ZERO,
        workspace.head(),
        time.truncatedTo(ChronoUnit.MILLIS));
  }
}
