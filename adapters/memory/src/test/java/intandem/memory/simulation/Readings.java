package intandem.memory.simulation;

import static intandem.memory.simulation.Witness.check;

import intandem.domain.id.EntryId;
import intandem.domain.id.MemberId;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Header;
import intandem.domain.tandem.Answer.Delivered;
import intandem.domain.tandem.Ask;
import intandem.domain.view.Happening;
import intandem.domain.view.Letter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What models wrote and were shown: each message once, unaltered, and only if it is for them. */
final class Readings {
  private final Witness witness;
  private final World world;
  private final Map<Peer, Ask.Send> lastSends = new HashMap<>();
  private final Map<String, Ask.Send> sends = new HashMap<>();
  private final Map<Shown, MemberLoop> handed = new HashMap<>();
  private final Set<Shown> reread = new HashSet<>();

  private record Shown(Peer reader, MemberId from, EntryId id) {}

  Readings(World world, Witness witness) {
    this.world = world;
    this.witness = witness;
  }

  /** A model asked for that to be sent. */
  void written(Peer author, Ask.Send send) {
    lastSends.put(author, send);
    sends.put(send.text(), send);
  }

  Optional<Ask.Send> lastSend(Peer peer) {
    return Optional.ofNullable(lastSends.get(peer));
  }

  /** A message is in a result; it counts as shown if that was {@code flushed}. */
  void read(MemberLoop loop, Delivered delivered, boolean flushed, boolean again) {
    legible(loop, delivered.letter());
    if (!flushed) {
      return;
    }
    Letter letter = delivered.letter();
    Shown shown = new Shown(loop.peer, letter.from(), letter.id());
    if (again) {
      reread.add(shown);
      return;
    }
    MemberLoop before = handed.put(shown, loop);
    check(
        before == null
            || (before != loop && delivered.possiblySeen())
            || witness.troubled(loop.peer)
            || !witness.safety().reliable(loop.peer),
        "message " + letter.number() + " was shown twice without a word");
  }

  /** Whether a peer's model was shown that message. */
  boolean saw(Peer reader, MemberId from, EntryId id) {
    Shown shown = new Shown(reader, from, id);
    return handed.containsKey(shown) || reread.contains(shown);
  }

  /** Messages of before are told with the state of things. */
  void recalled(MemberLoop loop, List<Delivered> history) {
    history.forEach(delivered -> legible(loop, delivered.letter()));
  }

  private void legible(MemberLoop loop, Letter letter) {
    Ask.Send send = sends.get(letter.message().text());
    if (send == null) {
      throw new AssertionError("a message nobody wrote");
    }
    MemberId self = loop.peer.member().orElseThrow();
    boolean meant =
        letter.from().equals(self)
            || letter.to() instanceof Recipient.All
            || letter.to().equals(new Recipient.One(self));
    check(meant, "a message for someone else was read");
    check(
        (send.to() instanceof Ask.To.Named) == (letter.to() instanceof Recipient.One),
        "a message went astray");
  }

  void happened(MemberLoop loop, Happening happening) {
    check(
        !(happening.what() instanceof Happening.What.Unreadable),
        "something cannot be read: " + happening);
    if (happening.what() instanceof Happening.What.Wrote(Letter letter)) {
      legible(loop, letter);
    }
  }

  /** Messages for a peer in its log that its model was never shown. */
  List<Long> missing(Peer peer) {
    MemberId self = peer.member().orElseThrow();
    List<Long> missing = new ArrayList<>();
    boolean member = false;
    for (Entry entry : peer.disk.log.after(0, Integer.MAX_VALUE)) {
      Optional<Header.Command> command = world.logs.command(entry).map(Header.Command::meant);
      member = member || peer.number == 0 || Mine.admitted(command, self);
      if (member && Mine.letter(command, self)) {
        Header.Origin origin = command.orElseThrow().origin();
        if (!saw(peer, origin.from(), origin.id())) {
          missing.add(entry.place().index());
        }
      }
    }
    return missing;
  }
}
