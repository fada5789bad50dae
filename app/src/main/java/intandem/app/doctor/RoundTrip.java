package intandem.app.doctor;

import intandem.app.doctor.Checkup.Finding;
import intandem.app.doctor.Checkup.State;
import intandem.mcp.client.ChildSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A message between two sessions of this program, in a workspace that is thrown away: between two
 * homes and through the tunnel of the user's setting, if that opens.
 */
final class RoundTrip {
  private static final String WORDS = "Can you hear me?";
  private static final int MOST_LOOKS = 6;
  private static final int SECONDS_A_LOOK = 3;
  private static final Pattern CODE =
      Pattern.compile("^([A-Z2-9]{6})(?:@(\\S+))?$", Pattern.MULTILINE);

  private final List<String> command;
  private final Path directory;
  private final Tunnel tunnel;

  /** What the user wants of a tunnel. */
  enum Tunnel {
    OFF,
    /** The one there is, if it works. */
    IF_POSSIBLE,
    /** That very one. */
    ASKED_FOR
  }

  RoundTrip(String launcher, Path directory, Tunnel tunnel) {
    this.command = List.of(launcher, "channel");
    this.directory = directory;
    this.tunnel = tunnel;
  }

  Stream<Finding> findings() {
    try (ChildSession ada = ChildSession.start(command, variables("ada", "ada"))) {
      String created = ada.call("intandem_create", Map.of("name", "doctor"));
      Matcher code = CODE.matcher(created);
      if (!code.find()) {
        return Stream.of(broken("hub", "no workspace was founded: " + line(created)));
      }
      Finding hub = new Finding("hub", State.OK, "it listens");
      Optional<String> outside = tunnel == Tunnel.OFF ? Optional.empty() : outside(ada, created);
      return Stream.of(
              Stream.of(hub),
              reach(ada, outside).stream(),
              Stream.of(message(ada, code.group(1), outside)))
          .flatMap(findings -> findings);
    }
  }

  /** The address for other machines, as soon as there is one. */
  private static Optional<String> outside(ChildSession ada, String created) {
    String told = created;
    for (int look = 0; look < MOST_LOOKS; look++) {
      Matcher code = CODE.matcher(told);
      if (code.find() && code.group(2) != null) {
        return Optional.of(code.group(2));
      }
      ada.call("intandem_inbox", Map.of("wait_seconds", SECONDS_A_LOOK));
      told = ada.call("intandem_invite", Map.of("action", "show"));
    }
    return Optional.empty();
  }

  private Optional<Finding> reach(ChildSession ada, Optional<String> outside) {
    if (tunnel == Tunnel.OFF) {
      return Optional.empty();
    }
    State otherwise = tunnel == Tunnel.ASKED_FOR ? State.BROKEN : State.WARNING;
    return Optional.of(
        outside
            .map(host -> new Finding("tunnel", State.OK, "open at " + host))
            .orElseGet(() -> new Finding("tunnel", otherwise, lastLine(ada))));
  }

  private static String lastLine(ChildSession ada) {
    return ada.call("intandem_invite", Map.of("action", "show"))
        .lines()
        .filter(line -> line.contains("unnel"))
        .reduce("it did not open", (_, next) -> next);
  }

  /** A second user comes through the tunnel; without one, a second session of the same user. */
  private Finding message(ChildSession ada, String code, Optional<String> outside) {
    String where = outside.isPresent() ? "through the tunnel" : "on this machine";
    String whole = outside.map(host -> code + "@" + host).orElse(code);
    String home = outside.isPresent() ? "bob" : "ada";
    try (ChildSession bob = ChildSession.start(command, variables(home, "bob"))) {
      String joined = bob.call("intandem_join", Map.of("code", whole));
      if (!joined.contains("You are ")) {
        String why = ": the second session was not let in: " + line(joined);
        return broken("round trip", where + why);
      }
      ada.call("intandem_send", Map.of("type", "question", "message", WORDS));
      String read = bob.call("intandem_inbox", Map.of("wait_seconds", 10));
      return read.contains(WORDS)
          ? new Finding("round trip", State.OK, "a message arrived " + where)
          : broken("round trip", where + ": no message arrived");
    }
  }

  private Map<String, String> variables(String home, String session) {
    return Map.of(
        "INTANDEM_HOME",
        directory.resolve(home).toString(),
        "CLAUDE_CODE_SESSION_ID",
        "doctor-" + session);
  }

  private static Finding broken(String subject, String detail) {
    return new Finding(subject, State.BROKEN, detail);
  }

  private static String line(String text) {
    return text.lines().findFirst().orElse("");
  }
}
