package intandem.mcp.words;

import intandem.domain.port.Tunnel.Carrier;
import intandem.domain.port.Tunnel.Fault;
import intandem.domain.reach.Reach;
import intandem.domain.tandem.Invitation;
import java.util.Optional;

/** From where the hub can be reached, and what whoever carries it there can see. */
final class ReachWords {

  private static final int EXCERPT_CHARS = 200;

  private static final String SEES =
      " %s sees who connects, when, and how much; no text, name or key.";

  private ReachWords() {}

  /** The code to hand on: with the address, as soon as there is one. */
  static String code(Invitation invitation, Reach reach) {
    var code = invitation.code().reveal();
    return reach.outside().map(address -> code + "@" + address).orElse(code);
  }

  /** How it stands now, and the code to hand on by now. */
  static String notice(Reach reach, Optional<Invitation> invitation) {
    return "this session is the hub. "
        + of(reach)
        + invitation.map(i -> " Tell your user: the code is " + code(i, reach) + " now.").orElse("")
        + elsewhere(reach);
  }

  /** That this session is the hub now, and the code that goes with it. */
  static String leads(Optional<Invitation> invitation) {
    return "the hub is gone, and this session is the hub now; all goes on, but the old invite code"
        + " is dead."
        + invitation
            .map(i -> " Tell your user: the code is " + i.code().reveal() + " now.")
            .orElse(" intandem_invite makes a new one.");
  }

  private static String elsewhere(Reach reach) {
    return switch (reach) {
      case Reach.Local _, Reach.Misset _ ->
          " Members on other machines, if there are any, are cut off: INTANDEM_TUNNEL says how they"
              + " get here.";
      case Reach.Open(var _, var address, var _) ->
          " A member elsewhere that does not return by itself calls intandem_rejoin with host=%s."
              .formatted(address);
      case Reach.Opening _, Reach.Down _ -> "";
    };
  }

  /** What a session does that may be the hub next, and what it costs its user. */
  static String standsBy(Reach reach) {
    return reach instanceof Reach.Open(Carrier carrier, var _, var _)
        ? "should the hub end, this session is the next one. So that members on other machines find"
            + " it then, it has opened a tunnel here (%s).%s Tell your user; INTANDEM_TUNNEL=off"
                .formatted(name(carrier), SEES.formatted(operator(carrier)))
            + " prevents it."
        : "should the hub end, this session is the next one, and members on other machines will not"
            + " find it. "
            + of(reach);
  }

  static String of(Reach reach) {
    return switch (reach) {
      case Reach.Local() -> "It works on this machine only: no tunnel is open.";
      case Reach.Misset(String problem) ->
          "It works on this machine only, as the setting for a tunnel cannot be used: %s. Tell your"
                  .formatted(Notices.plain(problem, EXCERPT_CHARS))
              + " user.";
      case Reach.Opening(Carrier carrier) ->
          "It works on this machine so far; a tunnel (%s) is being opened, and a later result says"
                  .formatted(name(carrier))
              + " where it leads."
              + SEES.formatted(operator(carrier));
      case Reach.Open(Carrier carrier, var address, boolean proven) ->
          "Tunnel: %s; it works from any machine.%s%s"
              .formatted(
                  name(carrier),
                  SEES.formatted(operator(carrier)),
                  proven ? "" : " Not yet reached from here, which may take a minute.");
      case Reach.Down(Carrier carrier, Fault fault) ->
          "The tunnel (%s) is down: %s It is tried again by itself; until then only this machine"
                  .formatted(name(carrier), why(fault))
              + " reaches the workspace.";
    };
  }

  private static String name(Carrier carrier) {
    return switch (carrier) {
      case CLOUDFLARED -> "cloudflared";
      case SSH -> "ssh";
      case LOCALTUNNEL -> "localtunnel";
      case MANUAL -> "manual";
    };
  }

  private static String operator(Carrier carrier) {
    return switch (carrier) {
      case CLOUDFLARED -> "Cloudflare";
      case SSH -> "That host";
      case LOCALTUNNEL -> "Its server, and any stranger on its port,";
      case MANUAL -> "Whatever your user set up";
    };
  }

  private static String why(Fault fault) {
    var said =
        fault.detail().isBlank() ? "" : " (" + Notices.quote(fault.detail(), EXCERPT_CHARS) + ")";
    return switch (fault.kind()) {
      case UNREACHABLE -> "its server cannot be reached%s.".formatted(said);
      case REFUSED -> "its server refused%s.".formatted(said);
      case NOT_TRUSTED ->
          "its server is not the one known by that name%s. Your user has to check that."
              .formatted(said);
      case TOO_SLOW -> "it got no address in time.";
      case ENDED -> "it broke off%s.".formatted(said);
      case LEADS_ASTRAY -> "its address leads here no more.";
      case NOT_HERE -> "something it needs is missing on this machine%s.".formatted(said);
    };
  }
}
