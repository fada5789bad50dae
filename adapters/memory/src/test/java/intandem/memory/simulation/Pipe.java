package intandem.memory.simulation;

import intandem.domain.id.Bytes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A connection: each way in order, at any pace, until it is closed or cut. */
final class Pipe {
  final long number;
  final boolean local;

  private final Map<Side, End> ends = new EnumMap<>(Side.class);
  private final Map<Side, Deque<Event>> arriving = new EnumMap<>(Side.class);
  private final Set<Side> up = EnumSet.noneOf(Side.class);
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

    void take(Pipe pipe, Event event);
  }

  Pipe(long number, boolean local, End guest, End hub) {
    this.number = number;
    this.local = local;
    ends.put(Side.GUEST, guest);
    ends.put(Side.HUB, hub);
    for (Side side : Side.values()) {
      arriving.put(side, new ArrayDeque<>());
    }
  }

  /** A dial that came to nothing. */
  static Pipe failed(long number, End guest) {
    Pipe pipe = new Pipe(number, false, guest, guest);
    pipe.closed = true;
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

  boolean busy(Side side) {
    return !to(side).isEmpty() && end(side).alive();
  }

  boolean over() {
    return closed && !busy(Side.GUEST) && !busy(Side.HUB);
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

  boolean held(End end) {
    return ends.containsValue(end);
  }

  private End end(Side side) {
    End end = ends.get(side);
    if (end == null) {
      throw new IllegalStateException("a pipe has two ends");
    }
    return end;
  }
}
