package intandem.domain.workspace;

import intandem.domain.admission.Limits;
import intandem.domain.id.Bytes;
import intandem.domain.id.Term;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.Codec;
import intandem.domain.port.Signer;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Header;
import intandem.domain.protocol.HubNote;
import intandem.domain.protocol.Place;
import intandem.domain.protocol.Rejection;
import intandem.domain.workspace.Workspace.Charter;
import java.util.Optional;

/**
 * Decides whether an entry counts: size, shape, signature, then the rules. The hub asks before it
 * appends, every peer before it believes; both ask the very same.
 */
public final class Referee {
  private static final int TAG_SIZE = 32;
  private static final int KEY_SIZE = 32;
  private static final int SEAL_OVERHEAD = 28;

  private final Codec codec;
  private final Verifier verifier;

  private Referee(Codec codec, Verifier verifier) {
    this.codec = codec;
    this.verifier = verifier;
  }

  /** Checks everything: for what comes from others. */
  public static Referee strict(Codec codec, Signer signer) {
    return new Referee(codec, signer::verify);
  }

  /** Checks all but signatures: for one's own log, where they were checked before it was stored. */
  public static Referee replaying(Codec codec) {
    return new Referee(codec, (key, message, signature) -> true);
  }

  private interface Verifier {
    boolean verify(Bytes key, Bytes message, Bytes signature);
  }

  /** What the referee says. */
  public sealed interface Ruling {
    /** It counts: what it says in clear, and the workspace with it. */
    record Counts(Header header, Workspace next) implements Ruling {}

    /** A hub note counts. */
    record Noted(HubNote note, Workspace next) implements Ruling {}

    /** It does not count. */
    record Rejected(Rejection reason) implements Ruling {}
  }

  /** Rules on entry 1. */
  public Ruling found(Entry entry) {
    if (!(entry.content() instanceof Envelope envelope) || !fits(envelope)) {
      return new Ruling.Rejected(Rejection.MALFORMED);
    }
    return read(envelope)
        .map(header -> founded(header, envelope, entry.place()))
        .orElse(new Ruling.Rejected(Rejection.MALFORMED));
  }

  private Ruling founded(Header header, Envelope envelope, Place place) {
    if (!(header instanceof Header.Genesis genesis)
        || !sound(genesis, place)
        || envelope.body().size() + envelope.mac().size() > 0) {
      return new Ruling.Rejected(Rejection.MALFORMED);
    }
    if (!verifier.verify(genesis.signKey(), envelope.signingInput(), envelope.signature())) {
      return new Ruling.Rejected(Rejection.BAD_SIGNATURE);
    }
    WorkspaceId id = WorkspaceId.of(envelope.header());
    Stamp stamp = new Stamp(place, envelope.hash());
    return new Ruling.Counts(genesis, Workspace.found(id, genesis, stamp));
  }

  private static boolean sound(Header.Genesis genesis, Place place) {
    boolean keys = genesis.signKey().size() == KEY_SIZE && genesis.sealKey().size() == KEY_SIZE;
    boolean seats = genesis.maxPeers() >= 1 && genesis.maxPeers() <= Limits.MAX_PEERS;
    boolean placed =
        place.index() == 1
            && genesis.hubKey().size() == KEY_SIZE
            && place.term().equals(new Term(1, genesis.hubKey()));
    return keys && seats && placed && genesis.rules() == Workspace.RULES;
  }

  /** Rules on any later entry. */
  public Ruling rule(Workspace workspace, Entry entry) {
    return switch (entry.content()) {
      case Envelope envelope -> rule(workspace, envelope, entry.place());
      case HubNote note -> rule(workspace, note, entry.place());
    };
  }

  private Ruling rule(Workspace workspace, Envelope envelope, Place place) {
    if (!fits(envelope)) {
      return new Ruling.Rejected(Rejection.TOO_LARGE);
    }
    return read(envelope)
        .map(header -> rule(workspace, header, envelope, place))
        .orElse(new Ruling.Rejected(Rejection.MALFORMED));
  }

  private Ruling rule(Workspace workspace, Header header, Envelope envelope, Place place) {
    if (!(header instanceof Header.Command command) || !shaped(envelope, command)) {
      return new Ruling.Rejected(Rejection.MALFORMED);
    }
    Optional<Member> author =
        workspace.roster().find(command.origin().from()).filter(Member::active);
    if (author.isEmpty()) {
      return new Ruling.Rejected(Rejection.NOT_A_MEMBER);
    }
    Bytes key = author.get().keys().sign();
    if (!verifier.verify(key, envelope.signingInput(), envelope.signature())) {
      return new Ruling.Rejected(Rejection.BAD_SIGNATURE);
    }
    return switch (workspace.decide(command, new Stamp(place, envelope.hash()))) {
      case Decision.Accepted(Workspace next) -> new Ruling.Counts(command, next);
      case Decision.Rejected(Rejection reason) -> new Ruling.Rejected(reason);
    };
  }

  private Ruling rule(Workspace workspace, HubNote note, Place place) {
    Charter charter = workspace.charter();
    Bytes signed =
        HubNote.signingInput(charter.id(), place, workspace.head(), note.member(), note.online());
    if (!verifier.verify(workspace.reign().term().hubKey(), signed, note.signature())) {
      return new Ruling.Rejected(Rejection.BAD_SIGNATURE);
    }
    Stamp stamp = new Stamp(place, note.hash());
    return switch (workspace.decide(note.member(), note.online(), stamp)) {
      case Decision.Accepted(Workspace next) -> new Ruling.Noted(note, next);
      case Decision.Rejected(Rejection reason) -> new Ruling.Rejected(reason);
    };
  }

  private boolean fits(Envelope envelope) {
    return codec.encode(new Frame.Submit(envelope)).size() <= Limits.ENVELOPE_BYTES;
  }

  private Optional<Header> read(Envelope envelope) {
    return codec.decode(Header.class, envelope.header()).valid();
  }

  /** A sealed body with its tag, or neither where the act itself carries the keys. */
  private static boolean shaped(Envelope envelope, Header.Command command) {
    return command.act() instanceof Act.Keying
        ? envelope.body().size() + envelope.mac().size() == 0
        : envelope.body().size() > SEAL_OVERHEAD && envelope.mac().size() == TAG_SIZE;
  }
}
