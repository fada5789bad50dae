package intandem.app.seat;

import intandem.domain.hub.Hub;
import intandem.domain.hub.HubEffect;
import intandem.domain.hub.HubInput;
import intandem.domain.id.Endpoint;
import intandem.domain.id.Head;
import intandem.domain.port.Codec.Decoded;
import intandem.domain.port.Entrance;
import intandem.domain.port.StorageException;
import intandem.domain.protocol.Frame;
import intandem.domain.session.Session;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.boundary.SessionInput;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Refusal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;

/** One run of a member's session, perhaps with its hub: carries out what they want to be done. */
final class Life {
  private final Shelf shelf;
  private final Session session;
  private final Seat.Means means;
  private final Wires wires;
  private final Queue<HubInput> forHub = new ArrayDeque<>();
  private final Queue<SessionInput> forSession = new ArrayDeque<>();
  private final Map<Long, HubInput.Opened> visitors = new LinkedHashMap<>();
  private volatile Optional<Hub> hub;
  private long local;
  private Head remembered = Head.START;

  Life(Shelf shelf, Session session, Optional<Hub> hub, Seat.Means means) {
    this.shelf = shelf;
    this.session = session;
    this.hub = hub;
    this.means = means;
    this.wires = means.wires();
  }

  /** Whether the hub is in this process. */
  boolean leads() {
    return hub.isPresent();
  }

  /** When to step at the latest. */
  Optional<Instant> due() {
    return Stream.of(hub.flatMap(Hub::due), session.due())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  /** Has both take what happened, and does what they want, until nothing is left to do. */
  void step(List<HubInput> hubInputs, List<SessionInput> sessionInputs, Instant now) {
    forSession.addAll(sessionInputs);
    hubInputs.forEach(this::arrived);
    do {
      List<HubInput> toHub = drain(forHub);
      hub.ifPresent(h -> h.on(toHub, now).forEach(this::run));
      session.on(drain(forSession), now).forEach(this::run);
    } while (!forHub.isEmpty() || !forSession.isEmpty());
    remember();
  }

  /** What the log says of where the hub is has to outlive the log. */
  private void remember() {
    Head head = session.head();
    if (!head.equals(remembered)) {
      session
          .hubs()
          .ifPresent(
              hubs -> {
                remembered = head;
                means.outside().remember(session.leads(), hubs);
              });
    }
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
          wires.dial(shelf.platform().dialer(), attempt, addresses);
      case SessionEffect.Attach(long attempt) -> attach(attempt);
      case SessionEffect.Promote(int number) -> promote(number);
      case SessionEffect.StepDown() -> stepDown();
      case SessionEffect.StandBy(boolean besideHub) -> means.reachability().standBy(besideHub);
      case SessionEffect.StandDown() -> means.reachability().close();
      case SessionEffect.Send(long link, Frame frame) when link == local ->
          forHub.add(new HubInput.Received(link, new Decoded.Valid<>(frame)));
      case SessionEffect.Send(long link, Frame frame) -> wires.send(link, frame);
      case SessionEffect.Close(long link) when link == local ->
          forHub.add(new HubInput.Closed(link));
      case SessionEffect.Close(long link) -> wires.close(link);
      case SessionEffect.Persist persist -> write(() -> shelf.write(persist));
      case SessionEffect.Replace replace -> write(() -> shelf.write(replace));
      case SessionEffect.Reply(long call, Answer answer) -> means.calls().answer(call, answer);
      case SessionEffect.Wake wake -> means.outside().wake(wake);
      case SessionEffect.Publish publish -> means.outside().publish(publish);
      case SessionEffect.End(Refusal.Entering farewell) -> {
        means.calls().end(farewell);
        means.outside().ended(farewell);
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
      means.reachability().lead();
    } catch (RuntimeException e) {
      log("no hub could be opened", e);
      forSession.add(new SessionInput.NotPromoted(String.valueOf(e.getMessage())));
    }
  }

  private void stepDown() {
    hub = Optional.empty();
    forHub.clear();
    wires.hangUpArrived();
    means.steppedDown().run();
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
}
