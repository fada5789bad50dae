package intandem.memory.simulation;

import intandem.domain.id.Endpoint;
import intandem.domain.id.InviteCode;
import intandem.domain.id.MemberId;
import intandem.domain.id.WorkspaceId;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.port.Whereabouts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one peer's home tells of the others: much if they share it, else nothing. */
record Directory(World world, Peer peer) implements Whereabouts {

  private Stream<Peer> housemates() {
    return world.shared() ? world.peers.stream().filter(peer::beside) : Stream.of(peer);
  }

  @Override
  public List<Endpoint> inviting(InviteCode code) {
    return List.of();
  }

  @Override
  public List<Endpoint> of(WorkspaceId workspace) {
    return housemates().filter(p -> p.hub().isPresent()).map(Peer::endpoint).toList();
  }

  @Override
  public boolean here(WorkspaceId workspace, MemberId member) {
    return is(member, housemates());
  }

  @Override
  public boolean gone(WorkspaceId workspace, MemberId member) {
    return is(member, housemates().filter(p -> p.state() instanceof Peer.State.Dead));
  }

  private static boolean is(MemberId member, Stream<Peer> peers) {
    return peers
        .map(p -> p.disk.identity().map(Identity::member))
        .anyMatch(Optional.of(member)::equals);
  }
}
