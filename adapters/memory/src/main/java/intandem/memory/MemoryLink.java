package intandem.memory;

import intandem.domain.port.Link;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/** One end of a link. */
final class MemoryLink implements Link {
  private static final int LIMIT_BYTES = 65_536;

  private enum State {
    DIALLING,
    UP,
    ENDING,
    DOWN
  }

  private final MemoryNetwork network;
  private final MemoryProcess owner;
  private final Courier.Wire wire;
  private final Events events;
  private State state = State.DIALLING;
  private MemoryLink peer = this;

  MemoryLink(MemoryNetwork network, MemoryProcess owner, Courier.Wire wire, Events events) {
    this.network = network;
    this.owner = owner;
    this.wire = wire;
    this.events = events;
    network.add(this);
  }

  @Override
  public void send(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > LIMIT_BYTES) {
      end(Ending.TOO_LARGE);
    } else if (is(State.UP)) {
      network.carry(wire, text, () -> peer.receive(text));
    }
  }

  @Override
  public void close() {
    end(Ending.CLOSED);
  }

  MemoryProcess owner() {
    return owner;
  }

  Courier.Wire wire() {
    return wire;
  }

  boolean joins(String one, String other) {
    return Set.of(one, other).equals(Set.of(wire.from(), wire.to()));
  }

  void join(MemoryLink other) {
    peer = other;
  }

  void open() {
    if (moves(EnumSet.of(State.DIALLING), State.UP)) {
      events.opened(this);
    } else {
      peer.breakOff();
    }
  }

  /** Tells the caller that it cannot be reached. */
  void fail(Ending why) {
    network.carry(new Courier.Wire(wire.to(), wire.from(), wire.link()), "", () -> finish(why));
  }

  /** Lets this end notice that the link is gone. */
  void breakOff() {
    Ending why = is(State.DIALLING) ? Ending.UNREACHABLE : Ending.BROKEN;
    if (moves(EnumSet.of(State.DIALLING, State.UP), State.ENDING)) {
      notice(why);
    }
  }

  void die() {
    moves(EnumSet.allOf(State.class), State.DOWN);
    network.remove(this);
    if (peer != this) {
      peer.breakOff();
    }
  }

  private void end(Ending why) {
    if (moves(EnumSet.of(State.UP), State.ENDING)) {
      network.carry(wire, "", () -> peer.finish(why));
      notice(why);
    }
  }

  private void notice(Ending why) {
    network.carry(new Courier.Wire(wire.from(), wire.from(), wire.link()), "", () -> finish(why));
  }

  private void receive(String text) {
    if (is(State.UP) || is(State.ENDING)) {
      events.received(text);
    }
  }

  private void finish(Ending why) {
    if (moves(EnumSet.complementOf(EnumSet.of(State.DOWN)), State.DOWN)) {
      network.remove(this);
      events.closed(why);
    }
  }

  private synchronized boolean is(State asked) {
    return state == asked;
  }

  private synchronized boolean moves(Set<State> from, State to) {
    boolean possible = from.contains(state);
    state = possible ? to : state;
    return possible;
  }
}
