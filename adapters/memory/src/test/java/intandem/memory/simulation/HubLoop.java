package intandem.memory.simulation;

import intandem.domain.hub.Hub;
import intandem.domain.hub.HubEffect;
import intandem.domain.hub.HubInput;
import intandem.domain.id.Term;
import intandem.domain.port.Entrance;
import intandem.domain.protocol.Frame;
import intandem.domain.session.boundary.SessionInput;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hub of a term, in its owner's process. */
final class HubLoop extends Loop<HubInput, HubEffect> {
  private final World world;
  private final Peer owner;
  private final Hub hub;
  private final Map<Long, Pipe> pipes = new HashMap<>();

  HubLoop(World world, Peer owner, Hub hub) {
    this.world = world;
    this.owner = owner;
    this.hub = hub;
  }

  @Override
  public Peer peer() {
    return owner;
  }

  @Override
  List<HubEffect> on(List<HubInput> batch) {
    return hub.on(batch, owner.now());
  }

  @Override
  Optional<Instant> wants() {
    return hub.due();
  }

  @Override
  void perform(HubEffect effect) {
    switch (effect) {
      case HubEffect.Append(var entries) -> {
        if (owner.disk.refuses()) {
          input(new HubInput.AppendFailed());
        } else {
          owner.disk.append(entries);
          world.witness.stored(owner);
          input(new HubInput.Appended());
        }
      }
      case HubEffect.Send(long link, Frame frame) ->
          pipe(link).ifPresent(pipe -> world.carry(pipe, Pipe.Side.HUB, frame));
      case HubEffect.Outranked(Term term) ->
          owner.session().ifPresent(loop -> loop.input(new SessionInput.Outranked()));
      case HubEffect.Close(long link) -> pipe(link).ifPresent(pipe -> pipe.close(Pipe.Side.HUB));
    }
  }

  private Optional<Pipe> pipe(long link) {
    return Optional.ofNullable(pipes.get(link));
  }

  @Override
  public void take(Pipe pipe, Pipe.Event event) {
    switch (event) {
      case Pipe.Event.Up() -> {
        pipes.put(pipe.number, pipe);
        input(new HubInput.Opened(pipe.number, Entrance.LOCAL, "10.0.0." + pipe.number % 3));
      }
      case Pipe.Event.Text(var bytes) ->
          input(new HubInput.Received(pipe.number, world.codec.decode(Frame.class, bytes)));
      case Pipe.Event.Down() -> {
        pipes.remove(pipe.number);
        input(new HubInput.Closed(pipe.number));
      }
      case Pipe.Event.Failed() -> throw new IllegalStateException("a hub does not dial");
    }
  }

  /** It is a hub no more: its links end. */
  void stepDown() {
    List.copyOf(pipes.values()).forEach(pipe -> pipe.close(Pipe.Side.HUB));
    kill();
  }
}
