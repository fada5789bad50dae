package intandem.memory.simulation;

import intandem.domain.id.Bytes;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A connection: each way in order, at any pace, until it is closed, cut or falls silent. */
final class Pipe {
  final long number;
  final long attempt;

  private final Map<Side, End> ends = new EnumMap<>(Side.class);
  private final Map<Side, Deque<Event>> arriving = new EnumMap<>(Side.class);
  private final Set<Side> up = EnumSet.noneOf(Side.class);
  private Instant from = Instant.MIN;
  private boolean closed;

  enum Side {
    GUEST,
    HUB;

    Side other() {
      return this == GUEST ? HUB : GUEST;
    }
  }

  /** What arrives at an end. */
  sealed interface Event {
    record Up() implements Event {}

    record Text(Bytes bytes) implements Event {}

    record Down() implements Event {}

    record Failed() implements Event {}
  }

  /** Whoever holds one side. */
  interface End {
    boolean alive();

    Peer peer();

    void take(Pipe pipe, Event event);
  }

  /** A connection that came up. */
  Pipe(long number, long attempt, End guest, End hub) {
    this.number = number;
    this.attempt = attempt;
    ends.put(Side.GUEST, guest);
    ends.put(Side.HUB, hub);
    for (Side side : Side.values()) {
      arriving.put(side, new ArrayDeque<>());
    }
  }

  /** A dial that comes to nothing, at that time. */
  static Pipe failed(long number, long attempt, End guest, Instant at) {
    Pipe pipe = new Pipe(number, attempt, guest, guest);
    pipe.closed = true;
    pipe.from = at;
    pipe.to(Side.GUEST).add(new Event.Failed());
    return pipe;
  }

  private Deque<Event> to(Side side) {
    return arriving.getOrDefault(side, new ArrayDeque<>());
  }

  void open() {
    to(Side.HUB).add(new Event.Up());
    to(Side.GUEST).add(new Event.Up());
  }

  boolean closed() {
    return closed;
  }

  /** Whether it goes from one process to another. */
  boolean remote() {
    return !end(Side.GUEST).peer().equals(end(Side.HUB).peer());
  }

  /** Whether it goes from one machine to another. */
  boolean afar() {
    return !end(Side.GUEST).peer().beside(end(Side.HUB).peer());
  }

  boolean between(Peer one, Peer other) {
    Peer guest = end(Side.GUEST).peer();
    Peer hub = end(Side.HUB).peer();
    return (guest.equals(one) && hub.equals(other)) || (guest.equals(other) && hub.equals(one));
  }

  boolean touches(Peer peer) {
    return end(Side.GUEST).peer().equals(peer) || end(Side.HUB).peer().equals(peer);
  }

  /** Whose process holds that side. */
  Peer peer(Side side) {
    return end(side).peer();
  }

  /** Another end takes over a side. */
  void hand(Side side, End end) {
    ends.put(side, end);
  }

  void send(Side from, Bytes bytes) {
    if (!closed) {
      to(from.other()).add(new Event.Text(bytes));
    }
  }

  /** Orderly: what was sent still arrives. */
  void close(Side by) {
    if (!closed) {
      closed = true;
      to(by).clear();
      to(by).add(new Event.Down());
      to(by.other()).add(new Event.Down());
    }
  }

  /** Everything under way is lost, and both ends hear of it. */
  void cut() {
    if (!closed) {
      to(Side.HUB).clear();
      to(Side.GUEST).clear();
      close(Side.HUB);
    }
  }

  /** Nothing comes through any more; the ends notice at that time. */
  void silence(Instant noticed) {
    if (!closed) {
      cut();
      from = noticed;
    }
  }

  /** That side is gone without a word; of what it sent, only so many frames still arrive. */
  void abandon(Side by, int arrive) {
    to(by).clear();
    if (!closed) {
      closed = true;
      while (to(by.other()).size() > arrive) {
        to(by.other()).removeLast();
      }
      to(by.other()).add(new Event.Down());
    }
  }

  boolean busy(Side side, Instant now) {
    return waiting(side) && !from.isAfter(now) && !end(side).peer().frozen();
  }

  private boolean waiting(Side side) {
    return !to(side).isEmpty() && end(side).alive();
  }

  /** When something arrives that cannot arrive yet. */
  Optional<Instant> due(Instant now) {
    boolean later = from.isAfter(now) && (waiting(Side.GUEST) || waiting(Side.HUB));
    return later ? Optional.of(from) : Optional.empty();
  }

  boolean over() {
    return closed && !waiting(Side.GUEST) && !waiting(Side.HUB);
  }

  Event deliver(Side side) {
    Event event = to(side).remove();
    if (event instanceof Event.Up) {
      up.add(side);
    }
    boolean never = event instanceof Event.Down && !up.contains(side);
    if (!never) {
      end(side).take(this, event);
    } else if (side == Side.GUEST) {
      end(side).take(this, new Event.Failed());
    }
    return event;
  }

  Optional<Side> side(End end) {
    return ends.entrySet().stream()
        .filter(held -> held.getValue().equals(end))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private End end(Side side) {
    End end = ends.get(side);
    if (end == null) {
      throw new IllegalStateException("a pipe has two ends");
    }
    return end;
  }
}
