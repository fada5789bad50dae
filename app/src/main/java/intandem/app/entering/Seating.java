package intandem.app.entering;

import intandem.app.host.ClaudeCode;
import intandem.app.platform.Platform;
import intandem.app.seat.Opened;
import intandem.app.seat.Seat;
import intandem.domain.id.Endpoint;
import intandem.domain.id.InviteCode;
import intandem.domain.id.WorkspaceId;
import intandem.domain.join.Founding;
import intandem.domain.port.DamageException;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.port.StorageException;
import intandem.domain.port.TransportException;
import intandem.domain.protocol.Body;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import intandem.home.Home;
import intandem.home.Membership;
import intandem.home.Sessions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Takes and gives up the seat of this process: at most one at a time. */
public final class Seating implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Seating.class.getName());
  private static final Duration TUNNEL_PATIENCE = Duration.ofSeconds(3);

  private final Home home;
  private final Sessions sessions;
  private final Platform platform;
  private final ClaudeCode claude;
  private final Returning returning;
  private final Opening opening;
  private final Departure departure;
  private final LostLog lost;
  private final ReentrantLock entering = new ReentrantLock();

  private volatile Optional<Opened> current = Optional.empty();
  private volatile Optional<Membership> left = Optional.empty();
  private volatile Refusal farewell = new Refusal.NotIn();
  private volatile boolean closed;

  /** With what this user has on disk, and the session that this process serves. */
  public Seating(Home home, Sessions sessions, Platform platform, ClaudeCode claude) {
    this.home = home;
    this.sessions = sessions;
    this.platform = platform;
    this.claude = claude;
    this.returning = new Returning(home, sessions);
    this.opening = new Opening(home, sessions, platform, claude);
    this.departure = new Departure(home, sessions);
    this.lost = new LostLog(home, sessions);
  }

  /** The seat that this process has now. */
  public Optional<Opened> current() {
    return current;
  }

  /** What to tell whoever asks a seat that there is not. */
  public Refusal farewell() {
    return farewell;
  }

  /** Founds, joins or returns, unless this process sits somewhere already. */
  public Answer enter(Ask.Entry ask) throws InterruptedException {
    entering.lockInterruptibly();
    try {
      Optional<Opened> seat = current;
      if (seat.isPresent()) {
        return AlreadyIn.answer(seat.get(), ask);
      }
      if (occupied()) {
        return refused(new Refusal.Locked());
      }
      return switch (ask) {
        case Ask.Create create -> create(create);
        case Ask.Join join -> join(join);
        case Ask.Rejoin rejoin -> rejoin(rejoin);
      };
    } finally {
      entering.unlock();
    }
  }

  /** Whether another process sits where this session sits: its record is not to be overwritten. */
  private boolean occupied() {
    return sessions.taken() && sessions.seated().filter(home.memberships()::inUse).isPresent();
  }

  private Answer create(Ask.Create ask) throws InterruptedException {
    KeyPair hubKey = platform.signer().generate();
    Instant now = platform.clock().instant();
    Founding founding = Founding.of(platform.joining(), hubKey.publicKey(), ask.maxPeers(), now);
    home.keyring().keep(founding.identity());
    Optional<Answer> refusal =
        open(
            founding.identity(),
            plan -> Opened.founder(platform, plan, hubKey, founding.genesis(), ask.name()));
    return refusal.isPresent() ? refusal.get() : created();
  }

  private Answer created() throws InterruptedException {
    Opened opened = current.orElseThrow();
    Seat seat = opened.seat();
    seat.reachability().await(TUNNEL_PATIENCE);
    Answer entered = seat.ask(new Ask.Brief());
    Answer invited = seat.ask(new Ask.Invite());
    return entered instanceof Answer.Entered(var briefing)
            && invited instanceof Answer.Invited(var invitation, var reach)
        ? new Answer.Created(briefing, invitation, reach)
        : entered;
  }

  private Answer join(Ask.Join ask) throws InterruptedException {
    List<Endpoint> endpoints =
        switch (ask.where()) {
          case Ask.Where.Known() -> sessions.inviting(ask.code());
          case Ask.Where.At(Endpoint endpoint) -> List.of(endpoint);
        };
    Answer answer = refused(new Refusal.NoSuchCode());
    for (Endpoint endpoint : endpoints) {
      switch (knock(endpoint, ask.code())) {
        case Knock.Outcome.Joined(Identity identity) -> {
          return take(identity, List.of(endpoint));
        }
        case Knock.Outcome.Known(WorkspaceId workspace) -> {
          return rejoin(new Ask.Rejoin(new Ask.Which.Known(workspace), new Ask.Where.At(endpoint)));
        }
        case Knock.Outcome.Refused(Refusal refusal) -> answer = refused(refusal);
      }
    }
    return answer;
  }

  private Knock.Outcome knock(Endpoint endpoint, InviteCode code) throws InterruptedException {
    try (Applying applying = new Applying(home, platform, known -> returning.held(left, known))) {
      Body.Profile profile = claude.profile(home.username().read(platform.entropy()));
      Knock.Outcome outcome = new Knock(platform, endpoint, code, profile, applying).run();
      if (outcome instanceof Knock.Outcome.Joined(Identity identity)) {
        home.keyring().keep(identity);
      }
      return outcome;
    }
  }

  private Answer rejoin(Ask.Rejoin ask) throws InterruptedException {
    List<Endpoint> hints =
        ask.where() instanceof Ask.Where.At(Endpoint endpoint) ? List.of(endpoint) : List.of();
    Answer answer = refused(returning.nothing(ask.which(), farewell));
    for (Membership membership : returning.candidates(left, ask.which())) {
      answer = take(membership, hints);
      if (!(answer instanceof Answer.Refused(Refusal.Locked()))) {
        return answer;
      }
      answer = returning.seated(membership) ? answer : refused(new Refusal.InUse());
    }
    return answer;
  }

  private Answer take(Membership membership, List<Endpoint> hints) throws InterruptedException {
    Optional<Identity> identity;
    try {
      identity = home.keyring().find(membership.workspace(), membership.member());
    } catch (DamageException e) {
      return refused(SetAside.damaged(Refusal.Damaged.Part.KEYS, home.keys(membership)));
    }
    return identity.isPresent()
        ? take(identity.get(), hints)
        : refused(new Refusal.NothingToRejoin(returning.known()));
  }

  /** Takes a member's seat, as its owner's hub or as a guest, and waits for the hub. */
  private Answer take(Identity identity, List<Endpoint> hints) throws InterruptedException {
    Membership self = new Membership(identity.workspace(), identity.member());
    Optional<Answer> refusal =
        open(
            identity,
            plan -> Opened.member(platform, plan, lost.places(self, plan.database().log(), hints)));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Opened opened = current.orElseThrow();
    Answer answer = opened.seat().ask(new Ask.Brief());
    return switch (answer) {
      case Answer.Refused(Refusal.Expelled why) -> {
        vacate(opened, why);
        yield refused(farewell);
      }
      case Answer.Refused(Refusal.Unreachable _) -> {
        giveUp(opened, lost.notFound(self, hints));
        yield refused(farewell);
      }
      case Answer.Refused(Refusal why) -> {
        giveUp(opened, why);
        yield answer;
      }
      case Answer entered -> entered;
    };
  }

  private Optional<Answer> open(Identity identity, Function<Opened.Plan, Opened> begin) {
    return switch (opening.open(identity, this::vacateLater, begin)) {
      case Opening.Outcome.Taken(Opened opened) -> {
        current = Optional.of(opened);
        yield Optional.empty();
      }
      case Opening.Outcome.Refused(Refusal refusal) -> Optional.of(refused(refusal));
    };
  }

  /** To be called from a seat's own loop, which the vacating ends. */
  private void vacateLater(Refusal.Entering why) {
    Thread.ofVirtual().start(() -> current.ifPresent(opened -> vacate(opened, why)));
  }

  /** Leaves; whoever was removed from its workspace destroys what it had of it. */
  public void vacate(Opened opened, Refusal.Entering why) {
    entering.lock();
    try {
      if (current.equals(Optional.of(opened))) {
        Membership over = new Membership(opened.identity().workspace(), opened.identity().member());
        giveUp(opened, why);
        left = Optional.of(over);
        departure
            .record(over, why, platform.clock().instant())
            .ifPresent(remains -> farewell = remains);
      }
    } finally {
      entering.unlock();
    }
  }

  /** Gives the seat up, but goes on being this member: its next process takes the seat again. */
  private void giveUp(Opened opened, Refusal why) {
    farewell = why;
    current = Optional.empty();
    opened.close();
  }

  /**
   * Returns to the workspace that this very session was in before its process ended, if any; false
   * while that process still holds the seat or the disk is in the way.
   */
  public boolean resume() throws InterruptedException {
    entering.lockInterruptibly();
    try {
      if (!closed && current.isEmpty() && left.isEmpty()) {
        farewell = resumed() instanceof Answer.Refused(Refusal why) ? why : new Refusal.NotIn();
      }
    } catch (StorageException | TransportException e) {
      farewell = new Refusal.NotStored(String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "the earlier workspace was not resumed", e);
      farewell = new Refusal.Failed();
    } finally {
      entering.unlock();
    }
    boolean passing = farewell instanceof Refusal.Locked || farewell instanceof Refusal.NotStored;
    return closed || current.isPresent() || !passing;
  }

  private Answer resumed() throws InterruptedException {
    Optional<Membership> mine = sessions.seated();
    Optional<Path> unreadable = sessions.unreadable();
    if (unreadable.isPresent()) {
      return refused(SetAside.damaged(Refusal.Damaged.Part.RECORD, unreadable.get()));
    }
    if (mine.isEmpty()) {
      return refused(new Refusal.NotIn());
    }
    return lost.missing(mine.get()) ? refused(lost.gone(mine.get())) : take(mine.get(), List.of());
  }

  @Override
  public void close() {
    closed = true;
    current.ifPresent(Opened::close);
    platform.close();
  }

  private static Answer refused(Refusal refusal) {
    return new Answer.Refused(refusal);
  }
}
