package intandem.app.seat;

import intandem.app.platform.Platform;
import intandem.domain.hub.Entrance;
import intandem.domain.hub.Hub;
import intandem.domain.hub.HubEffect;
import intandem.domain.hub.HubInput;
import intandem.domain.id.Endpoint;
import intandem.domain.port.Codec.Decoded;
import intandem.domain.port.StorageException;
import intandem.domain.port.Whereabouts;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Waking;
import intandem.domain.session.Session;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.boundary.SessionInput;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One membership in use by this process: its session, perhaps its hub, and what they act on. */
public final class Seat implements Loop.Machine {
  /** Claude Code kills a process 400 ms after it asked it to end. */
  private static final Duration FAREWELL = Duration.ofMillis(60);

  private final Platform platform;
  private final Shelf shelf;
  private final Session session;
  private final Outside outside;
  private final Wires wires;
  private final Queue<HubInput> forHub = new ArrayDeque<>();
  private final Queue<SessionInput> forSession = new ArrayDeque<>();
  private final Calls calls;
  private final Reachability reachability;
  private final Wires.Mailbox mailbox;
  private final Map<Long, HubInput.Opened> visitors = new LinkedHashMap<>();
  private final CountDownLatch handedOver = new CountDownLatch(1);
  private volatile Optional<Hub> hub;
  private volatile boolean closing;
  private long local;

  /** What a seat needs of the process around it. */
  public interface Outside {
    /** What this machine knows of the members' processes. */
    Whereabouts whereabouts();

    /** The model could be woken for these. */
    void wake(SessionEffect.Wake wake);

    /** There is a new code to invite with. */
    void publish(SessionEffect.Publish publish);

    /** This process is no hub any more. */
    void steppedDown();

    /** The session is over, and that is what to tell whoever asks; called from the loop. */
    void ended(Refusal.Entering farewell);
  }

  Seat(Platform platform, Opened.Plan plan, Session session, Optional<Hub> hub, Parts parts) {
    this.platform = platform;
    this.shelf = new Shelf(platform, plan);
    this.session = session;
    this.hub = hub;
    this.outside = plan.outside();
    this.wires = parts.wires();
    this.mailbox = parts.mailbox();
    this.calls = new Calls(mailbox);
    this.reachability = new Reachability(platform, plan.identity().workspace(), parts);
  }

  /** What connects a seat with the rest. */
  record Parts(Wires wires, Wires.Mailbox mailbox) {}

  @Override
  public Optional<Instant> due() {
    return Stream.of(hub.flatMap(Hub::due), session.due())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  @Override
  public void step(List<HubInput> hubInputs, List<SessionInput> sessionInputs, Instant now) {
    forSession.addAll(sessionInputs);
    hubInputs.forEach(this::arrived);
    do {
      List<HubInput> toHub = drain(forHub);
      hub.ifPresent(h -> h.on(toHub, now).forEach(this::run));
      session.on(drain(forSession), now).forEach(this::run);
    } while (!forHub.isEmpty() || !forSession.isEmpty());
  }

  /** What others send: to the hub if there is one, else the session hears them. */
  private void arrived(HubInput input) {
    if (hub.isPresent()) {
      forHub.add(input);
      return;
    }
    switch (input) {
      case HubInput.Opened visitor -> {
        visitors.put(visitor.link(), visitor);
        forSession.add(new SessionInput.Arrived(visitor.link(), visitor.entrance()));
      }
      case HubInput.Received(long link, Decoded<Frame> frame) ->
          forSession.add(new SessionInput.Received(link, frame));
      case HubInput.Closed(long link) -> {
        visitors.remove(link);
        forSession.add(new SessionInput.LinkDown(link));
      }
      case HubInput.Appended _, HubInput.AppendFailed _ -> {}
    }
  }

  private static <T> List<T> drain(Queue<T> queue) {
    List<T> drained = new ArrayList<>(queue);
    queue.clear();
    return drained;
  }

  private void run(HubEffect effect) {
    switch (effect) {
      case HubEffect.Append(var entries) -> {
        try {
          shelf.append(entries);
          forHub.add(new HubInput.Appended());
        } catch (RuntimeException e) {
          log("the hub could not store what it was sent", e);
          forHub.add(new HubInput.AppendFailed());
        }
      }
      case HubEffect.Send(long link, Frame frame) when link == local ->
          forSession.add(new SessionInput.Received(link, new Decoded.Valid<>(frame)));
      case HubEffect.Send(long link, Frame frame) -> wires.send(link, frame);
      case HubEffect.Outranked(var term) -> forSession.add(new SessionInput.Outranked());
      case HubEffect.Close(long link) when link == local ->
          forSession.add(new SessionInput.LinkDown(link));
      case HubEffect.Close(long link) -> wires.close(link);
    }
  }

  private void run(SessionEffect effect) {
    switch (effect) {
      case SessionEffect.Dial(long attempt, List<Endpoint> addresses) ->
          wires.dial(platform.dialer(), attempt, addresses);
      case SessionEffect.Attach(long attempt) -> attach(attempt);
      case SessionEffect.Promote(int number) -> promote(number);
      case SessionEffect.StepDown() -> stepDown();
      case SessionEffect.StandBy(boolean besideHub) -> reachability.standBy(besideHub);
      case SessionEffect.StandDown() -> reachability.close();
      case SessionEffect.Send(long link, Frame frame) when link == local ->
          forHub.add(new HubInput.Received(link, new Decoded.Valid<>(frame)));
      case SessionEffect.Send(long link, Frame frame) -> wires.send(link, frame);
      case SessionEffect.Close(long link) when link == local ->
          forHub.add(new HubInput.Closed(link));
      case SessionEffect.Close(long link) -> wires.close(link);
      case SessionEffect.Persist persist -> write(() -> shelf.write(persist));
      case SessionEffect.Replace replace -> write(() -> shelf.write(replace));
      case SessionEffect.Reply(long call, Answer answer) -> calls.answer(call, answer);
      case SessionEffect.Wake wake -> outside.wake(wake);
      case SessionEffect.Publish publish -> outside.publish(publish);
      case SessionEffect.End(Refusal.Entering farewell) -> {
        calls.end(farewell);
        outside.ended(farewell);
      }
    }
  }

  /** A link to the own hub stays within the process. */
  private void attach(long attempt) {
    local = wires.next();
    forHub.add(new HubInput.Opened(local, Entrance.LOCAL, "local"));
    forSession.add(new SessionInput.LinkUp(attempt, local));
  }

  /** Opens a hub on this member's log: whoever has knocked already finds it. */
  private void promote(int number) {
    try {
      hub = Optional.of(shelf.open(number));
      forHub.addAll(visitors.values());
      visitors.clear();
      forSession.add(new SessionInput.Promoted());
      reachability.lead();
    } catch (StorageException | IllegalArgumentException e) {
      log("no hub could be opened", e);
      forSession.add(new SessionInput.NotPromoted(String.valueOf(e.getMessage())));
    }
  }

  private void stepDown() {
    hub = Optional.empty();
    forHub.clear();
    wires.hangUpArrived();
    handedOver.countDown();
    if (!closing) {
      outside.steppedDown();
    }
  }

  private void write(Runnable writing) {
    try {
      writing.run();
      forSession.add(new SessionInput.Persisted());
    } catch (RuntimeException e) {
      log("this member's disk did not take what it was given", e);
      forSession.add(new SessionInput.PersistFailed(String.valueOf(e.getMessage())));
    }
  }

  private static void log(String what, RuntimeException why) {
    System.Logger log = System.getLogger(Seat.class.getName());
    if (why instanceof StorageException) {
      log.log(System.Logger.Level.WARNING, "{0}: {1}", what, why.getMessage());
    } else {
      log.log(System.Logger.Level.ERROR, what, why);
    }
  }

  /** Asks the session and waits for its answer. */
  public Answer ask(Ask.Member ask) throws InterruptedException {
    return calls.ask(ask);
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

  @Override
  public void failed(RuntimeException why) {
    calls.refuse(
        why instanceof StorageException
            ? new Refusal.NotStored(String.valueOf(why.getMessage()))
            : new Refusal.Failed());
  }

  /** Hands a hub over, if someone can take it, and waits a moment for that to be said. */
  void handOver() throws InterruptedException {
    closing = true;
    if (hub.isPresent()) {
      mailbox.post(new SessionInput.Closing());
      handedOver.await(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** From where other machines reach this member while it leads. */
  public Reachability reachability() {
    return reachability;
  }

  /** Whoever still waits is told that this session is over. */
  void abandon() {
    calls.refuse(new Refusal.NotIn());
  }
}
