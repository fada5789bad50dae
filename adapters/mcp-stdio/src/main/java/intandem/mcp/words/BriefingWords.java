package intandem.mcp.words;

import intandem.domain.protocol.Waking;
import intandem.domain.tandem.Answer.Briefing;
import intandem.domain.tandem.Answer.Connection;
import intandem.domain.tandem.Answer.Peer;
import intandem.domain.view.Fingerprint;
import java.util.stream.Collectors;

/** The workspace at a glance. */
final class BriefingWords {

  private static final int CHARS = 300;

  private BriefingWords() {}

  /** Which workspace, and who one is in it. */
  static String heading(Briefing briefing) {
    var name =
        briefing.name().isBlank() ? "without a name yet" : Notices.quote(briefing.name(), CHARS);
    return "Workspace %s (%s)\nYou are %s"
        .formatted(name, briefing.workspace(), Notices.name(briefing.selfName()));
  }

  /** Heading, peers and board. */
  static String all(Briefing briefing, Moments moments) {
    var counts = TaskWords.counts(briefing.board().counts());
    return heading(briefing)
        + "\n"
        + peers(briefing, moments)
        + (counts.isEmpty() ? "" : "\nBoard: " + counts);
  }

  /** Where one stands, in a line. */
  static String standing(Briefing briefing, int unread) {
    var held =
        briefing.board().active().stream()
            .filter(line -> line.task().heldBy(briefing.self()))
            .map(line -> line.id() + " " + Notices.quote(line.text().title(), CHARS))
            .toList();
    return "InTandem: in workspace %s as %s; %s%s%s."
        .formatted(
            Notices.quote(briefing.name(), CHARS),
            Notices.name(briefing.selfName()),
            Lists.count(unread, "unread message"),
            unread == 0 ? "" : " (intandem_inbox)",
            held.isEmpty() ? "" : "; you hold " + Lists.and(held));
  }

  /** What could be claimed. */
  static String ready(Briefing briefing) {
    var board = briefing.board();
    return board.ready().isEmpty()
        ? ""
        : "\nReady:\n" + new TaskWords(board.names()).lines(board.ready());
  }

  /** How far behind others are, and what two people compare to know that they see the same log. */
  static String links(Briefing briefing) {
    var behind =
        briefing.peers().stream()
            .filter(peer -> peer.seated() && peer.has() < briefing.head().index())
            .map(
                peer ->
                    "%s the last %d".formatted(Notices.name(peer.name()), missing(peer, briefing)))
            .toList();
    var lag = behind.isEmpty() ? "" : "\nNot confirmed yet: " + Lists.and(behind);
    var digits = Fingerprint.of(briefing.workspace(), briefing.head());
    return "%s\nFingerprint at #%d: %s".formatted(lag, briefing.head().index(), digits);
  }

  private static long missing(Peer peer, Briefing briefing) {
    return briefing.head().index() - peer.has();
  }

  /** How this session is connected, and a line for each of the others. */
  static String peers(Briefing briefing, Moments moments) {
    var others =
        briefing.peers().stream()
            .filter(peer -> !peer.member().equals(briefing.self()))
            .map(peer -> "\n" + peer(peer, moments) + work(peer, briefing))
            .collect(Collectors.joining());
    return connection(briefing)
        + (others.isEmpty() ? "\nNobody else is here yet." : "\n" + heard(briefing) + others)
        + minority(briefing);
  }

  /** Without the hub, nobody says who comes and goes. */
  private static String heard(Briefing briefing) {
    return switch (briefing.connection()) {
      case ONLINE, HOSTING -> "Peers (times in UTC):";
      case OFFLINE, STOPPED -> "Peers, as last heard (times in UTC):";
    };
  }

  private static String peer(Peer peer, Moments moments) {
    var state = !peer.seated() ? "left" : peer.online() ? "online" : "away";
    var line = new StringBuilder("- ").append(Notices.name(peer.name())).append(": ").append(state);
    line.append(" since ").append(moments.clock(peer.since()));
    if (peer.hub()) {
      line.append(", owner");
    }
    if (peer.seated()) {
      line.append(", ").append(waking(peer.waking()));
    }
    if (!peer.capabilities().isEmpty()) {
      line.append("; says it has ");
      line.append(Notices.quote(String.join(", ", peer.capabilities()), CHARS));
    }
    return line.toString();
  }

  private static String waking(Waking waking) {
    return switch (waking) {
      case SOCKET -> "can be woken";
      case CHANNEL -> "can be woken if its channel is on";
      case HOOK -> "looks for messages whenever it stops, but cannot be woken when idle";
      case NONE -> "cannot be woken: reads with its next InTandem call";
    };
  }

  private static String work(Peer peer, Briefing briefing) {
    var tasks =
        briefing.board().active().stream()
            .filter(line -> line.task().heldBy(peer.member()))
            .map(line -> line.id() + " " + Notices.quote(line.text().title(), CHARS))
            .toList();
    return tasks.isEmpty() ? "" : "; works on " + Lists.and(tasks);
  }

  /** As long as most are elsewhere, they may go on without this part of the members. */
  private static String minority(Briefing briefing) {
    var seated = briefing.peers().stream().filter(Peer::seated).toList();
    var here = seated.stream().filter(Peer::online).count();
    return here * 2 > seated.size() || briefing.connection() == Connection.OFFLINE
        ? ""
        : "\nOnly %d of %d members are connected: should the others have gone on apart, what is"
                .formatted(here, seated.size())
            + " decided here now may be decided anew when they meet.";
  }

  private static String connection(Briefing briefing) {
    return switch (briefing.connection()) {
      case ONLINE -> "Connected to the hub.";
      case OFFLINE ->
          "The hub cannot be reached now; messages are queued until it can. It is looked for all"
              + " the time; should it be on another machine at a new address, its user can tell it,"
              + " for intandem_rejoin with host.";
      case HOSTING -> "This session is the hub.";
      case STOPPED ->
          "This session follows the hub no more: it broke the rules, or another process took over.";
    };
  }
}
