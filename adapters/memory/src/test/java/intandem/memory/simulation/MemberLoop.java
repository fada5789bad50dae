package intandem.memory.simulation;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Entrance;
import intandem.domain.port.SessionVault;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Frame;
import intandem.domain.session.Session;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.boundary.SessionInput;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A member's session, its links, its disk, and the hub beside it while it leads. */
final class MemberLoop extends Loop<SessionInput, SessionEffect> {
  final Peer peer;
  final Session session;

  private final World world;
  private final Map<Long, Pipe> pipes = new HashMap<>();
  private final List<Pipe> visitors = new ArrayList<>();
  private Optional<HubLoop> hub = Optional.empty();

  MemberLoop(World world, Peer peer, Session session) {
    this.world = world;
    this.peer = peer;
    this.session = session;
    input(new SessionInput.Listening(peer.endpoint()));
    ask(new Ask.Brief());
  }

  @Override
  public Peer peer() {
    return peer;
  }

  Optional<HubLoop> hub() {
    return hub;
  }

  /** Leads from now on: whoever has knocked finds a hub. */
  void lead(HubLoop opened) {
    hub = Optional.of(opened);
    for (Pipe visitor : visitors) {
      pipes.remove(visitor.number);
      if (!visitor.closed()) {
        visitor.hand(Pipe.Side.HUB, opened);
        opened.take(visitor, new Pipe.Event.Up());
      }
    }
    visitors.clear();
  }

  long ask(Ask.Member ask) {
    long call = world.witness.asked(this, ask);
    world.promises.asked(call, ask);
    input(new SessionInput.Asked(call, ask));
    return call;
  }

  @Override
  List<SessionEffect> on(List<SessionInput> batch) {
    List<SessionEffect> effects = session.on(batch, peer.now());
    world.witness.stepped(this);
    return effects;
  }

  @Override
  Optional<Instant> wants() {
    return session.due();
  }

  @Override
  void perform(SessionEffect effect) {
    switch (effect) {
      case SessionEffect.Dial(long attempt, List<Endpoint> addresses) ->
          world.dial(this, attempt, addresses);
      case SessionEffect.Attach(long attempt) ->
          hub.ifPresent(loop -> world.connect(this, attempt, loop));
      case SessionEffect.Send(long link, Frame frame) -> send(link, frame);
      case SessionEffect.Close(long link) ->
          pipe(link).ifPresent(pipe -> pipe.close(pipe.side(this).orElseThrow()));
      case SessionEffect.Persist persist -> persist(persist);
      case SessionEffect.Replace replace -> replace(replace);
      case SessionEffect.Reply(long call, Answer answer) -> answered(call, answer);
      case SessionEffect.Wake wake -> {}
      case SessionEffect.Publish(var invitation, var endpoint) -> peer.invites(invitation);
      case SessionEffect.Promote(int number) -> promote(number);
      case SessionEffect.StepDown() -> {
        hub.ifPresent(HubLoop::stepDown);
        hub = Optional.empty();
      }
      case SessionEffect.StandBy standBy -> peer.tunnel.open();
      case SessionEffect.StandDown() -> peer.tunnel.close();
      case SessionEffect.End(var farewell) -> end(farewell);
    }
  }

  private Optional<Pipe> pipe(long link) {
    return Optional.ofNullable(pipes.get(link));
  }

  private void send(long link, Frame frame) {
    pipe(link).ifPresent(pipe -> world.carry(pipe, pipe.side(this).orElseThrow(), frame));
  }

  private void promote(int number) {
    if (peer.disk.refuses()) {
      input(new SessionInput.NotPromoted("no space left"));
    } else {
      lead(peer.reopen(number));
      input(new SessionInput.Promoted());
      peer.tunnel.open();
    }
  }

  private void end(Refusal.Entering farewell) {
    boolean removed = farewell instanceof Refusal.Expelled;
    Witness.check(
        removed || farewell instanceof Refusal.NotIn, peer.number + " was thrown out: " + farewell);
    if (removed) {
      peer.expelled();
    } else {
      peer.end();
    }
  }

  private void persist(SessionEffect.Persist persist) {
    if (peer.disk.refuses()) {
      world.witness.notPersisted(peer, persist.changes());
      input(new SessionInput.PersistFailed("no space left"));
      return;
    }
    peer.disk.append(persist.entries());
    stored(persist.changes());
  }

  /** Two writes: the process may die in between, or right after. */
  private void replace(SessionEffect.Replace replace) {
    if (peer.disk.refuses()) {
      input(new SessionInput.PersistFailed("no space left"));
      return;
    }
    peer.disk.vault.apply(replace.changes());
    if (world.dies(this)) {
      return;
    }
    List<Entry> entries = replace.entries();
    peer.disk.log.replaceAfter(replace.base(), entries);
    world.witness.cut(peer);
    stored(List.of());
    world.dies(this);
  }

  private void stored(List<SessionVault.Change> changes) {
    if (!changes.isEmpty()) {
      peer.disk.vault.apply(changes);
    }
    world.witness.stored(peer);
    world.witness.persisted(peer, changes);
    input(new SessionInput.Persisted());
  }

  private void answered(long call, Answer answer) {
    world.promises.answered(peer, call, answer);
    boolean flushed = world.witness.answered(this, call, answer);
    if (answer instanceof Answer.Letters letters) {
      input(flushed ? new SessionInput.Shown(letters) : new SessionInput.NotShown(letters));
    }
  }

  @Override
  public void take(Pipe from, Pipe.Event event) {
    boolean dialled = from.side(this).filter(Pipe.Side.GUEST::equals).isPresent();
    switch (event) {
      case Pipe.Event.Up() -> {
        pipes.put(from.number, from);
        if (dialled) {
          input(new SessionInput.LinkUp(from.attempt, from.number));
        } else {
          visitors.add(from);
          input(new SessionInput.Arrived(from.number, Entrance.LOCAL));
        }
      }
      case Pipe.Event.Text(var bytes) ->
          input(new SessionInput.Received(from.number, world.codec.decode(Frame.class, bytes)));
      case Pipe.Event.Down() -> {
        pipes.remove(from.number);
        visitors.remove(from);
        input(new SessionInput.LinkDown(from.number));
      }
      case Pipe.Event.Failed() -> input(new SessionInput.DialFailed(from.attempt));
    }
  }
}
