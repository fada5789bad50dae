package intandem.domain.session.core;

import intandem.domain.id.Endpoint;
import intandem.domain.id.EntryId;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.port.SessionVault;
import intandem.domain.port.SessionVault.Refused;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Frame;
import intandem.domain.replica.Replica;
import intandem.domain.replica.ReplicaPorts;
import intandem.domain.session.boundary.Role;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.boundary.SessionPorts;
import intandem.domain.tandem.Notice;
import intandem.domain.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the parts of one session share. */
public final class Core {
  public final SessionPorts ports;
  public final Identity identity;
  public final Role role;
  public final Outbox outbox = new Outbox();
  public final Mail mail;
  public final Receipts receipts;
  public final Line line;
  public final Disk disk = new Disk(this::effect);
  public final Notices notices = new Notices(new Truth(this));
  public final Reaching reaching;
  public final Hearsay hearsay;
  public final Drafts drafts;
  public final LogTime time = new LogTime();

  private final MemberId self;
  private final List<Failed> untold;
  private Replica replica;
  private Optional<Endpoint> endpoint = Optional.empty();
  private boolean hosting;
  private boolean retiring;
  private long attempts;
  private List<SessionEffect> effects = new ArrayList<>();

  /** Loads what the disk keeps besides the log; the copy is empty before {@link Replica#replay}. */
  public Core(SessionPorts ports, Identity identity, Role role, Instant now) {
    SessionVault.Contents kept = ports.vault().load();
    this.ports = ports;
    this.identity = identity;
    this.self = identity.member();
    this.role = role;
    this.drafts = new Drafts(ports, identity);
    this.hearsay =
        new Hearsay(role instanceof Role.Member(var _, var given, var _) ? given : List.of());
    this.replica = copy(ports, identity);
    this.mail = new Mail(self, kept.marks());
    this.receipts = new Receipts(ports.log(), kept.acks());
    this.reaching = new Reaching(notices, !(role instanceof Role.Founder));
    this.line = new Line(ports.entropy(), now);
    this.attempts = ports.entropy().nextLong();
    List<Draft> queued = kept.outbox().stream().flatMap(row -> drafts.open(row).stream()).toList();
    this.untold = kept.refused().stream().flatMap(row -> failed(row, queued)).toList();
    if (queued.size() < kept.outbox().size()) {
      notices.add(new Notice.Unreadable(kept.outbox().size() - queued.size()));
    }
    List<Draft> over = untold.stream().map(Failed::draft).toList();
    outbox.load(queued.stream().filter(draft -> !over.contains(draft)).toList(), now);
  }

  private static Stream<Failed> failed(Refused row, List<Draft> drafts) {
    return drafts.stream()
        .filter(draft -> draft.id().equals(row.id()))
        .map(draft -> new Failed(draft, row.reason()));
  }

  /** An empty copy of a member's workspace, over its log. */
  public static Replica copy(SessionPorts ports, Identity identity) {
    return new Replica(
        new ReplicaPorts(
            ports.log(), ports.codec(), ports.sealer(), ports.signer(), ports.entropy()),
        identity);
  }

  /** What had failed before this session was opened, and its author was not told. */
  public List<Failed> untold() {
    return untold;
  }

  /** Begins this copy anew: the log is another one. */
  public void rebuild() {
    replica = copy(ports, identity);
    mail.forget();
  }

  /** This member's copy; another object after {@link #rebuild}. */
  public Replica replica() {
    return replica;
  }

  /** Who this member is. */
  public MemberId self() {
    return self;
  }

  /** The workspace; there is one as soon as the first entry has arrived. */
  public Workspace workspace() {
    return replica.workspace().orElseThrow();
  }

  /** Whether this member takes part. */
  public boolean seated() {
    return workspace().roster().seated(self);
  }

  /** The index of an own command, if it is in the log. */
  public Optional<Long> recorded(EntryId id) {
    return workspace().ledger().find(self(), id);
  }

  /** Whether this member leads, with the hub in its process. */
  public boolean hosting() {
    return hosting;
  }

  /** This member leads from now on, or does not any more. */
  public void hosting(boolean leads) {
    hosting = leads;
  }

  /** Whether this member leads, and has said that it will not any more. */
  public boolean retiring() {
    return retiring;
  }

  /** This member, which leads, says that it will not any more, or goes on after all. */
  public void retiring(boolean soon) {
    retiring = soon;
  }

  /** Where this process listens, once it does. */
  public Optional<Endpoint> endpoint() {
    return endpoint;
  }

  /** This process listens there from now on. */
  public void listening(Endpoint here) {
    endpoint = Optional.of(here);
  }

  /** The highest term that this member follows; none before the first entry. */
  public Optional<Term> term() {
    return replica.workspace().map(workspace -> workspace.reign().term());
  }

  /** Whether a term is lower than what this member follows, or knows that others follow. */
  public boolean fenced(Term other) {
    return hearsay.fences(other, term());
  }

  /** Believes a hub from the moment on in which this log is in its term. */
  public void settleLine() {
    line.trial()
        .filter(trial -> term().equals(Optional.of(trial.challenge().term())))
        .ifPresent(
            trial -> {
              time.synchronise(trial.challenge().hubTime(), trial.asked());
              line.believe();
            });
  }

  /** Whether the hub knows who this is, and all it had at the login is in this log. */
  public boolean caughtUp() {
    if (!line.caughtUp()) {
      boolean folded = replica.head().equals(ports.log().head());
      line.caughtUp(
          line.login()
              .filter(head -> folded && ports.log().at(head.index()).equals(Optional.of(head)))
              .isPresent());
    }
    return line.caughtUp();
  }

  /**
   * A number for the next attempt to open a link. The first is random, like a sequence number of
   * TCP: a late word of an attempt of the session before this one in a process is not mistaken.
   */
  public long attempt() {
    return ++attempts;
  }

  /** Something is to be done, after all that was said before it. */
  public void effect(SessionEffect effect) {
    effects.add(effect);
  }

  /** Tells that a write was refused, once until one succeeds. */
  public void notStored(String problem) {
    if (disk.news(problem)) {
      notices.add(new Notice.NotStored(problem));
    }
  }

  /** Sends over the link in use, if there is one. */
  public void send(Frame frame) {
    line.link().ifPresent(link -> effect(new SessionEffect.Send(link, frame)));
  }

  /** What is to be done, in order; from here on it counts as done. */
  public List<SessionEffect> drain() {
    List<SessionEffect> drained = effects;
    effects = new ArrayList<>();
    return drained;
  }

  /** Sees to it that such a command goes out; answers it unless one of its kind waits already. */
  public Optional<Draft> want(Act act, Body body, Instant now) {
    if (outbox.all().anyMatch(draft -> draft.act().getClass() == act.getClass())) {
      return Optional.empty();
    }
    Draft draft = drafts.make(act, body, now);
    outbox.addHousekeeping(draft);
    return Optional.of(draft);
  }
}
