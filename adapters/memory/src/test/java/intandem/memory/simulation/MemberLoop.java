package intandem.memory.simulation;

import intandem.domain.protocol.Frame;
import intandem.domain.session.Answer;
import intandem.domain.session.Ask;
import intandem.domain.session.Refusal;
import intandem.domain.session.Session;
import intandem.domain.session.SessionEffect;
import intandem.domain.session.SessionInput;
import intandem.domain.session.Tandem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A member's session, its link and its disk. */
final class MemberLoop extends Loop<SessionInput, SessionEffect> {
  final Peer peer;
  final Session session;

  private final World world;
  private Optional<Pipe> pipe = Optional.empty();

  MemberLoop(World world, Peer peer, Session session) {
    this.world = world;
    this.peer = peer;
    this.session = session;
    ask(new Ask.Brief());
  }

  /** Goes on with a link over which the hub has spoken already. */
  void adopt(Pipe open, Frame challenge) {
    pipe = Optional.of(open);
    open.hand(Pipe.Side.GUEST, this);
    input(new SessionInput.LinkUp(open.number));
    input(new SessionInput.Received(open.number, world.decoded(challenge)));
  }

  long ask(Ask.Member ask) {
    long call = world.witness.asked(this, ask);
    input(new SessionInput.Asked(call, ask));
    return call;
  }

  @Override
  List<SessionEffect> on(List<SessionInput> batch) {
    List<SessionInput> inputs = batch.isEmpty() ? List.of(new SessionInput.Tick()) : batch;
    List<SessionEffect> effects = session.on(inputs, peer.now());
    world.witness.stepped(this);
    return effects;
  }

  @Override
  Optional<Instant> due() {
    return session.due().map(peer::worldTime);
  }

  @Override
  void perform(SessionEffect effect) {
    switch (effect) {
      case SessionEffect.Dial dial -> world.dial(this, peer);
      case SessionEffect.Send(long link, Frame frame) ->
          pipe.filter(p -> p.number == link).ifPresent(p -> world.carry(p, Pipe.Side.GUEST, frame));
      case SessionEffect.Close(long link) ->
          pipe.filter(p -> p.number == link).ifPresent(p -> p.close(Pipe.Side.GUEST));
      case SessionEffect.Persist persist -> persist(persist);
      case SessionEffect.Reply(long call, Answer answer) -> answered(call, answer);
      case SessionEffect.Wake wake -> {}
      case SessionEffect.Publish(var invitation, var endpoint) -> world.published(invitation);
      case SessionEffect.End(var farewell) -> {
        boolean left = farewell instanceof Refusal.NotIn;
        Witness.check(left, peer.number + " was thrown out: " + farewell);
        peer.end();
      }
    }
  }

  private void persist(SessionEffect.Persist persist) {
    if (peer.disk.refuses()) {
      input(new SessionInput.PersistFailed("no space left"));
      return;
    }
    peer.disk.append(persist.entries());
    peer.disk.vault.apply(persist.changes());
    world.witness.persisted(peer, persist.changes());
    input(new SessionInput.Persisted());
  }

  private void answered(long call, Answer answer) {
    boolean flushed = world.witness.answered(this, call, answer);
    if (answer instanceof Answer.Letters(var letters, int more, var notices, var news)) {
      List<Tandem.Shown> names =
          letters.stream().map(d -> new Tandem.Shown(d.letter().from(), d.letter().id())).toList();
      input(flushed ? new SessionInput.Shown(names) : new SessionInput.NotShown(names));
    }
  }

  @Override
  public void take(Pipe from, Pipe.Event event) {
    switch (event) {
      case Pipe.Event.Up() -> {
        pipe = Optional.of(from);
        input(new SessionInput.LinkUp(from.number));
      }
      case Pipe.Event.Text(var bytes) ->
          input(new SessionInput.Received(from.number, world.codec.decode(Frame.class, bytes)));
      case Pipe.Event.Down() -> input(new SessionInput.LinkDown(from.number));
      case Pipe.Event.Failed() -> input(new SessionInput.DialFailed());
    }
  }
}
