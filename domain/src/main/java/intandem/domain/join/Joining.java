package intandem.domain.join;

import intandem.domain.id.Bytes;
import intandem.domain.id.InviteCode;
import intandem.domain.id.Secret;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.Handshake.Agreed;
import intandem.domain.port.Handshake.Exchange;
import intandem.domain.port.Handshake.Role;
import intandem.domain.port.Keyring.Applicant;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.port.Keyring.Known;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Frame.JoinConfirm;
import intandem.domain.protocol.Frame.JoinFailed;
import intandem.domain.protocol.Frame.JoinShare;
import intandem.domain.protocol.Frame.JoinTicket;
import intandem.domain.protocol.Frame.JoinWelcome;
import intandem.domain.protocol.Sealed;
import java.util.Optional;

/**
 * The joiner's side of a join, over a link that is up: one attempt with one code, never repeated by
 * itself, since each repetition would be a free guess for whoever meddles.
 */
public final class Joining {
  private static final int VAULT_KEY_SIZE = 32;

  private final JoinPorts ports;
  private final InviteCode code;
  private final Body.Profile profile;
  private final Bytes nonce;
  private final Applicants applicants;
  private Stage stage;

  /** With whose keys to join, once it is known which workspace it is. */
  @FunctionalInterface
  public interface Applicants {
    /** Keys that will be found again if this attempt is cut off. */
    Applicant of(WorkspaceId workspace);
  }

  private sealed interface Stage {
    record Opened() implements Stage {}

    record Shared(JoinTicket ticket, Applicant keys, Bytes session, Exchange exchange)
        implements Stage {}

    record Confirmed(JoinTicket ticket, Applicant keys, Bytes session, Agreed agreed)
        implements Stage {}

    record Over() implements Stage {}
  }

  /** What comes of a frame. */
  public sealed interface Step {
    /** Send this. */
    record Reply(Frame frame) implements Step {}

    /** In: keep the identity, then log in over the same link. */
    record Joined(Identity identity) implements Step {}

    /** Out: the owner said no; {@code detail} is its own sealed word, or empty. */
    record Failed(JoinFailed.Failure failure, int triesLeft, String detail) implements Step {}

    /** Out: the other side does not know the code either, or someone meddled. */
    record NotTrusted() implements Step {}

    /** Nothing to do with the join. */
    record Ignored() implements Step {}
  }

  /** Prepares one attempt. */
  public Joining(JoinPorts ports, InviteCode code, Body.Profile profile, Applicants applicants) {
    this.ports = ports;
    this.code = code;
    this.profile = profile;
    this.nonce = Bytes.random(ports.entropy(), Joint.NONCE_SIZE);
    this.applicants = applicants;
    this.stage = new Stage.Opened();
  }

  /** The first frame to send. */
  public Frame open() {
    return new Frame.JoinOpen(Joint.VERSION, nonce);
  }

  /** Takes a frame of the owner. */
  public Step on(Frame frame) {
    return switch (frame) {
      case JoinTicket ticket when stage instanceof Stage.Opened -> share(ticket);
      case JoinShare theirs when stage instanceof Stage.Shared shared -> confirm(shared, theirs);
      case JoinWelcome welcome when stage instanceof Stage.Confirmed confirmed ->
          enter(confirmed, welcome);
      case JoinFailed failed -> fail(failed);
      case Frame other -> new Step.Ignored();
    };
  }

  private Step share(JoinTicket ticket) {
    Applicant keys = applicants.of(ticket.workspace());
    Bytes session = Joint.session(ticket.ticket(), nonce, ticket.nonce());
    Bytes data =
        ports
            .codec()
            .encode(
                new Sealed.JoinerData(
                    Joint.VERSION,
                    Joint.SUITE,
                    keys.sign().publicKey(),
                    keys.seal().publicKey(),
                    nonce));
    Exchange exchange =
        ports
            .handshake()
            .begin(Role.JOINER, code.secret(), session, Joint.context(ticket.workspace()), data);
    stage = new Stage.Shared(ticket, keys, session, exchange);
    return new Step.Reply(new JoinShare(ticket.ticket(), exchange.share(), data));
  }

  private Step confirm(Stage.Shared shared, JoinShare theirs) {
    JoinTicket ticket = shared.ticket();
    boolean sound =
        ports
            .codec()
            .decode(Sealed.class, theirs.data())
            .valid()
            .filter(data -> data instanceof Sealed.OwnerData owner && fits(owner, ticket))
            .isPresent();
    Optional<Agreed> agreed = shared.exchange().finish(theirs.share(), theirs.data());
    if (!sound || agreed.isEmpty() || !theirs.ticket().equals(ticket.ticket())) {
      stage = new Stage.Over();
      return new Step.NotTrusted();
    }
    stage = new Stage.Confirmed(ticket, shared.keys(), shared.session(), agreed.get());
    Joint.Box box = new Joint.Box(Joint.Box.HELLO, agreed.get().key(), shared.session());
    Bytes hello = box.seal(ports.sealer(), ports.codec(), new Sealed.Hello(profile));
    return new Step.Reply(new JoinConfirm(ticket.ticket(), agreed.get().proof(), hello));
  }

  private static boolean fits(Sealed.OwnerData owner, JoinTicket ticket) {
    return owner.version() == Joint.VERSION
        && owner.suite().equals(Joint.SUITE)
        && owner.workspace().equals(ticket.workspace())
        && owner.ownerKey().equals(ticket.ownerKey());
  }

  private Step enter(Stage.Confirmed confirmed, JoinWelcome welcome) {
    stage = new Stage.Over();
    Secret proof = Secret.of(welcome.proof().toArray());
    Joint.Box box = new Joint.Box(Joint.Box.WELCOME, confirmed.agreed().key(), confirmed.session());
    WorkspaceId workspace = confirmed.ticket().workspace();
    boolean ours = welcome.ticket().equals(confirmed.ticket().ticket());
    if (!ours || !proof.equals(confirmed.agreed().expected())) {
      return new Step.NotTrusted();
    }
    Applicant keys = confirmed.keys();
    return box.openAs(
            keys.seal(), ports.sealer(), ports.codec(), Sealed.Welcome.class, welcome.box())
        .filter(content -> content.workspace().equals(workspace))
        .<Step>map(content -> new Step.Joined(identity(keys, content)))
        .orElse(new Step.NotTrusted());
  }

  private Identity identity(Applicant keys, Sealed.Welcome welcome) {
    Secret vault = Secret.random(ports.entropy(), VAULT_KEY_SIZE);
    Known first = new Known(welcome.epoch(), welcome.secret());
    return new Identity(
        welcome.workspace(), keys.sign(), keys.seal(), vault, welcome.indexSecret(), first);
  }

  private Step fail(JoinFailed failed) {
    String detail =
        stage instanceof Stage.Confirmed(var ticket, var keys, Bytes session, Agreed agreed)
            ? new Joint.Box(Joint.Box.REGRET, agreed.key(), session)
                .open(ports.sealer(), ports.codec(), Sealed.Regret.class, failed.box())
                .map(Sealed.Regret::reason)
                .orElse("")
            : "";
    stage = new Stage.Over();
    return new Step.Failed(failed.failure(), failed.triesLeft(), detail);
  }
}
