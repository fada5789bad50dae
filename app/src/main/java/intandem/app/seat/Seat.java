package intandem.app.seat;

import intandem.domain.hub.Hub;
import intandem.domain.hub.HubInput;
import intandem.domain.id.Endpoint;
import intandem.domain.port.StorageException;
import intandem.domain.port.Whereabouts;
import intandem.domain.protocol.Waking;
import intandem.domain.session.Session;
import intandem.domain.session.boundary.Role;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.boundary.SessionInput;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One membership in use by this process. A step that fails leaves its session in no known state: it
 * is begun anew from disk, as after a crash of the process.
 */
public final class Seat implements Loop.Machine {
  /** For the hub's last words; the loop's last step comes after it. */
  private static final Duration FAREWELL = Duration.ofMillis(60);

  private final Shelf shelf;
  private final Means means;
  private final Wires.Mailbox mailbox;
  private final Failures failures = new Failures();
  private final CountDownLatch handedOver = new CountDownLatch(1);
  private volatile Optional<Life> life;
  private volatile boolean closing;
  private boolean over;
  private Optional<SessionInput> listening = Optional.empty();
  private Optional<SessionInput> wakeable = Optional.empty();

  /** What a seat needs of the process around it. */
  public interface Outside {
    /** What this machine knows of the members' processes. */
    Whereabouts whereabouts();

    /** The model could be woken for these. */
    void wake(SessionEffect.Wake wake);

    /** There is a new code to invite with. */
    void publish(SessionEffect.Publish publish);

    /** Whether this member leads, and where to look for a hub should its log be lost. */
    void remember(boolean leads, List<Endpoint> hubs);

    /** This process is no hub any more. */
    void steppedDown();

    /** The session is over, and that is what to tell whoever asks; called from the loop. */
    void ended(Refusal.Entering farewell);
  }

  Seat(Shelf shelf, Session session, Optional<Hub> hub, Parts parts) {
    this.shelf = shelf;
    this.mailbox = parts.mailbox();
    this.means =
        new Means(
            shelf.plan().outside(),
            parts.wires(),
            new Calls(mailbox),
            new Reachability(shelf.platform(), shelf.plan().identity().workspace(), parts),
            this::steppedDown);
    this.life = Optional.of(new Life(shelf, session, hub, means));
  }

  /** What connects a seat with the rest. */
  record Parts(Wires wires, Wires.Mailbox mailbox) {}

  /** What each run of the session acts on. */
  record Means(
      Outside outside, Wires wires, Calls calls, Reachability reachability, Runnable steppedDown) {}

  private void steppedDown() {
    handedOver.countDown();
    if (!closing) {
      means.outside().steppedDown();
    }
  }

  @Override
  public Optional<Instant> due() {
    Optional<Instant> now = over ? Optional.empty() : Optional.of(Instant.EPOCH);
    return life.isPresent() ? life.get().due() : now;
  }

  @Override
  public void step(List<HubInput> hub, List<SessionInput> session, Instant now) {
    session.forEach(this::remember);
    if (over) {
      return;
    }
    List<SessionInput> heard = session.stream().filter(means.calls()::current).toList();
    if (life.isEmpty()) {
      life = Optional.of(new Life(shelf, again(now), Optional.empty(), means));
      heard = Stream.concat(circumstances(), heard.stream()).toList();
    }
    life.get().step(hub, heard, now);
  }

  /** The session as it is on disk: like any member it finds out where the hub is, or is to be. */
  private Session again(Instant now) {
    Role role = new Role.Member(shelf.plan().profile(), List.of(), shelf.platform().joining());
    return shelf.session(role, now);
  }

  private void remember(SessionInput input) {
    if (input instanceof SessionInput.Listening) {
      listening = Optional.of(input);
    } else if (input instanceof SessionInput.Wakeable) {
      wakeable = Optional.of(input);
    }
  }

  private Stream<SessionInput> circumstances() {
    return Stream.concat(listening.stream(), wakeable.stream());
  }

  /** Whoever waits is refused, and the hub is gone; too many failures in a row end the seat. */
  @Override
  public void failed(Throwable why, Instant now) {
    boolean led = life.filter(Life::leads).isPresent();
    life = Optional.empty();
    means.calls().refuse(refusal(why));
    means.wires().close();
    means.reachability().close();
    if (led) {
      steppedDown();
    }
    if (failures.tooMany(now)) {
      over = true;
      Refusal.Entering broken = new Refusal.Broken(Failures.MOST);
      means.calls().end(broken);
      means.outside().ended(broken);
    }
  }

  private static Refusal refusal(Throwable why) {
    return why instanceof StorageException
        ? new Refusal.NotStored(String.valueOf(why.getMessage()))
        : new Refusal.Failed();
  }

  /** Asks the session and waits for its answer. */
  public Answer ask(Ask.Member ask) throws InterruptedException {
    return means.calls().ask(ask);
  }

  /** The model has all that is in this answer. */
  public void shown(Answer.Letters answer) {
    mailbox.post(new SessionInput.Shown(answer));
  }

  /** The model did not get this answer after all. */
  public void notShown(Answer.Letters answer) {
    mailbox.post(new SessionInput.NotShown(answer));
  }

  /** That is now how the model can be woken. */
  public void wakeable(Waking waking) {
    mailbox.post(new SessionInput.Wakeable(waking));
  }

  /** Says that it ends. Hands a hub over, if someone can take it, and waits a moment for that. */
  void close() throws InterruptedException {
    closing = true;
    mailbox.post(new SessionInput.Closing());
    if (life.filter(Life::leads).isPresent()) {
      handedOver.await(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** From where other machines reach this member while it leads. */
  public Reachability reachability() {
    return means.reachability();
  }

  /** Whoever still waits is told that this session is over. */
  void abandon() {
    means.calls().end(new Refusal.NotIn());
  }
}
