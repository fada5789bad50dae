package intandem.domain.session;

import intandem.domain.id.Bytes;
import intandem.domain.id.Endpoint;
import intandem.domain.id.EntryId;
import intandem.domain.id.Lv;
import intandem.domain.id.MemberId;
import intandem.domain.id.Secret;
import intandem.domain.id.Term;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.port.SessionVault;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.Frame;
import intandem.domain.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the parts of one session share. */
final class Core {
  final SessionPorts ports;
  final Identity identity;
  final Role role;
  final Outbox outbox = new Outbox();
  final Mail mail;
  final Receipts receipts;
  final Line line;
  final Disk disk = new Disk(this::effect);
  final List<Notice> notices = new ArrayList<>();
  final Attention attention;
  final Reaching reaching;
  final StandBy standBy = new StandBy(this);

  Replica replica;

  /** What falls to this member while it leads; empty as long as the hub is elsewhere. */
  Optional<Hosting> lead = Optional.empty();

  /** Where this process listens. */
  Optional<Endpoint> endpoint = Optional.empty();

  /** Where this session's human says that the hub is. */
  List<Endpoint> hints;

  /** Where other members say that they hear the hub. */
  List<Endpoint> told = List.of();

  /** The highest term that a member has told of, which this log may not have yet. */
  Optional<Term> rumour = Optional.empty();

  /** Whether this member leads, and has said that it will not any more. */
  boolean retiring;

  private long attempts;
  private Duration offset = Duration.ZERO;
  private List<SessionEffect> effects = new ArrayList<>();

  Core(SessionPorts ports, Identity identity, Role role, Instant now) {
    SessionVault.Contents kept = ports.vault().load();
    this.ports = ports;
    this.identity = identity;
    this.role = role;
    this.hints = role instanceof Role.Member(var _, var given, var _) ? given : List.of();
    this.replica = new Replica(ports, identity);
    this.mail = new Mail(identity.member(), kept.marks());
    this.receipts = new Receipts(ports.log(), kept.acks());
    this.line = new Line(ports.entropy(), now);
    this.attention = new Attention(this);
    this.reaching = new Reaching(notices, !(role instanceof Role.Founder));
    outbox.load(kept.outbox().stream().flatMap(row -> open(row).stream()).toList());
  }

  /** Begins this copy anew: the log is another one. */
  void rebuild() {
    replica = new Replica(ports, identity);
    mail.forget();
  }

  MemberId self() {
    return identity.member();
  }

  /** The workspace; there is one as soon as the first entry has arrived. */
  Workspace workspace() {
    return replica.workspace().orElseThrow();
  }

  /** The index of an own command, if it is in the log. */
  Optional<Long> recorded(EntryId id) {
    return workspace().ledger().find(self(), id);
  }

  boolean hosting() {
    return lead.isPresent();
  }

  /** The highest term that this member follows; none before the first entry. */
  Optional<Term> term() {
    return replica.workspace().map(workspace -> workspace.reign().term());
  }

  /** Whether a term is lower than what this member follows, or knows that others follow. */
  boolean fenced(Term term) {
    return Stream.concat(term().stream(), rumour.stream()).anyMatch(t -> term.compareTo(t) < 0);
  }

  /** Whether the hub knows who this is, and all it had at the login is in this log. */
  boolean caughtUp() {
    if (!line.caughtUp()) {
      boolean folded = replica.head().equals(ports.log().head());
      line.caughtUp(
          line.login()
              .filter(head -> folded && ports.log().at(head.index()).equals(Optional.of(head)))
              .isPresent());
    }
    return line.caughtUp();
  }

  /** A number for the next attempt to open a link. */
  long attempt() {
    return ++attempts;
  }

  void effect(SessionEffect effect) {
    effects.add(effect);
  }

  /** Tells of something once, however often it happens before it is read. */
  void tell(Notice notice) {
    if (!notices.contains(notice)) {
      notices.add(notice);
    }
  }

  /** Tells that a write was refused. */
  void notStored(String problem) {
    tell(new Notice.NotStored(problem));
  }

  /** Sends over the link in use, if there is one. */
  void send(Frame frame) {
    line.link().ifPresent(link -> effect(new SessionEffect.Send(link, frame)));
  }

  List<SessionEffect> drain() {
    List<SessionEffect> drained = effects;
    effects = new ArrayList<>();
    return drained;
  }

  /** Learns log time from what the hub's clock says now. */
  void synchronise(Instant hubTime, Instant now) {
    offset = Duration.between(now, hubTime);
  }

  /** This machine's estimate of log time. */
  Instant logTime(Instant now) {
    return now.plus(offset).truncatedTo(ChronoUnit.MILLIS);
  }

  /** A command's id: nobody but this member can compute it from the call's name. */
  EntryId id(Bytes call) {
    Secret key = ports.sealer().derive(identity.vault(), Bytes.EMPTY, Bytes.utf8("intandem/v1/id"));
    Bytes input = Lv.of("intandem/v1/id").add(call).bytes();
    return new EntryId(ports.sealer().mac(key, input).slice(0, EntryId.SIZE));
  }

  /** A command that nobody asked for by name. */
  Draft draft(Act act, Body body, Instant now) {
    byte[] call = new byte[EntryId.SIZE];
    ports.entropy().nextBytes(call);
    return new Draft(id(Bytes.of(call)), new Recipient.All(), act, body, now);
  }

  /** A command as the vault keeps it. */
  SessionVault.Queued row(Draft draft) {
    Bytes sealed =
        ports.sealer().seal(identity.vault(), ports.codec().encode(draft), draft.id().value());
    return new SessionVault.Queued(draft.id(), sealed);
  }

  private Optional<Draft> open(SessionVault.Queued row) {
    return ports
        .sealer()
        .open(identity.vault(), row.sealed(), row.id().value())
        .flatMap(bytes -> ports.codec().decode(Draft.class, bytes).valid());
  }
}
