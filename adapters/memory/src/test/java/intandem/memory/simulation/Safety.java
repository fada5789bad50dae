package intandem.memory.simulation;

import static intandem.memory.simulation.Witness.check;

import intandem.domain.id.EntryId;
import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import intandem.domain.port.SessionVault;
import intandem.domain.port.SessionVault.Change;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Audience;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Header;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Workspace;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Watches all disks: one history a term, no way back to a lower one, and nothing lost. */
final class Safety {
  private final World world;
  private final Map<Head, Workspace> agreed = new HashMap<>();
  private final Map<Slot, Head> histories = new HashMap<>();
  private final Map<Peer, Term> followed = new HashMap<>();
  private final Map<Peer, Long> scanned = new HashMap<>();
  private final Map<Named, Set<Peer>> held = new HashMap<>();
  private final Map<Peer, Set<EntryId>> written = new HashMap<>();
  private final Map<Peer, Set<EntryId>> givenUp = new HashMap<>();
  private final Map<Named, Boolean> safe = new HashMap<>();
  private final Set<Peer> apart = new HashSet<>();
  private final Set<Named> messages = new HashSet<>();
  private final Map<MemberId, Set<Peer>> removed = new HashMap<>();
  private final Set<Peer> rolledBack = new HashSet<>();
  private boolean healed;

  /** A command, by author and id. */
  record Named(MemberId from, EntryId id) {}

  private record Slot(Term term, long index) {}

  Safety(World world) {
    this.world = world;
  }

  /** Whether a log was ever cut. */
  boolean healed() {
    return healed;
  }

  /** That disk lost what it had said to be durable. */
  void rolledBack(Peer peer) {
    rolledBack.add(peer);
    followed.remove(peer);
    scanned.remove(peer);
  }

  boolean reliable(Peer peer) {
    return !rolledBack.contains(peer);
  }

  void cut(Peer peer) {
    healed = true;
    scanned.remove(peer);
  }

  /** That disk was written to. */
  void stored(Peer peer) {
    long before = scanned.getOrDefault(peer, 0L);
    Instant at =
        peer.disk.log.after(before - 1, 1).stream()
            .map(entry -> entry.place().at())
            .findFirst()
            .orElse(Instant.MIN);
    for (Entry entry : peer.disk.log.after(before, Integer.MAX_VALUE)) {
      long index = entry.place().index();
      check(!entry.place().at().isBefore(at), "log time went back at " + index);
      at = entry.place().at();
      Head head = peer.disk.log.at(index).orElseThrow();
      Head other = histories.putIfAbsent(new Slot(entry.place().term(), index), head);
      check(other == null || other.equals(head), "two histories of one term at " + index);
      world
          .logs
          .command(entry)
          .map(Header.Command::meant)
          .ifPresent(command -> holds(peer, command));
      scanned.put(peer, index);
    }
    peer.disk.log.after(peer.disk.log.head().index() - 1, 1).stream()
        .map(entry -> entry.place().term())
        .forEach(term -> follows(peer, term));
  }

  private void holds(Peer peer, Header.Command command) {
    held.computeIfAbsent(name(command), n -> new HashSet<>()).add(peer);
    if (command.act() instanceof Act.Message && command.to() instanceof Audience.Everyone) {
      messages.add(name(command));
    }
    if (command.act() instanceof Act.RemoveMember(MemberId gone, var keys)) {
      removed.computeIfAbsent(gone, n -> new HashSet<>()).add(peer);
    }
  }

  private void follows(Peer peer, Term term) {
    Term before = followed.put(peer, term);
    check(
        before == null || before.compareTo(term) <= 0,
        peer.number + " went back from term " + before + " to " + term);
  }

  /** A session has moved on: what it knows must be what all others know of that head. */
  void stepped(Head head, Workspace workspace) {
    Workspace before = agreed.putIfAbsent(head, workspace);
    check(before == null || before.equals(workspace), "two replicas differ at " + head.index());
  }

  void persisted(Peer peer, List<Change> changes) {
    for (Change change : changes) {
      switch (change) {
        case SessionVault.Queued(EntryId id, var sealed) ->
            written.computeIfAbsent(peer, p -> new HashSet<>()).add(id);
        case SessionVault.Refused(EntryId id, var reason) ->
            givenUp.computeIfAbsent(peer, p -> new HashSet<>()).add(id);
        case Change other -> {}
      }
    }
  }

  /** Whether that command of a peer's own is in its log. */
  boolean logged(Peer peer, EntryId id) {
    return world.logs.commands(peer).stream()
        .map(Safety::name)
        .anyMatch(new Named(peer.member().orElseThrow(), id)::equals);
  }

  /** What that member was told to be safe. */
  void safe(Peer author, Header.Command command) {
    Named name = new Named(author.member().orElseThrow(), command.origin().id());
    safe.put(name, command.to() instanceof Audience.Only);
    int disks = held.getOrDefault(name, Set.of()).size();
    check(disks >= 2, "a command called safe was on " + disks + " disks");
  }

  boolean has(Peer reader, Named command) {
    return held.getOrDefault(command, Set.of()).contains(reader);
  }

  /** How many commands of that peer were refused for good. */
  int refused(Peer peer) {
    return givenUp.getOrDefault(peer, Set.of()).size();
  }

  /** The peer whose hub has the highest term. */
  Optional<Peer> leader() {
    return world.peers.stream()
        .filter(peer -> peer.hub().isPresent())
        .max((a, b) -> term(a).compareTo(term(b)));
  }

  private static Term term(Peer peer) {
    return peer.session().flatMap(loop -> loop.session.workspace()).orElseThrow().reign().term();
  }

  /**
   * Whether that hub, or the leader's, looks for the other: it has a seat, and said where it is.
   */
  boolean met(Peer peer) {
    Peer leader = leader().orElseThrow();
    return peer == leader || seeks(peer, leader) || seeks(leader, peer);
  }

  private boolean seeks(Peer reader, Peer other) {
    MemberId member = other.member().orElseThrow();
    boolean seated =
        reader
            .session()
            .flatMap(loop -> loop.session.workspace())
            .flatMap(workspace -> workspace.roster().find(member))
            .filter(Member::seated)
            .isPresent();
    return seated
        && world.logs.commands(reader).stream()
            .filter(command -> command.act() instanceof Act.AnnounceEndpoint)
            .anyMatch(command -> command.origin().from().equals(member));
  }

  /** Whether that peer's membership has ended, or never came to be, as the leader has it. */
  boolean outsider(Peer peer) {
    Workspace workspace =
        leader().flatMap(Peer::session).flatMap(loop -> loop.session.workspace()).orElseThrow();
    return apart.contains(peer)
        || peer.member().filter(member -> active(workspace, member)).isEmpty();
  }

  private static boolean active(Workspace workspace, MemberId member) {
    return workspace.roster().active().contains(member);
  }

  /**
   * Notes whether that peer and the leader stay apart for good (decision 0049): the leader is no
   * member there, and its branch has decisions on members by someone whose membership ended there.
   */
  boolean apart(Peer peer) {
    Workspace own = peer.session().flatMap(loop -> loop.session.workspace()).orElseThrow();
    Peer leader = leader().orElseThrow();
    Set<Header.Command> shared = Set.copyOf(world.logs.commands(peer));
    boolean tainted =
        world.logs.commands(leader).stream()
            .filter(command -> !shared.contains(command))
            .filter(c -> c.act() instanceof Act.Keying || c.act() instanceof Act.AddMember)
            .anyMatch(command -> !active(own, command.origin().from()));
    if (tainted && !active(own, leader.member().orElseThrow())) {
      apart.add(peer);
    }
    return apart.contains(peer);
  }

  /** What must hold once everything has come to rest. */
  void reckon() {
    Peer leader = leader().orElseThrow(() -> new AssertionError("nobody leads"));
    Head head = leader.disk.log.head();
    List<Header.Command> commands = world.logs.commands(leader);
    List<Named> names = commands.stream().map(Safety::name).toList();
    Set<Named> all = new HashSet<>(names);
    check(all.size() == names.size(), "a command is in the log twice");
    new Lockout(world).check(leader);
    broughtBack(all);
    stayOut(leader);
    for (Peer peer : world.peers) {
      if (peer.session().isPresent()) {
        check(peer == leader || peer.hub().isEmpty(), peer.number + " leads as well");
        check(peer.disk.log.head().equals(head), peer.number + " has not caught up");
      }
      if (peer.member().isPresent() && !outsider(peer)) {
        complete(peer, all);
      }
    }
  }

  /** A message for all that some member who goes on has had is in the log. */
  private void broughtBack(Set<Named> all) {
    for (Named name : messages) {
      boolean member = world.peers.stream().anyMatch(author -> wrote(author, name));
      boolean had = held.getOrDefault(name, Set.of()).stream().anyMatch(this::goesOn);
      check(!member || !had || all.contains(name), "nobody brought back " + name);
    }
  }

  /** Whom a member that goes on has seen removed is no member. */
  private void stayOut(Peer leader) {
    Set<MemberId> active =
        leader.session().flatMap(loop -> loop.session.workspace()).orElseThrow().roster().active();
    removed.forEach(
        (gone, knowing) ->
            check(
                !active.contains(gone) || knowing.stream().noneMatch(this::goesOn),
                "who was removed is a member again: " + gone));
  }

  /** Whether that peer, still a member, is the author of something that was not refused. */
  private boolean wrote(Peer peer, Named name) {
    return peer.member().equals(Optional.of(name.from()))
        && !outsider(peer)
        && !givenUp.getOrDefault(peer, Set.of()).contains(name.id());
  }

  private boolean goesOn(Peer peer) {
    return peer.session()
        .flatMap(loop -> loop.session.workspace())
        .flatMap(workspace -> workspace.roster().find(peer.member().orElseThrow()))
        .filter(Member::seated)
        .filter(_ -> reliable(peer))
        .isPresent();
  }

  /**
   * Nothing of a member is lost that was safe, or that it still could have brought back. What it
   * wrote to one peer, nobody else can bring back if its own machine is lost.
   */
  private void complete(Peer peer, Set<Named> all) {
    MemberId self = peer.member().orElseThrow();
    Set<EntryId> refused = givenUp.getOrDefault(peer, Set.of());
    safe.forEach(
        (name, directed) ->
            check(
                !name.from().equals(self)
                    || all.contains(name)
                    || refused.contains(name.id())
                    || (directed && peer.session().isEmpty()),
                "a safe command of " + peer.number + " is lost: " + name.id()));
    if (peer.session().isPresent() && reliable(peer)) {
      for (EntryId id : written.getOrDefault(peer, Set.of())) {
        boolean kept = all.contains(new Named(self, id)) || refused.contains(id);
        check(kept, "a command of " + peer.number + " is lost: " + id);
      }
    }
  }

  static Named name(Header.Command command) {
    return new Named(command.origin().from(), command.origin().id());
  }
}
