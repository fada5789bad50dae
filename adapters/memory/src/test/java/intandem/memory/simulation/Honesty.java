package intandem.memory.simulation;

import static intandem.memory.simulation.Witness.check;

import intandem.domain.id.EntryId;
import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.port.SessionVault;
import intandem.domain.port.SessionVault.Mark;
import intandem.domain.protocol.Ack;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Header;
import intandem.domain.protocol.Standing;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a process says of itself to others is on its disk when it says so. */
final class Honesty {
  private final Logs logs;

  Honesty(Logs logs) {
    this.logs = logs;
  }

  void said(Peer speaker, Frame frame) {
    switch (frame) {
      case Frame.Acked(Ack ack) when is(speaker, ack.from()) -> {
        holds(speaker, ack.head());
        seen(speaker, ack.seen());
      }
      case Frame.Proof proof when is(speaker, proof.from()) -> holds(speaker, proof.head());
      case Frame.Query(Standing standing) when is(speaker, standing.from()) ->
          holds(speaker, standing.head());
      case Frame.Answered(Standing standing) when is(speaker, standing.from()) ->
          holds(speaker, standing.head());
      case Frame.Entries entries when speaker.hub().isPresent() ->
          holds(speaker, entries.checkpoint().head());
      case Frame.Challenge challenge when speaker.hub().isPresent() -> {
        long last = speaker.disk.log.head().index();
        boolean begun =
            speaker.disk.log.after(last - 1, 1).getFirst().place().term().equals(challenge.term());
        check(begun, speaker.number + " is the hub of a term that its log is not in");
      }
      case Frame other -> {}
    }
  }

  private static boolean is(Peer speaker, MemberId member) {
    return speaker.member().equals(Optional.of(member));
  }

  private static void holds(Peer speaker, Head head) {
    boolean there = speaker.disk.log.at(head.index()).equals(Optional.of(head));
    check(there, speaker.number + " says that it holds " + head.index() + " and does not");
  }

  private record Message(MemberId from, EntryId id) {}

  private void seen(Peer reader, long upTo) {
    MemberId self = reader.member().orElseThrow();
    Set<Message> marked =
        reader.disk.vault.load().marks().stream()
            .filter(mark -> mark.shown() == SessionVault.Shown.SEEN)
            .map((Mark mark) -> new Message(mark.from(), mark.id()))
            .collect(Collectors.toSet());
    boolean member = reader.number == 0;
    for (Entry entry : reader.disk.log.after(0, (int) upTo)) {
      Optional<Header.Command> command = logs.command(entry).map(Header.Command::meant);
      member = member || Mine.admitted(command, self);
      if (member && Mine.letter(command, self)) {
        Header.Origin origin = command.orElseThrow().origin();
        check(
            marked.contains(new Message(origin.from(), origin.id())),
            reader.number + " says that it has seen " + entry.place().index() + " and has not");
      }
    }
  }
}
