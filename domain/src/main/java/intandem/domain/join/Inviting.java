package intandem.domain.join;

import intandem.domain.admission.Limits;
import intandem.domain.id.Bytes;
import intandem.domain.id.Head;
import intandem.domain.id.InviteCode;
import intandem.domain.id.Secret;
import intandem.domain.port.Handshake.Agreed;
import intandem.domain.port.Handshake.Exchange;
import intandem.domain.port.Handshake.Role;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.port.Keyring.Known;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Frame.JoinConfirm;
import intandem.domain.protocol.Frame.JoinFailed;
import intandem.domain.protocol.Frame.JoinFailed.Failure;
import intandem.domain.protocol.Frame.JoinOpen;
import intandem.domain.protocol.Frame.JoinShare;
import intandem.domain.protocol.Frame.JoinTicket;
import intandem.domain.protocol.Frame.JoinWelcome;
import intandem.domain.protocol.Sealed;
import intandem.domain.tandem.Invitation;
import intandem.domain.workspace.Workspace;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The owner's side of joins: the code, its budget of failures, and the exchanges under way. */
public final class Inviting {
  /** Stands in a refusal for the ticket that was not given out. */
  private static final Bytes NO_TICKET = Bytes.of(new byte[Joint.NONCE_SIZE]);

  private final JoinPorts ports;
  private final Identity owner;
  private final Map<Bytes, Exchanged> exchanges = new HashMap<>();
  private Codes codes;

  /** One join, from its ticket on. */
  private record Exchanged(
      long channel, Bytes joinerNonce, Bytes session, Instant opened, Stage stage) {
    Exchanged at(Stage next) {
      return new Exchanged(channel, joinerNonce, session, opened, next);
    }
  }

  private sealed interface Stage {
    record Ticketed() implements Stage {}

    record Shared(Sealed.JoinerData joiner, Agreed agreed) implements Stage {}

    record Proven(Sealed.JoinerData joiner, Agreed agreed) implements Stage {}
  }

  /** What comes of a joiner's frame. */
  public sealed interface Outcome {
    /** Answer the joiner. */
    record Reply(Frame.Join frame) implements Outcome {}

    /** The joiner knows the code: admit it, then call {@link #admitted} or {@link #refused}. */
    record Proven(Bytes ticket, Sealed.JoinerData joiner, Body.Profile profile)
        implements Outcome {}

    /** Not worth an answer. */
    record Ignored() implements Outcome {}
  }

  /** Begins with a fresh code. */
  public Inviting(JoinPorts ports, Identity owner, Instant now) {
    this.ports = ports;
    this.owner = owner;
    this.codes = Codes.open(InviteCode.random(ports.entropy()), now);
  }

  /** What can be handed on now; empty if the code is revoked, burnt or too old. */
  public Optional<Invitation> invitation(Instant now) {
    return codes.live(now);
  }

  /** What can be handed on when a human asks: a fresh code if the last one was used up. */
  public Optional<Invitation> invite(Instant now) {
    boolean revoked = codes.gate() == Codes.Gate.REVOKED;
    return revoked || codes.live(now).isPresent() ? codes.live(now) : Optional.of(rotate(now));
  }

  /** A fresh code; the one before is worthless, and so is what was begun with it. */
  public Invitation rotate(Instant now) {
    exchanges.clear();
    codes = Codes.open(InviteCode.random(ports.entropy()), now);
    return codes.live(now).orElseThrow();
  }

  /** No code counts any more, nor what was begun with one. */
  public void revoke() {
    exchanges.clear();
    codes = codes.revoked();
  }

  /** The code of the moment, live or not. */
  public InviteCode code() {
    return codes.code();
  }

  /** Wrong guesses until the code is burnt; 0 if it does not count. */
  public int triesLeft() {
    return codes.triesLeft();
  }

  /** Takes a joiner's frame, which the hub passed on over that channel. */
  public Outcome on(long channel, Frame.Join frame, Workspace workspace, Instant now) {
    exchanges.values().removeIf(e -> !e.opened().plus(Limits.TICKET_LIFE).isAfter(now));
    return switch (frame) {
      case JoinOpen open -> ticket(channel, open, workspace, now);
      case JoinShare share -> share(channel, share, workspace);
      case JoinConfirm confirm -> confirm(channel, confirm, now);
      case JoinTicket ticket -> new Outcome.Ignored();
      case JoinWelcome welcome -> new Outcome.Ignored();
      case JoinFailed failed -> new Outcome.Ignored();
    };
  }

  private Outcome ticket(long channel, JoinOpen open, Workspace workspace, Instant now) {
    if (open.version() != Joint.VERSION) {
      return failed(NO_TICKET, Failure.OTHER_VERSION);
    }
    if (codes.live(now).isEmpty()) {
      return failed(NO_TICKET, codes.why(now));
    }
    if (exchanges.size() >= Limits.OPEN_TICKETS) {
      return failed(NO_TICKET, Failure.BAD_EXCHANGE);
    }
    Bytes ticket = random();
    Bytes nonce = random();
    Bytes session = Joint.session(ticket, open.nonce(), nonce);
    exchanges.put(ticket, new Exchanged(channel, open.nonce(), session, now, new Stage.Ticketed()));
    return new Outcome.Reply(
        new JoinTicket(ticket, nonce, workspace.charter().id(), owner.sign().publicKey()));
  }

  private Outcome share(long channel, JoinShare theirs, Workspace workspace) {
    Optional<Exchanged> found = find(channel, theirs.ticket());
    Optional<Sealed.JoinerData> joiner =
        ports
            .codec()
            .decode(Sealed.class, theirs.data())
            .valid()
            .filter(Sealed.JoinerData.class::isInstance)
            .map(Sealed.JoinerData.class::cast);
    if (found.isEmpty()
        || joiner.isEmpty()
        || !(found.get().stage() instanceof Stage.Ticketed)
        || !joiner.get().nonce().equals(found.get().joinerNonce())
        || !ports.sealer().accepts(joiner.get().sealKey())) {
      return failed(theirs.ticket(), Failure.BAD_EXCHANGE);
    }
    if (joiner.get().version() != Joint.VERSION || !joiner.get().suite().equals(Joint.SUITE)) {
      return failed(theirs.ticket(), Failure.OTHER_VERSION);
    }
    return share(theirs, found.get(), joiner.get(), workspace);
  }

  private Outcome share(
      JoinShare theirs, Exchanged exchanged, Sealed.JoinerData joiner, Workspace workspace) {
    Bytes data = ports.codec().encode(data(workspace));
    Bytes context = Joint.context(workspace.charter().id());
    Secret password = codes.code().secret();
    Exchange exchange =
        ports.handshake().begin(Role.OWNER, password, exchanged.session(), context, data);
    Optional<Agreed> agreed = exchange.finish(theirs.share(), theirs.data());
    if (agreed.isEmpty()) {
      exchanges.remove(theirs.ticket());
      return failed(theirs.ticket(), Failure.BAD_EXCHANGE);
    }
    exchanges.put(theirs.ticket(), exchanged.at(new Stage.Shared(joiner, agreed.get())));
    return new Outcome.Reply(new JoinShare(theirs.ticket(), exchange.share(), data));
  }

  private Sealed.OwnerData data(Workspace workspace) {
    return new Sealed.OwnerData(
        Joint.VERSION,
        Joint.SUITE,
        workspace.charter().id(),
        owner.sign().publicKey(),
        workspace.reign().term(),
        workspace.head());
  }

  private Outcome confirm(long channel, JoinConfirm confirm, Instant now) {
    Optional<Exchanged> found = find(channel, confirm.ticket());
    if (found.isEmpty()
        || !(found.get().stage() instanceof Stage.Shared(var joiner, Agreed agreed))) {
      return failed(confirm.ticket(), Failure.BAD_EXCHANGE);
    }
    exchanges.remove(confirm.ticket());
    if (!Secret.of(confirm.proof().toArray()).equals(agreed.expected())) {
      return wrong(confirm.ticket(), now);
    }
    Exchanged proven = found.get().at(new Stage.Proven(joiner, agreed));
    exchanges.put(confirm.ticket(), proven);
    return new Joint.Box(Joint.Box.HELLO, agreed.key(), proven.session())
        .open(ports.sealer(), ports.codec(), Sealed.Hello.class, confirm.box())
        .<Outcome>map(hello -> new Outcome.Proven(confirm.ticket(), joiner, hello.profile()))
        .orElseGet(() -> failed(confirm.ticket(), Failure.BAD_EXCHANGE));
  }

  /** Counts a guess; with the last one the code is burnt, and so is what was begun with it. */
  private Outcome wrong(Bytes ticket, Instant now) {
    Codes next = codes.fail(InviteCode.random(ports.entropy()), now);
    boolean burnt = !next.code().equals(codes.code());
    codes = next;
    if (burnt) {
      exchanges.clear();
      return failed(ticket, Failure.BURNT);
    }
    return new Outcome.Reply(
        new JoinFailed(ticket, Failure.WRONG_CODE, codes.triesLeft(), Bytes.EMPTY));
  }

  /** The joiner is in the log, at or before that head: what to send it, and over which channel. */
  public Optional<Frame.Relayed> admitted(Bytes ticket, Known epoch, Head head) {
    return proven(ticket)
        .map(
            exchanged -> {
              Stage.Proven proven = (Stage.Proven) exchanged.stage();
              Sealed.Welcome welcome =
                  new Sealed.Welcome(
                      owner.workspace(), epoch.epoch(), epoch.secret(), owner.index(), head);
              Bytes box =
                  new Joint.Box(Joint.Box.WELCOME, proven.agreed().key(), exchanged.session())
                      .sealTo(proven.joiner().sealKey(), ports.sealer(), ports.codec(), welcome);
              return new Frame.Relayed(
                  exchanged.channel(), new JoinWelcome(ticket, proven.agreed().proof(), box));
            });
  }

  /** The joiner cannot be admitted although it knows the code. */
  public Optional<Frame.Relayed> refused(Bytes ticket, Failure failure, String reason) {
    return proven(ticket)
        .map(
            exchanged -> {
              Agreed agreed = ((Stage.Proven) exchanged.stage()).agreed();
              Bytes box =
                  new Joint.Box(Joint.Box.REGRET, agreed.key(), exchanged.session())
                      .seal(ports.sealer(), ports.codec(), new Sealed.Regret(reason));
              return new Frame.Relayed(
                  exchanged.channel(), new JoinFailed(ticket, failure, codes.triesLeft(), box));
            });
  }

  private Optional<Exchanged> proven(Bytes ticket) {
    return Optional.ofNullable(exchanges.remove(ticket))
        .filter(exchanged -> exchanged.stage() instanceof Stage.Proven);
  }

  private Optional<Exchanged> find(long channel, Bytes ticket) {
    return Optional.ofNullable(exchanges.get(ticket)).filter(e -> e.channel() == channel);
  }

  private Outcome failed(Bytes ticket, Failure failure) {
    return new Outcome.Reply(new JoinFailed(ticket, failure, 0, Bytes.EMPTY));
  }

  private Bytes random() {
    return Bytes.random(ports.entropy(), Joint.NONCE_SIZE);
  }
}
