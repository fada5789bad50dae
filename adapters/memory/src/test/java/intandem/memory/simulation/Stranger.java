package intandem.memory.simulation;

import intandem.domain.id.Bytes;
import intandem.domain.id.Endpoint;
import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.KeyPair;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Login;
import intandem.domain.protocol.Standing;
import java.util.List;
import java.util.function.Function;

/** Somebody who is no member: asks whatever it likes, and answers where a hub is looked for. */
final class Stranger {
  private final World world;
  private final Peer machine;
  private final KeyPair key;
  private final Term term;

  /** On the machine of a peer that takes no part, with a hub key for a term of that number. */
  Stranger(World world, Peer machine, int term) {
    this.world = world;
    this.machine = machine;
    this.key = world.signer.generate();
    this.term = new Term(term, key.publicKey());
  }

  private record Actor(Peer peer, Does does) implements Pipe.End {
    @Override
    public boolean alive() {
      return true;
    }

    @Override
    public void take(Pipe pipe, Pipe.Event event) {
      does.take(pipe, event);
    }
  }

  private interface Does {
    void take(Pipe pipe, Pipe.Event event);
  }

  /** Asks a peer, and says of a hub there that it is one of the stranger's term. */
  void ask(Peer peer, Endpoint hubAt) {
    Standing standing =
        new Standing(
            MemberId.of(Bytes.random(world.entropy, 32)),
            Bytes.of(new byte[16]),
            term,
            Head.START,
            Standing.Contact.HEARD,
            List.of(hubAt.toString()),
            Bytes.of(new byte[64]));
    says(peer, new Frame.Query(standing));
  }

  private void says(Peer peer, Frame frame) {
    Pipe.End there =
        peer.hub().<Pipe.End>map(hub -> hub).orElseGet(() -> peer.session().orElseThrow());
    world.network.connect(new Actor(machine, greeting(Pipe.Side.GUEST, frame)), -1, there);
  }

  /** Whoever comes to that address is told that. */
  void tells(Endpoint address, Frame frame) {
    world.network.impersonate(address, new Actor(machine, greeting(Pipe.Side.HUB, frame)));
  }

  private Does greeting(Pipe.Side side, Frame frame) {
    return (pipe, event) -> {
      if (event instanceof Pipe.Event.Up) {
        world.carry(pipe, side, frame);
      }
    };
  }

  /** Whoever comes to that address finds a hub that lets it in, and then hears those frames. */
  void hosts(Endpoint address, WorkspaceId workspace, Function<Frame.Proof, List<Frame>> then) {
    var asked = new Frame.Challenge(workspace, term, Bytes.of(new byte[32]), world.now());
    Does greet = greeting(Pipe.Side.HUB, asked);
    Does host =
        (pipe, event) -> {
          greet.take(pipe, event);
          if (event instanceof Pipe.Event.Text(Bytes bytes)
              && world.codec.decode(Frame.class, bytes).valid().orElseThrow()
                  instanceof Frame.Proof proof) {
            world.carry(pipe, Pipe.Side.HUB, welcome(workspace, asked, proof));
            then.apply(proof).forEach(frame -> world.carry(pipe, Pipe.Side.HUB, frame));
          }
        };
    world.network.impersonate(address, new Actor(machine, host));
  }

  private Frame welcome(WorkspaceId workspace, Frame.Challenge asked, Frame.Proof proof) {
    Bytes input = Login.answerInput(workspace, asked, proof.nonce(), proof.head());
    Bytes signature = world.signer.sign(key.privateKey(), input);
    return new Frame.LoggedIn(proof.head(), signature);
  }
}
