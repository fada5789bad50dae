package intandem.memory;

import intandem.domain.port.Link;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Queue;
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
  private final Queue<Runnable> held = new ArrayDeque<>();
  private boolean untaken;
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
      network.carry(wire, text, () -> peer.arrive(() -> peer.receive(text)));
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
      network.carry(wire, "", () -> peer.arrive(() -> peer.finish(why)));
      notice(why);
    }
  }

  private void notice(Ending why) {
    here(() -> finish(why));
  }

  private void here(Runnable arrival) {
    network.carry(new Courier.Wire(wire.from(), wire.from(), wire.link()), "", arrival);
  }

  /** What comes from the other end waits until the frame before it was taken. */
  private void arrive(Runnable arrival) {
    if (!holds(arrival)) {
      arrival.run();
    }
  }

  private synchronized boolean holds(Runnable arrival) {
    return untaken && held.add(arrival);
  }

  private void receive(String text) {
    if (is(State.UP) || is(State.ENDING)) {
      hold();
      events.received(text, this::taken);
    }
  }

  private synchronized void hold() {
    untaken = true;
  }

  private void taken() {
    if (waits()) {
      here(() -> next().ifPresent(Runnable::run));
    }
  }

  /** Whether something waits; if nothing does, what comes next need not. */
  private synchronized boolean waits() {
    untaken = !held.isEmpty();
    return untaken;
  }

  private synchronized Optional<Runnable> next() {
    untaken = false;
    return Optional.ofNullable(held.poll());
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
