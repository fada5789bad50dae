package intandem.memory.simulation;

import intandem.domain.id.Epoch;
import intandem.domain.id.MemberId;
import intandem.domain.id.Secret;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Header;
import intandem.domain.replica.Epochs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whoever was removed has no key for what came after, whatever it does with all it ever had. */
record Lockout(World world) {
  void check(Peer leader) {
    Map<MemberId, Long> removals = new HashMap<>();
    for (Entry entry : leader.disk.log.after(0, Integer.MAX_VALUE)) {
      command(entry)
          .filter(command -> command.act() instanceof Act.RemoveMember)
          .map(command -> ((Act.RemoveMember) command.act()).member())
          .ifPresent(gone -> removals.put(gone, entry.place().index()));
    }
    Epochs owners = leader.reading(leader.disk.log).epochs();
    removals.forEach(
        (gone, removal) ->
            world.peers.stream()
                .filter(peer -> peer.member().equals(Optional.of(gone)))
                .forEach(peer -> check(peer, leader, owners, removal)));
  }

  private void check(Peer gone, Peer leader, Epochs owners, long removal) {
    Epochs keys = gone.reading(leader.disk.log).epochs();
    Set<Secret> known = new HashSet<>();
    for (Entry entry : leader.disk.log.after(0, Integer.MAX_VALUE)) {
      Optional<Epoch> epoch = command(entry).map(Header.Command::epoch);
      long index = entry.place().index();
      if (index <= removal) {
        epoch.flatMap(keys::secret).ifPresent(known::add);
      } else if (epoch.isPresent()) {
        boolean open = keys.secret(epoch.get()).isPresent();
        boolean same = owners.secret(epoch.get()).filter(known::contains).isPresent();
        Witness.check(!open && !same, gone.number + " was removed and can open entry " + index);
      }
    }
  }

  private Optional<Header.Command> command(Entry entry) {
    return world.logs.command(entry);
  }
}
