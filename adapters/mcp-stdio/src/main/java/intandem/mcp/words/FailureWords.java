package intandem.mcp.words;

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

  private FailureWords() {}

  static String of(Notice.Failed failed) {
    var comma = failed.body() instanceof Body.Message || failed.body() instanceof Body.Tasks;
    return "%s%s was refused after all. %s"
        .formatted(
            what(failed.to(), failed.body(), failed.names()),
            comma ? "," : "",
            Refusals.of(failed.why()));
  }

  /** What waited when there was no way to send it any more; a line of its own, or nothing. */
  static String unsent(List<Refusal.Unsent> unsent) {
    return unsent.isEmpty()
        ? ""
        : unsent.stream()
            .map(each -> what(each.to(), each.body(), each.names()))
            .collect(Collectors.joining("; ", "\nNever sent: ", "."));
  }

  private static String what(Recipient to, Body body, Names names) {
    return "your " + DraftWords.of(to, body, names, TEXT_CHARS);
  }
}
