package intandem.memory.simulation;

import intandem.domain.id.MemberId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.Header;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands in clear in the logs on disks. */
record Logs(World world) {
  Optional<Header.Command> command(Entry entry) {
    return entry.content() instanceof Envelope envelope
        ? world
            .codec
            .decode(Header.class, envelope.header())
            .valid()
            .filter(Header.Command.class::isInstance)
            .map(Header.Command.class::cast)
        : Optional.empty();
  }

  /** What members meant, also where another one brought it back. */
  List<Header.Command> commands(Peer peer) {
    return entries(peer)
        .flatMap(entry -> command(entry).map(Header.Command::meant).stream())
        .toList();
  }

  /** How many messages of that member a peer's log has. */
  long letters(Peer peer, MemberId from) {
    return commands(peer).stream()
        .filter(command -> command.act() instanceof Act.Message)
        .filter(command -> command.origin().from().equals(from))
        .count();
  }

  Stream<Envelope> envelopes(Peer peer) {
    return entries(peer)
        .map(Entry::content)
        .filter(Envelope.class::isInstance)
        .map(Envelope.class::cast);
  }

  private static Stream<Entry> entries(Peer peer) {
    return peer.disk.log.after(0, Integer.MAX_VALUE).stream();
  }
}
