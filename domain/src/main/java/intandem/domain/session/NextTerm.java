package intandem.domain.session;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.Epoch;
import intandem.domain.id.Hash;
import intandem.domain.id.Secret;
import intandem.domain.id.Term;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.port.Keyring.Known;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.EpochKeys;
import intandem.domain.protocol.Header;
import intandem.domain.workspace.Workspace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What it takes to open a workspace again: how it stands, the entry with which its owner starts the
 * next term, signed, with a fresh epoch for everyone, and where the owner was reached before.
 */
public record NextTerm(Workspace workspace, Envelope start, List<String> addresses) {
  private static final int SECRET_SIZE = 32;

  /**
   * Prepares the term that a hub of that key is to order; empty if this member is not the owner.
   *
   * @throws intandem.domain.port.StorageException if the member's log does not hold together
   */
  public static Optional<NextTerm> of(
      SessionPorts ports, Identity identity, Bytes hubKey, Instant now) {
    Replica replica = new Replica(ports, identity);
    replica.replay();
    return replica
        .workspace()
        .filter(workspace -> workspace.ownedBy(identity.member()))
        .map(
            workspace -> {
              int number = workspace.reign().term().number() + 1;
              Epoch epoch = new Epoch(new Term(number, hubKey), 1);
              return new NextTerm(
                  workspace,
                  start(ports, identity, replica, epoch, now),
                  replica.view().addressesOf(identity.member()));
            });
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
    byte[] id = new byte[EntryId.SIZE];
    ports.entropy().nextBytes(id);
    Instant time = now.isBefore(workspace.at()) ? workspace.at() : now;
    return new Header.Origin(
        identity.member(),
        new EntryId(Bytes.of(id)),
        1,
        Hash.ZERO,
        workspace.head(),
        time.truncatedTo(ChronoUnit.MILLIS));
  }
}
