package intandem.mcp.words;

import intandem.domain.id.MemberId;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.tandem.Answer.Names;
import intandem.domain.tandem.Notice;
import intandem.domain.tandem.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** What was asked for earlier and will not be done: which it was, and why. */
final class FailureWords {
  private static final int TEXT_CHARS = 1_000;
  private static final int TITLE_CHARS = 100;

  private FailureWords() {}

  static String of(Notice.Failed failed) {
    return "%s was refused after all. %s"
        .formatted(what(failed.body(), failed.to(), failed.names()), Refusals.of(failed.why()));
  }

  /** What waited when there was no way to send it any more; a line of its own, or nothing. */
  static String unsent(List<Refusal.Unsent> unsent) {
    return unsent.isEmpty()
        ? ""
        : "\nNever sent: "
            + unsent.stream()
                .map(each -> what(each.body(), each.to(), each.names()))
                .collect(Collectors.joining(" "))
                .replaceAll(",$", ".");
  }

  private static String what(Body body, Recipient to, Names names) {
    return switch (body) {
      case Body.Text text ->
          "your message %s, %s,".formatted(to(to, names), quote(text.text(), TEXT_CHARS));
      case Body.Code code ->
          "the code that you shared %s, %s,".formatted(to(to, names), Notices.source(code));
      case Body.Tasks tasks ->
          "your plan of %s, from %s on,"
              .formatted(
                  Lists.count(tasks.texts().size(), "task"),
                  quote(tasks.texts().getFirst().title(), TITLE_CHARS));
      case Body.Variable variable ->
          "your value for the variable %s,".formatted(quote(variable.name(), TITLE_CHARS));
      case Body.Finding finding ->
          "your finding %s,".formatted(quote(finding.summary(), TITLE_CHARS));
      case Body other -> "a change that you asked for earlier";
    };
  }

  private static String to(Recipient to, Names names) {
    return switch (to) {
      case Recipient.All() -> "to all";
      case Recipient.One(MemberId member) -> "to " + Notices.name(names.of(member));
    };
  }

  private static String quote(String text, int mostChars) {
    return Notices.quote(text, mostChars);
  }
}
