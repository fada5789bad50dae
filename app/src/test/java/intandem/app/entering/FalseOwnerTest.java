package intandem.app.entering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import intandem.app.Desktop;
import intandem.app.platform.Platform;
import intandem.domain.admission.Limits;
import intandem.domain.id.Bytes;
import intandem.domain.id.Epoch;
import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.InviteCode;
import intandem.domain.id.Lv;
import intandem.domain.id.Secret;
import intandem.domain.id.Term;
import intandem.domain.id.WorkspaceId;
import intandem.domain.join.JoinPorts;
import intandem.domain.join.Joining;
import intandem.domain.join.Joining.Step;
import intandem.domain.port.Handshake.Agreed;
import intandem.domain.port.Handshake.Exchange;
import intandem.domain.port.Handshake.Role;
import intandem.domain.port.Keyring.Applicant;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Frame.JoinConfirm;
import intandem.domain.protocol.Frame.JoinOpen;
import intandem.domain.protocol.Frame.JoinShare;
import intandem.domain.protocol.Frame.JoinTicket;
import intandem.domain.protocol.Frame.JoinWelcome;
import intandem.domain.protocol.KeyWrap.Wrapped;
import intandem.domain.protocol.Sealed;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One who knows the code, written from the protocol's text, and lies about all else. */
class FalseOwnerTest {
  private static final WorkspaceId HERE = new WorkspaceId("A".repeat(26));
  private static final WorkspaceId ELSEWHERE = new WorkspaceId("B".repeat(26));
  private static final Bytes KEY = Bytes.of(new byte[32]);
  private static final Bytes TICKET = Bytes.of(new byte[16]);
  private static final Term TERM = new Term(1, KEY);
  private static final Head HEAD = new Head(4, new Hash(KEY));
  private static final String WELCOME = "intandem/v1/welcome";

  private final Platform platform = new Platform(Limits.DEFAULT, Desktop.NO_TUNNEL);
  private final JoinPorts ports = platform.joining();
  private final InviteCode code = InviteCode.random(new Random(3));
  private final Applicant applicant = Applicant.fresh(ports.signer(), ports.sealer());
  private final Joining joining =
      new Joining(ports, code, new Body.Profile("Bob", List.of()), workspace -> applicant);

  @AfterEach
  void close() {
    platform.close();
  }

  /** What both sides hold once the joiner has proven itself. */
  private record Proven(Bytes session, Agreed agreed) {}

  private Proven proven() {
    JoinOpen open = (JoinOpen) joining.open();
    JoinShare share = (JoinShare) reply(new JoinTicket(TICKET, TICKET, HERE, KEY));
    Bytes session = session(open);
    Bytes context = Lv.of("intandem/v1").add("joiner").add("owner").add(HERE.value()).bytes();
    Bytes data = ports.codec().encode(data(HERE));
    Exchange exchange = ports.handshake().begin(Role.OWNER, code.secret(), session, context, data);
    Agreed agreed = exchange.finish(share.share(), share.data()).orElseThrow();
    JoinConfirm confirm = (JoinConfirm) reply(new JoinShare(TICKET, exchange.share(), data));
    assertEquals(agreed.expected(), Secret.of(confirm.proof().toArray()));
    return new Proven(session, agreed);
  }

  private static Bytes session(JoinOpen open) {
    Lv parts = Lv.of("intandem/v1/join").add(TICKET).add(open.nonce()).add(TICKET);
    return Hash.of(parts.bytes()).value();
  }

  private static Sealed.OwnerData data(WorkspaceId workspace) {
    return new Sealed.OwnerData(1, "cpace-21/x25519-sha512", workspace, KEY, TERM, HEAD);
  }

  private static Sealed.Welcome welcome(WorkspaceId workspace) {
    Secret secret = Secret.of(KEY.toArray());
    return new Sealed.Welcome(workspace, new Epoch(TERM, 1), secret, secret, HEAD);
  }

  private Frame reply(Frame frame) {
    return assertInstanceOf(Step.Reply.class, joining.on(frame)).frame();
  }

  private Step sealed(Proven proven, String label, Sealed content) {
    Secret key = ports.sealer().derive(proven.agreed().key(), proven.session(), Bytes.utf8(label));
    Bytes about = Lv.of(label).add(proven.session()).bytes();
    Wrapped wrapped =
        ports.sealer().wrap(applicant.seal().publicKey(), ports.codec().encode(content), about);
    Bytes both = Bytes.of(HexFormat.of().parseHex(wrapped.enc().hex() + wrapped.ct().hex()));
    Bytes box = ports.sealer().seal(key, both, proven.session());
    return joining.on(new JoinWelcome(TICKET, proven.agreed().proof(), box));
  }

  @Test
  void one_who_keeps_to_the_protocol_is_believed() {
    assertInstanceOf(Step.Joined.class, sealed(proven(), WELCOME, welcome(HERE)));
  }

  @Test
  void a_welcome_to_another_workspace_is_not_trusted() {
    assertEquals(new Step.NotTrusted(), sealed(proven(), WELCOME, welcome(ELSEWHERE)));
  }

  @Test
  void a_welcome_sealed_for_another_use_is_not_trusted() {
    assertEquals(new Step.NotTrusted(), sealed(proven(), "intandem/v1/hello", welcome(HERE)));
  }

  @Test
  void a_regret_in_the_place_of_a_welcome_is_not_trusted() {
    assertEquals(new Step.NotTrusted(), sealed(proven(), WELCOME, new Sealed.Regret("no room")));
  }

  @Test
  void a_welcome_before_the_proof_is_ignored() {
    joining.open();
    assertEquals(new Step.Ignored(), joining.on(new JoinWelcome(TICKET, KEY, KEY)));
  }

  @Test
  void a_second_ticket_is_ignored() {
    joining.open();
    reply(new JoinTicket(TICKET, TICKET, HERE, KEY));
    assertEquals(new Step.Ignored(), joining.on(new JoinTicket(TICKET, TICKET, ELSEWHERE, KEY)));
  }

  @Test
  void an_attempt_ends_for_good_with_the_first_lie() {
    Proven proven = proven();
    sealed(proven, WELCOME, welcome(ELSEWHERE));
    assertEquals(new Step.Ignored(), sealed(proven, WELCOME, welcome(HERE)));
  }
}
