package intandem.domain.session.core;

import intandem.domain.admission.Limits;
import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.id.Secret;
import intandem.domain.id.Term;
import intandem.domain.join.Founding;
import intandem.domain.join.JoinPorts;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.protocol.Ack;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.EpochKeys;
import intandem.domain.protocol.Header;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.Place;
import intandem.domain.protocol.Waking;
import intandem.domain.session.attention.Attention;
import intandem.domain.session.boundary.Role;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.boundary.SessionPorts;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Workspace;
import intandem.memory.MemoryCodec;
import intandem.memory.MemoryEntryLog;
import intandem.memory.MemoryHandshake;
import intandem.memory.MemorySealer;
import intandem.memory.MemorySigner;
import intandem.memory.MemoryVault;
import intandem.memory.MemoryWhereabouts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Ana, who founded a workspace, and Bo, over one log, at a time that a test sets. */
public final class Duo {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  public static final Recipient ALL = new Recipient.All();

  public final Side ana;
  public final Side bo;

  private Instant now = START;
  private final Random entropy = new Random(1);
  private final MemoryCodec codec = new MemoryCodec();
  private final MemorySigner signer = new MemorySigner(entropy);
  private final MemorySealer sealer = new MemorySealer(entropy);
  private final MemoryEntryLog log = new MemoryEntryLog();
  private final Term term = new Term(1, signer.generate().publicKey());

  /** One member's side. */
  public static final class Side {
    public final Core core;
    public final Attention attention;

    private final Sorting sorting;

    Side(Core core) {
      this.core = core;
      this.attention = new Attention(core);
      this.sorting = new Sorting(core);
    }

    public MemberId id() {
      return core.self();
    }
  }

  public Duo(Waking waking) {
    Founding founding = Founding.of(joining(), term.hubKey(), Limits.MAX_PEERS, now);
    log.append(List.of(new Entry(new Place(term, 1, now), founding.genesis())));
    Identity first = founding.identity();
    KeyPair sign = signer.generate();
    KeyPair seal = sealer.generate();
    Identity second =
        new Identity(
            first.workspace(),
            sign,
            seal,
            Secret.random(entropy, 32),
            first.index(),
            first.first());
    ana = new Side(core(first, "Ana", waking));
    bo = new Side(core(second, "Bo", Waking.NONE));
    catchUp();
    write(ana, ALL, new Act.StartEpoch(EpochKeys.UNMADE), new Body.None());
    write(ana, ALL, new Act.UpdateMember(), new Body.Profile("Ana", List.of()));
    write(
        ana,
        ALL,
        new Act.AddMember(sign.publicKey(), seal.publicKey()),
        new Body.Profile("Bo", List.of()));
  }

  private Core core(Identity identity, String name, Waking waking) {
    SessionPorts ports =
        new SessionPorts(
            log,
            new MemoryVault(),
            new MemoryWhereabouts(),
            codec,
            sealer,
            signer,
            entropy,
            Limits.DEFAULT);
    Body.Profile profile = new Body.Profile(name, List.of(), waking);
    return new Core(ports, identity, new Role.Member(profile, List.of(), joining()), now);
  }

  /** Writes a command into the log, and lets both sides take it in. */
  public long write(Side author, Recipient to, Act act, Body body) {
    return take(next(author, to, act, body));
  }

  /** The same, under the id that the command has. */
  public long write(Side author, Draft draft) {
    return take(next(author, draft));
  }

  /** A command as the log's next entry. */
  public Entry next(Side author, Recipient to, Act act, Body body) {
    EntryId id = new EntryId(Bytes.random(entropy, EntryId.SIZE));
    return next(author, new Draft(id, to, act, body, now));
  }

  private Entry next(Side author, Draft draft) {
    Workspace workspace = author.core.workspace();
    long index = log.head().index() + 1;
    Member.Last last =
        workspace.roster().find(author.id()).orElseThrow().last().in(workspace.reign().term());
    Header.Origin origin =
        new Header.Origin(
            author.id(),
            draft.id(),
            last.seq() + 1,
            last.hash(),
            author.core.replica().head(),
            now);
    var prepared = author.core.replica().envelopes().seal(workspace, origin, draft);
    return new Entry(new Place(term, index, now), prepared.envelope());
  }

  /** Puts it into the log, and lets both sides take it in. */
  public long take(Entry entry) {
    log.append(List.of(entry));
    catchUp();
    return entry.place().index();
  }

  private void catchUp() {
    for (Side side : List.of(ana, bo)) {
      var steps = side.core.replica().replay();
      side.attention.folded(steps, side.sorting.sort(steps), now);
    }
  }

  public long writes(Side author, MessageType type, String text) {
    return write(author, ALL, new Act.Message(), new Body.Text(type, text, 0, 0));
  }

  public long writes(Side author, Body.Text text) {
    return write(author, ALL, new Act.Message(), text);
  }

  /** The reader has seen everything up to that number, and says so. */
  public void acknowledges(Side reader, long seen) {
    Ack ack = new Ack(reader.id(), term, log.head(), seen, Bytes.EMPTY);
    ana.core.receipts.add(ack);
  }

  /** The head of the log once that entry is its next. */
  public Head headAt(Entry entry) {
    return entry.onTopOf(log.head());
  }

  /** The reader has seen everything up to that head, which this log need not have, and says so. */
  public void foretells(Side reader, Head head) {
    ana.core.receipts.add(new Ack(reader.id(), term, head, head.index(), Bytes.EMPTY));
  }

  /** The time of the moment. */
  public Instant now() {
    return now;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  /** Lets Ana's side act; answers whether her model is woken. */
  public Optional<SessionEffect.Wake> wake() {
    ana.attention.tick(false, now);
    return ana.core.drain().stream()
        .filter(SessionEffect.Wake.class::isInstance)
        .map(SessionEffect.Wake.class::cast)
        .findFirst();
  }

  private JoinPorts joining() {
    return new JoinPorts(codec, sealer, signer, new MemoryHandshake(entropy), entropy);
  }
}
