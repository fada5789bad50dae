package intandem.contract;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.Epoch;
import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.id.Secret;
import intandem.domain.id.Term;
import intandem.domain.id.WorkspaceId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Audience;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.EpochKeys;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Header;
import intandem.domain.protocol.KeyWrap;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.Sealed;
import intandem.domain.protocol.Waking;
import intandem.domain.protocol.Wire;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One value or more of every type that has an encoded form, each under a name. They never change:
 * golden files hold their encoded forms. Keys and signatures are mere patterns.
 */
public final class Samples {
  static final Instant TIME = Instant.parse("2026-03-01T12:00:00.123Z");
  static final MemberId ADA = MemberId.of(bytes(32, 1));
  static final MemberId BOB = MemberId.of(bytes(32, 2));
  static final WorkspaceId WORKSPACE = WorkspaceId.of(bytes(32, 3));
  static final Term TERM = new Term(2, bytes(32, 4));
  static final Head HEAD = new Head(41, new Hash(bytes(32, 5)));
  static final EntryId ID = new EntryId(bytes(16, 6));

  private static final KeyWrap WRAP =
      new KeyWrap(BOB, new KeyWrap.Wrapped(bytes(32, 7), bytes(48, 8)));
  private static final EpochKeys FIRST_KEYS =
      new EpochKeys(List.of(WRAP), bytes(32, 9), Bytes.EMPTY);
  private static final EpochKeys KEYS = new EpochKeys(List.of(WRAP), bytes(32, 9), bytes(60, 10));
  private static final Body.Profile PROFILE =
      new Body.Profile("Ada", List.of("shop", "mcp:postgres"), Waking.SOCKET);

  private Samples() {}

  /** All samples by name: first the kind of message, then what it is. */
  public static Map<String, Wire> all() {
    Map<String, Wire> all = new LinkedHashMap<>();
    headers(all);
    bodies(all);
    sealed(all);
    drafts(all);
    FrameSamples.addTo(all);
    return all;
  }

  /** That many bytes, counting up from the first. */
  public static Bytes bytes(int size, int first) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (first + i);
    }
    return Bytes.of(bytes);
  }

  private static void headers(Map<String, Wire> all) {
    all.put(
        "header-genesis",
        new Header.Genesis(bytes(32, 11), bytes(32, 12), bytes(32, 13), 1, 5, bytes(16, 14), TIME));
    all.put("header-workspace-name", header(new Act.NameWorkspace()));
    all.put("header-epoch-start", header(new Act.StartEpoch(FIRST_KEYS)));
    all.put("header-term-start", header(new Act.StartTerm(ADA, HEAD, KEYS)));
    all.put("header-member-add", header(new Act.AddMember(bytes(32, 15), bytes(32, 16))));
    all.put("header-member-update", header(new Act.UpdateMember()));
    all.put("header-remove", header(new Act.RemoveMember(BOB, KEYS)));
    all.put("header-leave", header(new Act.Leave()));
    all.put("header-rejoin", header(new Act.Rejoin()));
    all.put("header-endpoint-announce", header(new Act.AnnounceEndpoint()));
    all.put("header-msg", header(new Act.Message()));
    all.put(
        "header-msg-directed",
        new Header.Command(
            WORKSPACE,
            new Epoch(TERM, 3),
            origin(),
            new Audience.Only(BOB, List.of(WRAP, new KeyWrap(ADA, WRAP.wrapped()))),
            new Act.Message()));
    all.put(
        "header-adopt", header(new Act.Adopt(BOB, new EntryId(bytes(16, 50)), new Act.Message())));
    SharedSamples.acts().forEach((name, act) -> all.put("header-" + name, header(act)));
  }

  private static Header header(Act act) {
    return new Header.Command(
        WORKSPACE, new Epoch(TERM, 3), origin(), new Audience.Everyone(), act);
  }

  private static Header.Origin origin() {
    return new Header.Origin(ADA, ID, 7, new Hash(bytes(32, 17)), HEAD, TIME);
  }

  private static void bodies(Map<String, Wire> all) {
    SharedSamples.bodies(all);
    all.put("body-none", new Body.None());
    all.put("body-workspace", new Body.WorkspaceName("Checkout rewrite"));
    all.put("body-profile", PROFILE);
    all.put("body-addresses", new Body.Addresses(List.of("tandem.example", "127.0.0.1:4321")));
    all.put("body-text", new Body.Text(MessageType.QUESTION, "Who owns the cart?", 40, 1));
    all.put(
        "body-text-of-all-sorts",
        new Body.Text(MessageType.CHAT, "\"\\/\b\f\n\r\t\0\u007f\u2028 é 漢 👩‍💻 </x>", 0, 0));
  }

  private static void sealed(Map<String, Wire> all) {
    String suite = "cpace-21/x25519-sha512";
    all.put(
        "sealed-joiner",
        new Sealed.JoinerData(1, suite, bytes(32, 18), bytes(32, 19), bytes(16, 20)));
    all.put("sealed-owner", new Sealed.OwnerData(1, suite, WORKSPACE, bytes(32, 21), TERM, HEAD));
    all.put("sealed-hello", new Sealed.Hello(PROFILE));
    all.put("sealed-welcome", welcome(22));
    all.put("sealed-regret", new Sealed.Regret("All seats are taken."));
  }

  /** Two of these differ in nothing but a secret, which no text shows. */
  static Sealed.Welcome welcome(int secret) {
    return new Sealed.Welcome(
        WORKSPACE,
        new Epoch(TERM, 3),
        Secret.of(bytes(32, secret).toArray()),
        Secret.of(bytes(32, 23).toArray()),
        HEAD);
  }

  private static void drafts(Map<String, Wire> all) {
    Body text = new Body.Text(MessageType.STATUS, "Tests pass.", 0, 0);
    all.put("draft", new Draft(ID, new Draft.Recipient.All(), new Act.Message(), text, TIME));
    all.put(
        "draft-directed",
        new Draft(ID, new Draft.Recipient.One(BOB), new Act.Message(), text, TIME));
    all.put(
        "draft-leave",
        new Draft(ID, new Draft.Recipient.All(), new Act.Leave(), new Body.None(), TIME));
  }

  /** The kind as which a message is decoded. */
  public static Class<? extends Wire> family(Wire message) {
    return switch (message) {
      case Header _ -> Header.class;
      case Body _ -> Body.class;
      case Frame _ -> Frame.class;
      case Draft _ -> Draft.class;
      case Sealed _ -> Sealed.class;
    };
  }
}
