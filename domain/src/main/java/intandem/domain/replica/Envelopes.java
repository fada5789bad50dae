package intandem.domain.replica;

import intandem.domain.id.Bytes;
import intandem.domain.id.Epoch;
import intandem.domain.id.Lv;
import intandem.domain.id.MemberId;
import intandem.domain.id.Secret;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Audience;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.Header;
import intandem.domain.protocol.Header.Command;
import intandem.domain.protocol.KeyWrap;
import intandem.domain.view.Opened;
import intandem.domain.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** Seals, signs and opens envelopes with one member's keys. */
public final class Envelopes {
  private static final int KEY_SIZE = 32;
  private static final int VARIABLE_SIZE = 16;

  private final ReplicaPorts ports;
  private final Identity identity;
  private final Epochs epochs;

  Envelopes(ReplicaPorts ports, Identity identity, Epochs epochs) {
    this.ports = ports;
    this.identity = identity;
    this.epochs = epochs;
  }

  /** A header with the audience it needs, and the key that its body is to be sealed with. */
  private record Keyed(Audience audience, Secret key) {}

  /** A command in clear and as it is sent. */
  public record Prepared(Command command, Envelope envelope) {}

  /** Seals and signs a command; the epoch's secret must be known. */
  public Prepared seal(Workspace workspace, Header.Origin origin, Draft draft) {
    Epoch epoch = workspace.reign().epoch();
    if (draft.act() instanceof Act.Keying keying) {
      Epoch due = keying instanceof Act.StartEpoch ? epoch.next() : epoch;
      return bare(workspace, due, origin, keyed(workspace, keying));
    }
    Keyed keyed = keyed(workspace, epoch, draft.to());
    Command command =
        new Command(workspace.charter().id(), epoch, origin, keyed.audience(), draft.act());
    Bytes header = ports.codec().encode(command);
    Bytes padded = Padding.pad(ports.codec().encode(draft.body()));
    Bytes sealed = ports.sealer().seal(keyed.key(), padded, header);
    Secret macKey = epochs.macKey(epoch, identity.member()).orElseThrow();
    Bytes mac = ports.sealer().mac(macKey, Envelope.macInput(header, sealed));
    return new Prepared(command, signed(header, sealed, mac));
  }

  /** Signs an act that hands out keys and has no body. */
  public Prepared bare(Workspace workspace, Epoch epoch, Header.Origin origin, Act act) {
    Command command =
        new Command(workspace.charter().id(), epoch, origin, new Audience.Everyone(), act);
    return new Prepared(command, signed(ports.codec().encode(command), Bytes.EMPTY, Bytes.EMPTY));
  }

  private Act keyed(Workspace workspace, Act.Keying act) {
    return switch (act) {
      case Act.StartTerm start -> start;
      case Act.StartEpoch start ->
          new Act.StartEpoch(epochs.next(workspace, Epochs.holders(workspace), ports.entropy()));
      case Act.RemoveMember(MemberId gone, var unmade) -> {
        List<Epochs.Holder> rest =
            Epochs.holders(workspace).stream().filter(h -> !h.member().equals(gone)).toList();
        yield new Act.RemoveMember(gone, epochs.next(workspace, rest, ports.entropy()));
      }
    };
  }

  private Keyed keyed(Workspace workspace, Epoch epoch, Recipient to) {
    return switch (to) {
      case Recipient.All all ->
          new Keyed(
              new Audience.Everyone(), epochs.sealingKey(epoch, identity.member()).orElseThrow());
      case Recipient.One(MemberId member) -> {
        Secret key = Secret.random(ports.entropy(), KEY_SIZE);
        Bytes info = directedInfo(workspace, epoch, identity.member(), member);
        Bytes reader = workspace.roster().find(member).orElseThrow().keys().seal();
        List<KeyWrap> wraps =
            List.of(
                wrapped(member, reader, key, info),
                wrapped(identity.member(), identity.seal().publicKey(), key, info));
        yield new Keyed(new Audience.Only(member, wraps), key);
      }
    };
  }

  private KeyWrap wrapped(MemberId to, Bytes sealKey, Secret key, Bytes info) {
    return new KeyWrap(to, ports.sealer().wrap(sealKey, Bytes.of(key.expose()), info));
  }

  private static Bytes directedInfo(Workspace workspace, Epoch epoch, MemberId from, MemberId to) {
    return Lv.of("intandem/v1/dm")
        .add(workspace.charter().id().value())
        .add(epoch.term())
        .add(epoch.number())
        .add(from.value())
        .add(to.value())
        .bytes();
  }

  private Envelope signed(Bytes header, Bytes sealed, Bytes mac) {
    Bytes input = Envelope.signingInput(header, sealed, mac);
    Bytes signature = ports.signer().sign(identity.sign().privateKey(), input);
    return new Envelope(header, sealed, mac, signature);
  }

  /** What stands for a variable's name in clear: only members can compute it. */
  public Bytes variable(String name) {
    Secret key =
        ports
            .sealer()
            .derive(
                identity.index(),
                Bytes.utf8(identity.workspace().value()),
                Bytes.utf8("intandem/v1/var-index"));
    return ports.sealer().mac(key, Bytes.utf8(name)).slice(0, VARIABLE_SIZE);
  }

  private boolean consistent(Command command, Body body) {
    return !(command.act() instanceof Act.SetVariable set)
        || (body instanceof Body.Variable(String name, String value)
            && variable(name).equals(set.key()));
  }

  /** The command in an envelope; empty in that of the first entry. */
  public Optional<Command> command(Envelope envelope) {
    return ports
        .codec()
        .decode(Header.class, envelope.header())
        .valid()
        .filter(Command.class::isInstance)
        .map(Command.class::cast);
  }

  /** The command that the log has at that index. */
  public Prepared at(long index) {
    Envelope envelope = (Envelope) ports.log().after(index - 1, 1).getFirst().content();
    return new Prepared(command(envelope).orElseThrow(), envelope);
  }

  /** Opens the body of an envelope that counts. */
  public Opened open(Workspace workspace, Envelope envelope, Command command) {
    if (command.act() instanceof Act.Keying) {
      return new Opened.Legible(new Body.None());
    }
    MemberId from = command.origin().from();
    if (!authentic(envelope, command.epoch(), from)) {
      return new Opened.Unreadable();
    }
    return switch (command.to()) {
      case Audience.Everyone all ->
          open(envelope, command, epochs.sealingKey(command.epoch(), from));
      case Audience.Only(MemberId to, List<KeyWrap> wraps) ->
          to.equals(identity.member()) || from.equals(identity.member())
              ? open(envelope, command, unwrap(workspace, command, to, wraps))
              : new Opened.NotForMe();
    };
  }

  private boolean authentic(Envelope envelope, Epoch epoch, MemberId from) {
    Bytes input = Envelope.macInput(envelope.header(), envelope.body());
    return epochs
        .macKey(epoch, from)
        .map(key -> ports.sealer().mac(key, input))
        .filter(mac -> Secret.of(mac.toArray()).equals(Secret.of(envelope.mac().toArray())))
        .isPresent();
  }

  private Optional<Secret> unwrap(
      Workspace workspace, Command command, MemberId to, List<KeyWrap> wraps) {
    Bytes info = directedInfo(workspace, command.epoch(), command.origin().from(), to);
    return wraps.stream()
        .filter(wrap -> wrap.to().equals(identity.member()))
        .findFirst()
        .flatMap(wrap -> ports.sealer().unwrap(identity.seal(), wrap.wrapped(), info))
        .map(bytes -> Secret.of(bytes.toArray()));
  }

  private Opened open(Envelope envelope, Command command, Optional<Secret> key) {
    Optional<Body> body =
        key.flatMap(k -> ports.sealer().open(k, envelope.body(), envelope.header()))
            .flatMap(Padding::strip)
            .flatMap(text -> ports.codec().decode(Body.class, text).valid())
            .filter(opened -> consistent(command, opened));
    return body.<Opened>map(Opened.Legible::new).orElse(new Opened.Unreadable());
  }
}
