package intandem.app;

import intandem.domain.hub.Entrance;
import intandem.domain.hub.Hub;
import intandem.domain.hub.HubEffect;
import intandem.domain.hub.HubInput;
import intandem.domain.id.Endpoint;
import intandem.domain.port.Codec.Decoded;
import intandem.domain.port.StorageException;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Waking;
import intandem.domain.session.Answer;
import intandem.domain.session.Ask;
import intandem.domain.session.Refusal;
import intandem.domain.session.Session;
import intandem.domain.session.SessionEffect;
import intandem.domain.session.SessionInput;
import intandem.domain.session.Tandem;
import intandem.storage.Database;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** One membership in use by this process: its session, perhaps its hub, and what they act on. */
final class Seat implements Loop.Machine {
  private final Platform platform;
  private final Database database;
  private final Session session;
  private final Optional<Hub> hub;
  private final Outside outside;
  private final Wires wires;
  private final Queue<HubInput> forHub = new ArrayDeque<>();
  private final Queue<SessionInput> forSession = new ArrayDeque<>();
  private final Map<Long, CompletableFuture<Answer>> calls = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final Wires.Mailbox mailbox;
  private volatile Optional<Refusal> over = Optional.empty();
  private long local;

  /** What a seat needs of the process around it. */
  interface Outside {
    /** Hubs of this workspace on this machine. */
    List<Endpoint> nearby();

    /** The model could be woken for these. */
    void wake(SessionEffect.Wake wake);

    /** There is a new code to invite with. */
    void publish(SessionEffect.Publish publish);

    /** The session is over, and that is what to tell whoever asks; called from the loop. */
    void ended(Refusal.Entering farewell);
  }

  Seat(Platform platform, Database database, Session session, Optional<Hub> hub, Parts parts) {
    this.platform = platform;
    this.database = database;
    this.session = session;
    this.hub = hub;
    this.outside = parts.outside();
    this.wires = parts.wires();
    this.mailbox = parts.mailbox();
  }

  /** What connects a seat with the rest. */
  record Parts(Outside outside, Wires wires, Wires.Mailbox mailbox) {}

  @Override
  public Optional<Instant> due() {
    return Stream.of(hub.flatMap(Hub::due), session.due())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  @Override
  public void step(List<HubInput> hubInputs, List<SessionInput> sessionInputs, Instant now) {
    forHub.addAll(hubInputs);
    forSession.addAll(sessionInputs);
    do {
      List<HubInput> toHub = drain(forHub);
      hub.ifPresent(h -> h.on(toHub, now).forEach(this::run));
      session.on(drain(forSession), now).forEach(this::run);
    } while (!forHub.isEmpty() || !forSession.isEmpty());
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
          database.log().append(entries);
          forHub.add(new HubInput.Appended());
        } catch (RuntimeException e) {
          log("the hub could not store what it was sent", e);
          forHub.add(new HubInput.AppendFailed());
        }
      }
      case HubEffect.Send(long link, Frame frame) when link == local ->
          forSession.add(new SessionInput.Received(link, new Decoded.Valid<>(frame)));
      case HubEffect.Send(long link, Frame frame) -> wires.send(link, frame);
      case HubEffect.Close(long link) when link == local ->
          forSession.add(new SessionInput.LinkDown(link));
      case HubEffect.Close(long link) -> wires.close(link);
    }
  }

  private void run(SessionEffect effect) {
    switch (effect) {
      case SessionEffect.Dial(List<Endpoint> addresses) -> dial(addresses);
      case SessionEffect.Send(long link, Frame frame) when link == local ->
          forHub.add(new HubInput.Received(link, new Decoded.Valid<>(frame)));
      case SessionEffect.Send(long link, Frame frame) -> wires.send(link, frame);
      case SessionEffect.Close(long link) when link == local ->
          forHub.add(new HubInput.Closed(link));
      case SessionEffect.Close(long link) -> wires.close(link);
      case SessionEffect.Persist persist -> persist(persist);
      case SessionEffect.Reply(long call, Answer answer) ->
          Optional.ofNullable(calls.remove(call)).ifPresent(caller -> caller.complete(answer));
      case SessionEffect.Wake wake -> outside.wake(wake);
      case SessionEffect.Publish publish -> outside.publish(publish);
      case SessionEffect.End(Refusal.Entering farewell) -> {
        over = Optional.of(farewell);
        answerAll(farewell);
        outside.ended(farewell);
      }
    }
  }

  /** The owner's own link stays within the process; others look on this machine first. */
  private void dial(List<Endpoint> addresses) {
    if (hub.isPresent()) {
      local = wires.next();
      forHub.add(new HubInput.Opened(local, Entrance.LOCAL, "local"));
      forSession.add(new SessionInput.LinkUp(local));
      return;
    }
    Set<Endpoint> all = new LinkedHashSet<>(outside.nearby());
    all.addAll(addresses);
    wires.dial(platform.dialer(), List.copyOf(all));
  }

  private void persist(SessionEffect.Persist persist) {
    try {
      if (!persist.entries().isEmpty()) {
        database.log().append(persist.entries());
      }
      if (!persist.changes().isEmpty()) {
        database.vault().apply(persist.changes());
      }
      forSession.add(new SessionInput.Persisted());
    } catch (RuntimeException e) {
      log("this member's disk did not take what it was given", e);
      forSession.add(new SessionInput.PersistFailed(String.valueOf(e.getMessage())));
    }
  }

  private static void log(String what, RuntimeException why) {
    System.getLogger(Seat.class.getName()).log(System.Logger.Level.WARNING, what, why);
  }

  /** Asks the session and waits for its answer. */
  Answer ask(Ask.Member ask) throws InterruptedException {
    long call = numbers.incrementAndGet();
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    calls.put(call, answer);
    mailbox.post(new SessionInput.Asked(call, ask));
    over.ifPresent(this::answerAll);
    try {
      return answer.get();
    } catch (InterruptedException e) {
      calls.remove(call);
      mailbox.post(new SessionInput.Cancelled(call));
      throw e;
    } catch (ExecutionException e) {
      throw new IllegalStateException("an answer is never an exception", e);
    }
  }

  void shown(List<Tandem.Shown> messages) {
    mailbox.post(new SessionInput.Shown(messages));
  }

  void notShown(List<Tandem.Shown> messages) {
    mailbox.post(new SessionInput.NotShown(messages));
  }

  void wakeable(Waking waking) {
    mailbox.post(new SessionInput.Wakeable(waking));
  }

  @Override
  public void failed(RuntimeException why) {
    answerAll(
        why instanceof StorageException
            ? new Refusal.NotStored(String.valueOf(why.getMessage()))
            : new Refusal.Failed());
  }

  /** Whoever still waits is told that this session is over. */
  void abandon() {
    answerAll(new Refusal.NotIn());
  }

  private void answerAll(Refusal refusal) {
    List<Long> waiting = List.copyOf(calls.keySet());
    waiting.forEach(
        call ->
            Optional.ofNullable(calls.remove(call))
                .ifPresent(caller -> caller.complete(new Answer.Refused(refusal))));
  }
}
