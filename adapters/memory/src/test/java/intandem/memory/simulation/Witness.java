package intandem.memory.simulation;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.Head;
import intandem.domain.id.InviteCode;
import intandem.domain.id.MemberId;
import intandem.domain.id.Secret;
import intandem.domain.port.Keyring.Identity;
import intandem.domain.port.SessionVault;
import intandem.domain.port.SessionVault.Change;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Header;
import intandem.domain.protocol.Rejection;
import intandem.domain.session.boundary.SessionInput;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Notice;
import intandem.domain.tandem.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sees everything, and says at once what must not be. */
final class Witness {
  private final World world;
  private final Secrecy secrecy = new Secrecy();
  private final Map<Long, Call> open = new LinkedHashMap<>();
  private final Set<Long> cancelled = new HashSet<>();
  private final Map<Peer, List<EntryId>> queued = new HashMap<>();
  private final Map<Peer, Head> checked = new HashMap<>();
  private final Set<Peer> troubled = new HashSet<>();
  private final Set<InviteCode> codes = new HashSet<>();
  private final Safety safety;
  private final Readings readings;
  private final Claims claims = new Claims();
  private long calls;

  private record Call(MemberLoop loop, Ask ask) {}

  Witness(World world) {
    this.world = world;
    this.safety = new Safety(world);
    this.readings = new Readings(world, this);
  }

  Safety safety() {
    return safety;
  }

  Readings readings() {
    return readings;
  }

  /** Whether that peer's disk ever failed. */
  boolean troubled(Peer peer) {
    return troubled.contains(peer);
  }

  static void check(boolean fine, String otherwise) {
    if (!fine) {
      throw new AssertionError(otherwise);
    }
  }

  void secrets(Identity identity) {
    secret(identity.sign().privateKey());
    secret(identity.seal().privateKey());
    secret(identity.vault());
    secret(identity.index());
    secret(identity.first().secret());
  }

  void secret(Secret secret) {
    secrecy.add(secret);
  }

  void code(InviteCode code) {
    codes.add(code);
    secrecy.add(code);
  }

  /** Whether that code was ever one to join with. */
  boolean handedOut(InviteCode code) {
    return codes.contains(code);
  }

  /** That peer's disk was written to. */
  void stored(Peer peer) {
    safety.stored(peer);
  }

  /** That peer's log was cut back, and went on otherwise. */
  void cut(Peer peer) {
    safety.cut(peer);
  }

  void carried(Frame frame, Bytes bytes) {
    secrecy.check(bytes, !(frame instanceof Frame.Entries));
  }

  /** That peer's disk fails once. */
  void trouble(Peer peer) {
    troubled.add(peer);
  }

  /** What is still under way, to be compared: logs, outboxes and open calls. */
  Object state() {
    return List.of(
        open.size(),
        world.peers.stream().map(peer -> peer.disk.log.head()).toList(),
        world.peers.stream().map(peer -> peer.disk.age()).toList());
  }

  long asked(MemberLoop loop, Ask ask) {
    open.put(++calls, new Call(loop, ask));
    if (ask instanceof Ask.Send send) {
      readings.written(loop.peer, send);
    }
    return calls;
  }

  /** The user gives up on a call; an answer may be under way. */
  void cancel(MemberLoop loop) {
    open.entrySet().stream()
        .filter(e -> e.getValue().loop() == loop && e.getValue().ask() instanceof Ask.Send)
        .map(Map.Entry::getKey)
        .findFirst()
        .ifPresent(
            call -> {
              cancelled.add(call);
              open.remove(call);
              loop.input(new SessionInput.Cancelled(call));
            });
  }

  /** A process died or ended: nobody waits there any more. */
  void gone(MemberLoop loop) {
    open.values().removeIf(call -> call.loop() == loop);
  }

  /** Takes an answer; true if its messages reach the model. */
  boolean answered(MemberLoop loop, long call, Answer answer) {
    Call asked = open.remove(call);
    if (asked == null) {
      check(cancelled.remove(call), "an answer nobody waits for: " + answer);
      return false;
    }
    switch (answer) {
      case Answer.Sent sent -> sent(loop.peer, sent);
      case Answer.Letters letters -> {
        boolean again = asked.ask() instanceof Ask.Inbox inbox && inbox.since() >= 0;
        boolean flushed = again || world.chance.nextInt(6) > 0;
        letters.notices().forEach(notice -> noticed(loop.peer, notice));
        letters.letters().forEach(letter -> readings.read(loop, letter, flushed, again));
        return flushed;
      }
      case Answer.Progress progress ->
          progress
              .sent()
              .forEach(t -> receipts(t.letter().number(), t.letter().id(), t.receipts(), loop));
      case Answer.Activity activity ->
          activity.happenings().forEach(h -> readings.happened(loop, h));
      case Answer.Entered entered -> readings.recalled(loop, entered.briefing().history());
      case Answer.Changed changed -> claims.told(loop.peer, changed);
      case Answer.Refused(Refusal.AgainstRules(var reason)) ->
          check(
              (reason == Rejection.TOO_FAST && !(asked.ask() instanceof Ask.Send))
                  || (reason == Rejection.NOT_OWNER && asked.ask() instanceof Ask.Remove)
                  || givenUp(reason),
              "given up: " + reason + ", " + asked.ask());
      case Answer.Refused(Refusal.NotStored(var why)) ->
          check(troubled.contains(loop.peer), "not stored on a disk that works");
      case Answer other -> {}
    }
    return false;
  }

  private void sent(Peer peer, Answer.Sent sent) {
    Optional<Header.Command> command =
        peer.disk.log.after(sent.number() - 1, 1).stream()
            .flatMap(entry -> world.logs.command(entry).stream())
            .map(Header.Command::meant)
            .findFirst();
    if (command.isEmpty() || !command.get().origin().from().equals(peer.member().orElseThrow())) {
      check(safety.healed() || troubled.contains(peer), "what is called sent is not there");
      return;
    }
    EntryId id = command.get().origin().id();
    if (sent.safe()) {
      safety.safe(peer, command.get());
    }
    peer.session().ifPresent(loop -> receipts(sent.number(), id, sent.receipts(), loop));
  }

  private void receipts(long number, EntryId id, List<Answer.Receipt> receipts, MemberLoop sender) {
    for (Answer.Receipt receipt : receipts) {
      Optional<Peer> reader =
          world.peers.stream().filter(p -> p.name().equals(receipt.name())).findFirst();
      boolean has =
          receipt.stage() == Answer.Stage.RECEIVED || receipt.stage() == Answer.Stage.SEEN;
      if (!has || reader.isEmpty()) {
        continue;
      }
      Peer peer = reader.get();
      MemberId from = sender.peer.member().orElseThrow();
      check(
          safety.has(peer, new Safety.Named(from, id)),
          receipt.name() + " is said to have " + number + " and has not");
      check(
          receipt.stage() != Answer.Stage.SEEN || readings.saw(peer, from, id),
          receipt.name() + " is said to have seen " + number + " and has not");
    }
  }

  private void noticed(Peer peer, Notice notice) {
    switch (notice) {
      case Notice.HubCheated(long index, var reason) ->
          throw new AssertionError("an honest hub is called a cheat at " + index + ": " + reason);
      case Notice.Ended(var id, Answer.Changed changed) -> claims.told(peer, changed);
      case Notice.Ended(var id, var answer) -> {}
      case Notice.Failed(var id, var to, var body, var why, var names) -> failed(why);
      case Notice.NotStored(var why) ->
          check(troubled.contains(peer), "not stored on a disk that works");
      case Notice.WrongCode wrong -> {}
      case Notice.CodeBurnt burnt -> {}
      case Notice.Reachable reachable -> {}
      case Notice.StandsBy standsBy -> {}
      case Notice.Leads leads -> {}
      case Notice.Unreadable(int commands) ->
          throw new AssertionError(commands + " rows of an outbox cannot be read");
      case Notice.Ready ready -> {}
      case Notice.Paused paused -> {}
      case Notice.Reading reading -> {}
      case Notice.Silent silent -> {}
      case Notice.Late late -> {}
      case Notice.ClockApart apart -> {}
      case Notice.Unknown() -> {}
      case Notice.Split split -> check(safety.healed(), "a split is told of that never was");
    }
  }

  private static void failed(Refusal why) {
    if (why instanceof Refusal.AgainstRules(var reason)) {
      check(reason == Rejection.TOO_FAST || givenUp(reason), "given up: " + reason);
    }
  }

  /** Reasons that the users of a simulation can bring about. */
  private static boolean givenUp(Rejection reason) {
    return Set.of(
            Rejection.LEFT,
            Rejection.FULL,
            Rejection.UNKNOWN_MEMBER,
            Rejection.NO_CHANGE,
            Rejection.UNKNOWN_TASK,
            Rejection.BOARD_FULL,
            Rejection.NOT_STORED)
        .contains(reason);
  }

  void persisted(Peer peer, List<Change> changes) {
    safety.persisted(peer, changes);
    for (Change change : changes) {
      List<EntryId> ids = queued.computeIfAbsent(peer, p -> new ArrayList<>());
      if (change instanceof SessionVault.Queued(EntryId id, Bytes sealed) && !ids.contains(id)) {
        ids.add(id);
      }
      if (change instanceof SessionVault.Refused(EntryId id, var reason)) {
        ids.remove(id);
      }
    }
  }

  /** That write failed: what has its outcome has it, although its row is still on disk. */
  void notPersisted(Peer peer, List<Change> changes) {
    persisted(peer, changes.stream().filter(SessionVault.Refused.class::isInstance).toList());
  }

  /** A session has moved on. */
  void stepped(MemberLoop loop) {
    Head head = loop.session.head();
    if (!head.equals(checked.put(loop.peer, head))) {
      loop.session.workspace().ifPresent(workspace -> safety.stepped(head, workspace));
    }
  }

  /** Whether a message in a peer's log, or that one was refused, has not reached its model. */
  boolean unread(Peer peer) {
    return peer.session().isPresent()
        && !(readings.missing(peer).isEmpty() && peer.disk.vault.load().refused().isEmpty());
  }

  /** What must hold once everything has come to rest. */
  void reckon() {
    check(open.isEmpty(), "calls without an answer: " + open);
    safety.reckon();
    Peer leader = safety.leader().orElseThrow();
    world
        .logs
        .envelopes(leader)
        .forEach(e -> secrecy.check(world.codec.encode(new Frame.Submit(e)), true));
    List<EntryId> ids =
        world.logs.commands(leader).stream().map(command -> command.origin().id()).toList();
    for (Peer peer : world.peers) {
      if (peer.session().isPresent()) {
        check(sentAll(peer), peer.number + " has not sent all");
        check(readings.missing(peer).isEmpty(), peer.number + " was not shown all");
      }
      List<EntryId> order = new ArrayList<>(queued.getOrDefault(peer, List.of()));
      order.retainAll(new HashSet<>(ids));
      List<EntryId> logged = new ArrayList<>(ids);
      logged.retainAll(new HashSet<>(order));
      boolean kept = safety.healed() || !safety.reliable(peer) || order.equals(logged);
      check(kept, "messages of " + peer.number + " changed their order: " + order + logged);
    }
  }

  private static boolean sentAll(Peer peer) {
    return peer.disk.vault.load().outbox().isEmpty();
  }
}
