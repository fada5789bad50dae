package intandem.memory.simulation;

import intandem.domain.id.InviteCode;
import intandem.domain.join.Joining;
import intandem.domain.port.Keyring.Applicant;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Frame;

/** One attempt to join, from the dial to a session or to nothing. */
final class JoinLoop implements Pipe.End {
  private final World world;
  private final Peer peer;
  private final Body.Profile profile;
  private final boolean knowsTheCode;
  private final Joining joining;
  private boolean dead;

  JoinLoop(World world, Peer peer, InviteCode code, Body.Profile profile) {
    this.world = world;
    this.peer = peer;
    this.profile = profile;
    this.knowsTheCode = world.witness.handedOut(code);
    this.joining =
        new Joining(
            peer.joinPorts(),
            code,
            profile,
            workspace -> Applicant.fresh(peer.joinPorts().signer(), peer.joinPorts().sealer()));
  }

  void kill() {
    dead = true;
  }

  @Override
  public boolean alive() {
    return !dead;
  }

  @Override
  public Peer peer() {
    return peer;
  }

  @Override
  public void take(Pipe pipe, Pipe.Event event) {
    switch (event) {
      case Pipe.Event.Up() -> {}
      case Pipe.Event.Down() -> over(pipe);
      case Pipe.Event.Failed() -> over(pipe);
      case Pipe.Event.Text(var bytes) ->
          take(pipe, world.codec.decode(Frame.class, bytes).valid().orElseThrow());
    }
  }

  private void take(Pipe pipe, Frame frame) {
    if (frame instanceof Frame.Challenge) {
      world.carry(pipe, Pipe.Side.GUEST, joining.open());
      return;
    }
    switch (joining.on(frame)) {
      case Joining.Step.Reply(Frame reply) -> world.carry(pipe, Pipe.Side.GUEST, reply);
      case Joining.Step.Failed failed -> over(pipe);
      case Joining.Step.NotTrusted() -> over(pipe);
      case Joining.Step.Ignored() -> {}
      case Joining.Step.Joined(var identity) -> {
        if (!knowsTheCode) {
          throw new AssertionError("someone joined with a wrong code");
        }
        dead = true;
        pipe.close(Pipe.Side.GUEST);
        peer.joined(identity, profile);
      }
    }
  }

  private void over(Pipe pipe) {
    dead = true;
    pipe.close(Pipe.Side.GUEST);
    peer.turnedAway();
  }
}
