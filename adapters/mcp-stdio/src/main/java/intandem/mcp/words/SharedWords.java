package intandem.mcp.words;

import intandem.domain.id.TaskId;
import intandem.domain.protocol.Severity;
import intandem.domain.tandem.Answer;
import intandem.domain.view.Findings.Known;
import intandem.domain.view.Values.Value;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Variables and findings in words. */
record SharedWords(Notices notices, Moments moments) {

  private static final int NAME_CHARS = 100;
  private static final int SHORT_CHARS = 200;
  private static final int TITLE_CHARS = 500;
  private static final int MOST_FINDINGS = 50;
  private static final int MOST_CHARS = 30_000;

  String variables(Answer.Variables variables) {
    if (variables.values().isEmpty()) {
      return "No variable has been set yet. intandem_set_var sets one.";
    }
    return bounded(
        variables.values().stream().map(value -> variable(value, variables.names())).toList(),
        "ask for one by its key");
  }

  /** One line if the value fits, or the value as a block below. */
  private String variable(Value value, Answer.Names names) {
    var set =
        "(set by %s, version %d)".formatted(Notices.name(names.of(value.by())), value.version());
    var key = Notices.quote(value.name(), NAME_CHARS);
    return Notices.quotable(value.value(), SHORT_CHARS)
        ? "%s = %s %s".formatted(key, Notices.quote(value.value(), SHORT_CHARS), set)
        : "%s = %s\n%s".formatted(key, set, notices.block(value.value()));
  }

  static String assigned(Answer.Assigned assigned) {
    return "%s is set: version %d%s"
        .formatted(
            Notices.quote(assigned.value().name(), NAME_CHARS),
            assigned.value().version(),
            assigned.safe() ? "." : ", stored here only, so far.");
  }

  static String reported(Answer.Reported reported) {
    var known = reported.finding();
    return "[%s] %s%s%s"
        .formatted(
            known.id(),
            known.finding().severity(),
            known.reports() == 1
                ? " recorded"
                : " was known: counted again, %d reports, seen %d times"
                    .formatted(known.reports(), known.seen()),
            reported.safe() ? "." : ", stored here only, so far.");
  }

  String findings(Answer.Findings findings) {
    var all = findings.findings();
    if (all.isEmpty()) {
      return "No such findings. intandem_finding reports one.";
    }
    var lines =
        all.stream().limit(MOST_FINDINGS).map(known -> finding(known, findings.names())).toList();
    var rest = all.size() - lines.size();
    var more = rest == 0 ? "" : "\n(%d more; filter by severity, service or task)".formatted(rest);
    return counts(all) + "\n" + bounded(lines, "filter by severity, service or task") + more;
  }

  private static String counts(List<Known> findings) {
    var counts =
        findings.stream()
            .collect(Collectors.groupingBy(one -> one.finding().severity(), Collectors.counting()));
    return "Findings: "
        + Arrays.stream(Severity.values())
            .filter(counts::containsKey)
            .map(severity -> counts.get(severity) + " " + severity.word())
            .collect(Collectors.joining(", "));
  }

  private String finding(Known known, Answer.Names names) {
    var finding = known.finding();
    var line =
        "[%s] %s in %s, by %s at %s UTC"
            .formatted(
                known.id(),
                finding.severity(),
                Notices.quote(finding.service(), TITLE_CHARS),
                Notices.name(names.of(known.by())),
                moments.clock(known.place().at()));
    var remarks = new StringBuilder(line);
    if (!finding.category().isBlank()) {
      remarks.append("; category ").append(Notices.quote(finding.category(), TITLE_CHARS));
    }
    if (!finding.task().isBlank()) {
      remarks.append("; task ").append(task(finding.task()));
    }
    if (known.seen() > 1) {
      remarks.append("; seen ").append(known.seen()).append(" times");
    }
    return remarks.append('\n').append(notices.block(text(known))).toString();
  }

  private static String task(String named) {
    return TaskId.parse(named).map(TaskId::value).orElseGet(() -> Notices.quote(named, NAME_CHARS));
  }

  private static String text(Known known) {
    var finding = known.finding();
    var text = new StringBuilder(finding.summary());
    finding.patterns().forEach(pattern -> text.append("\npattern: ").append(pattern));
    if (!finding.recommendation().isBlank()) {
      text.append("\nrecommendation: ").append(finding.recommendation());
    }
    return text.toString();
  }

  /** As many of them as one result holds. */
  private static String bounded(List<String> parts, String instead) {
    var text = new StringBuilder();
    var shown = 0;
    for (var part : parts) {
      if (shown > 0 && text.length() + part.length() > MOST_CHARS) {
        break;
      }
      text.append(shown == 0 ? "" : "\n").append(part);
      shown++;
    }
    var rest = parts.size() - shown;
    return rest == 0 ? text.toString() : "%s\n(%d more; %s)".formatted(text, rest, instead);
  }
}
