package intandem.app;

import intandem.domain.id.Endpoint;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.KeyPair;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.port.Snippets;
import intandem.domain.port.StorageException;
import intandem.domain.port.TransportException;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Waking;
import intandem.domain.session.Answer;
import intandem.domain.session.Ask;
import intandem.domain.session.Founding;
import intandem.domain.session.Refusal;
import intandem.domain.session.Tandem;
import intandem.home.Home;
import intandem.home.Hosting;
import intandem.home.KeptMembership;
import intandem.home.Membership;
import intandem.home.Sessions;
import intandem.storage.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** What this process does for its user: at most one seat at a time, taken and given up here. */
final class Workspaces implements Tandem, AutoCloseable {
  private final Home home;
  private final Sessions sessions;
  private final Platform platform;
  private final Snippets project;
  private final ClaudeCode claude;

  private final ReentrantLock entering = new ReentrantLock();

  private volatile Optional<Opened> current = Optional.empty();
  private volatile Optional<Membership> left = Optional.empty();
  private volatile Refusal.Entering farewell = new Refusal.NotIn();

  Workspaces(Home home, Sessions sessions, Platform platform, Snippets project, ClaudeCode claude) {
    this.home = home;
    this.sessions = sessions;
    this.platform = platform;
    this.project = project;
    this.claude = claude;
    claude.bell().listen(this::wakeable);
  }

  private void wakeable(Waking waking) {
    current.ifPresent(opened -> opened.seat.wakeable(waking));
  }

  @Override
  public Answer ask(Ask ask) throws InterruptedException {
    try {
      return switch (ask) {
        case Ask.Entry entry -> enter(entry);
        case Ask.Member member -> member(member);
        case Ask.Share share -> share(share);
      };
    } catch (StorageException | TransportException e) {
      return refused(new Refusal.NotStored(String.valueOf(e.getMessage())));
    }
  }

  private Answer member(Ask.Member ask) throws InterruptedException {
    Optional<Opened> seat = current;
    if (seat.isEmpty()) {
      return refused(farewell);
    }
    Answer answer = seat.get().seat.ask(ask);
    if (answer instanceof Answer.Left) {
      vacate(seat.get(), new Refusal.NotIn());
    }
    return answer;
  }

  private Answer share(Ask.Share ask) throws InterruptedException {
    return switch (project.read(ask.path(), ask.from(), ask.to())) {
      case Snippets.Refused(Snippets.Reason reason, String detail) ->
          refused(new Refusal.NotShared(reason, detail));
      case Snippets.Taken taken -> {
        Ask.About about = ask.about();
        Body.Code code =
            new Body.Code(
                taken.path(),
                taken.from(),
                taken.total(),
                about.language(),
                taken.text(),
                about.note());
        yield member(new Ask.Show(ask.call(), code, about.to()));
      }
    };
  }

  private Answer enter(Ask.Entry ask) throws InterruptedException {
    entering.lockInterruptibly();
    try {
      Optional<Opened> seat = current;
      if (seat.isPresent()) {
        Answer here = seat.get().seat.ask(new Ask.Peers());
        String name = here instanceof Answer.Present(var briefing) ? briefing.name() : "";
        return refused(new Refusal.AlreadyIn(name));
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

  private Body.Profile profile() {
    String name = home.username().read(platform.entropy);
    return new Body.Profile(name, claude.capabilities().get(), claude.bell().best());
  }

  private Answer create(Ask.Create ask) throws InterruptedException {
    KeyPair hubKey = platform.signer.generate();
    Instant now = platform.clock.instant();
    Founding founding = Founding.of(platform.joining(), hubKey.publicKey(), ask.maxPeers(), now);
    home.keyring().keep(founding.identity());
    Optional<Answer> refusal =
        open(
            founding.identity(),
            plan -> Opened.founder(platform, plan, hubKey, founding.genesis(), ask.name()));
    return refusal.isPresent() ? refusal.get() : created();
  }

  private Answer created() throws InterruptedException {
    Seat seat = current.orElseThrow().seat;
    Answer entered = seat.ask(new Ask.Brief());
    Answer invited = seat.ask(new Ask.Invite());
    return entered instanceof Answer.Entered(var briefing)
            && invited instanceof Answer.Invited(var invitation)
        ? new Answer.Created(briefing, invitation)
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
      Knock knock = new Knock(platform, endpoint, ask.code(), profile(), this::held);
      switch (knock.run()) {
        case Knock.Outcome.Joined(Identity identity) -> {
          home.keyring().keep(identity);
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

  /** Whether this directory holds a free identity in that workspace. */
  private boolean held(WorkspaceId workspace) {
    return candidates()
        .filter(membership -> membership.workspace().equals(workspace))
        .anyMatch(membership -> !home.memberships().inUse(membership));
  }

  private Stream<Membership> candidates() {
    return Stream.of(left.stream(), sessions.mine().stream(), sessions.usedHere().stream())
        .flatMap(memberships -> memberships);
  }

  private Answer rejoin(Ask.Rejoin ask) throws InterruptedException {
    List<Membership> candidates =
        switch (ask.which()) {
          case Ask.Which.Last() -> candidates().distinct().toList();
          case Ask.Which.Known(WorkspaceId workspace) ->
              Stream.concat(
                      candidates(),
                      home.memberships().all().stream().map(KeptMembership::membership))
                  .filter(membership -> membership.workspace().equals(workspace))
                  .distinct()
                  .toList();
        };
    List<Endpoint> hints =
        ask.where() instanceof Ask.Where.At(Endpoint endpoint) ? List.of(endpoint) : List.of();
    Answer answer = refused(new Refusal.NothingToRejoin());
    for (Membership membership : candidates) {
      Optional<Identity> identity =
          home.keyring().find(membership.workspace(), membership.member());
      if (identity.isPresent()) {
        answer = take(identity.get(), hints);
        if (!(answer instanceof Answer.Refused(Refusal.Locked()))) {
          return answer;
        }
      }
    }
    return answer;
  }

  /** Takes a member's seat, as its owner's hub or as a guest, and waits for the hub. */
  private Answer take(Identity identity, List<Endpoint> hints) throws InterruptedException {
    Optional<Answer> refusal = open(identity, plan -> Opened.member(platform, plan, hints));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Opened opened = current.orElseThrow();
    Answer answer = opened.seat.ask(new Ask.Brief());
    if (answer instanceof Answer.Refused) {
      vacate(opened, new Refusal.NotIn());
    }
    return answer;
  }

  private interface Opening {
    Opened open(Opened.Plan plan);
  }

  private Optional<Answer> open(Identity identity, Opening opening) {
    Membership membership = new Membership(identity.workspace(), identity.member());
    Closer closer = new Closer();
    var lock = home.memberships().lock(membership);
    if (lock.isEmpty()) {
      return Optional.of(refused(new Refusal.Locked()));
    }
    closer.register(lock.get());
    try {
      Database database = closer.register(Database.open(home.database(membership)));
      sessions.write(membership, new Hosting.Guest(), platform.clock.instant());
      Surroundings outside =
          new Surroundings(membership, sessions, platform, claude.bell(), this::vacateLater);
      Opened.Plan plan = new Opened.Plan(identity, profile(), database, outside, closer);
      current = Optional.of(opening.open(plan));
      return Optional.empty();
    } catch (StorageException | TransportException | IllegalArgumentException e) {
      closer.close();
      throw e;
    }
  }

  /** To be called from a seat's own loop, which the vacating ends. */
  private void vacateLater(Refusal.Entering why) {
    Thread.ofVirtual().start(() -> current.ifPresent(opened -> vacate(opened, why)));
  }

  /** Gives the seat up; whoever was removed from its workspace destroys what it had of it. */
  private void vacate(Opened opened, Refusal.Entering why) {
    entering.lock();
    try {
      if (current.equals(Optional.of(opened))) {
        farewell = why;
        current = Optional.empty();
        Membership over = new Membership(opened.identity.workspace(), opened.identity.member());
        sessions.forget(sessions.self());
        opened.close();
        boolean removed = why instanceof Refusal.Expelled && home.memberships().erase(over);
        left = removed ? Optional.empty() : Optional.of(over);
      }
    } finally {
      entering.unlock();
    }
  }

  /** Returns to the workspace that this very session was in before its process ended, if any. */
  void resume() throws InterruptedException {
    Optional<Membership> mine = sessions.mine();
    if (current.isEmpty() && left.isEmpty() && mine.isPresent()) {
      ask(new Ask.Rejoin(new Ask.Which.Known(mine.get().workspace()), new Ask.Where.Known()));
    }
  }

  @Override
  public void shown(List<Shown> messages) {
    current.ifPresent(opened -> opened.seat.shown(messages));
  }

  @Override
  public void notShown(List<Shown> messages) {
    current.ifPresent(opened -> opened.seat.notShown(messages));
  }

  @Override
  public void close() {
    current.ifPresent(Opened::close);
    platform.close();
  }

  private static Answer refused(Refusal refusal) {
    return new Answer.Refused(refusal);
  }
}
