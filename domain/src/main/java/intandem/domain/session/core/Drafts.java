package intandem.domain.session.core;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.Lv;
import intandem.domain.id.Secret;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.port.SessionVault.Queued;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.session.boundary.SessionPorts;
import java.time.Instant;
import java.util.Optional;

/** Names this member's commands, and seals them for its own disk. */
public final class Drafts {
  private final SessionPorts ports;
  private final Identity identity;

  Drafts(SessionPorts ports, Identity identity) {
    this.ports = ports;
    this.identity = identity;
  }

  /** A command's id: nobody but this member can compute it from the call's name. */
  public EntryId id(Bytes call) {
    Secret key = ports.sealer().derive(identity.vault(), Bytes.EMPTY, Bytes.utf8("intandem/v1/id"));
    Bytes input = Lv.of("intandem/v1/id").add(call).bytes();
    return new EntryId(ports.sealer().mac(key, input).slice(0, EntryId.SIZE));
  }

  /** A command to all that nobody asked for by name. */
  public Draft make(Act act, Body body, Instant now) {
    Bytes call = Bytes.random(ports.entropy(), EntryId.SIZE);
    return new Draft(id(call), new Recipient.All(), act, body, now);
  }

  /** A command as the vault keeps it. */
  public Queued row(Draft draft) {
    Bytes sealed =
        ports.sealer().seal(identity.vault(), ports.codec().encode(draft), draft.id().value());
    return new Queued(draft.id(), sealed);
  }

  /** The command in a row of the vault; empty if it cannot be read. */
  Optional<Draft> open(Queued row) {
    return ports
        .sealer()
        .open(identity.vault(), row.sealed(), row.id().value())
        .flatMap(bytes -> ports.codec().decode(Draft.class, bytes).valid());
  }
}
