package intandem.app.doctor;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a doctor found out, in order. */
record Checkup(List<Finding> findings) {
  /** How well something is. */
  enum State {
    /** As it should be. */
    OK,
    /** It works, but not all of it, or not for everyone. */
    WARNING,
    /** It does not work. */
    BROKEN
  }

  /** What was looked at, how it is, and what to do about it. */
  record Finding(String subject, State state, String detail) {}

  Checkup {
    findings = List.copyOf(findings);
  }

  boolean broken() {
    return findings.stream().anyMatch(finding -> finding.state() == State.BROKEN);
  }

  /** A line for each finding. */
  String text() {
    return findings.stream()
        .map(f -> "%-8s %-12s %s".formatted(word(f.state()), f.subject(), f.detail()))
        .collect(Collectors.joining("\n"));
  }

  /** One JSON object. */
  String json() {
    return findings.stream()
        .map(
            f ->
                "{\"subject\":%s,\"state\":%s,\"detail\":%s}"
                    .formatted(quoted(f.subject()), quoted(word(f.state())), quoted(f.detail())))
        .collect(Collectors.joining(",", "{\"broken\":" + broken() + ",\"findings\":[", "]}"));
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (next == '"' || next == '\\') {
        quoted.append('\\').append(next);
      } else if (next < ' ') {
        quoted.append("\\u%04x".formatted((int) next));
      } else {
        quoted.append(next);
      }
    }
    return quoted.append('"').toString();
  }
}
