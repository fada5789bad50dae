package intandem.app;

import intandem.app.Checkup.Finding;
import intandem.app.Checkup.State;
import intandem.mcp.ChildSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A message between two sessions of this program, in a workspace that is thrown away, with homes of
 * their own; through the tunnel of the user's setting, if it opens within half a minute.
 */
final class RoundTrip {
  private static final String WORDS = "Can you hear me?";
  private static final int MOST_LOOKS = 10;
  private static final int SECONDS_A_LOOK = 3;
  private static final Pattern CODE =
      Pattern.compile("^([A-Z2-9]{6})(?:@(\\S+))?$", Pattern.MULTILINE);

  private final List<String> command;
  private final Path directory;
  private final boolean tunnel;

  RoundTrip(String launcher, Path directory, boolean tunnel) {
    this.command = List.of(launcher, "channel");
    this.directory = directory;
    this.tunnel = tunnel;
  }

  Stream<Finding> findings() {
    try (ChildSession ada = ChildSession.start(command, variables("doctor-ada"));
        ChildSession bob = ChildSession.start(command, variables("doctor-bob"))) {
      String created = ada.call("intandem_create", Map.of("name", "doctor"));
      Matcher code = CODE.matcher(created);
      if (!code.find()) {
        return Stream.of(broken("hub", "no workspace was founded: " + line(created)));
      }
      Finding hub = new Finding("hub", State.OK, "it listens");
      Optional<String> outside = tunnel ? outside(ada, created) : Optional.empty();
      String address = outside.map(host -> code.group(1) + "@" + host).orElse(code.group(1));
      return Stream.of(
              Stream.of(hub), reach(ada, outside).stream(), Stream.of(message(ada, bob, address)))
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
    if (!tunnel) {
      return Optional.empty();
    }
    String told = ada.call("intandem_invite", Map.of("action", "show"));
    String last = told.lines().filter(l -> l.contains("unnel")).reduce("", (_, next) -> next);
    return Optional.of(
        outside
            .map(host -> new Finding("tunnel", State.OK, "open at " + host))
            .orElseGet(() -> broken("tunnel", last)));
  }

  private static Finding message(ChildSession ada, ChildSession bob, String code) {
    String where = code.contains("@") ? "through the tunnel" : "on this machine";
    String joined = bob.call("intandem_join", Map.of("code", code));
    if (!joined.contains("You are ")) {
      return broken("round trip", where + ": the second session was not let in: " + line(joined));
    }
    ada.call("intandem_send", Map.of("type", "question", "message", WORDS));
    String read = bob.call("intandem_inbox", Map.of("wait_seconds", 10));
    return read.contains(WORDS)
        ? new Finding("round trip", State.OK, "a message arrived " + where)
        : broken("round trip", where + ": no message arrived");
  }

  private Map<String, String> variables(String session) {
    return Map.of(
        "INTANDEM_HOME", directory.resolve(session).toString(), "CLAUDE_CODE_SESSION_ID", session);
  }

  private static Finding broken(String subject, String detail) {
    return new Finding(subject, State.BROKEN, detail);
  }

  private static String line(String text) {
    return text.lines().findFirst().orElse("");
  }
}
