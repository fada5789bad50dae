package intandem.mcp.words;

import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Answer.Tracked;
import intandem.domain.tandem.Answer.Waiting;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far one's own got: what waits for the hub, then what was sent. */
record ProgressWords(Answer.Names names, Moments moments) {

  private static final int EXCERPT_CHARS = 60;
  private static final int MOST_WAITING = 20;

  String of(Answer.Progress progress) {
    var waiting = progress.waiting();
    if (waiting.isEmpty() && progress.sent().isEmpty()) {
      return "You have sent nothing yet.";
    }
    var left = progress.earlier();
    var earlier =
        left == 0 ? Stream.<String>of() : Stream.of("(%d earlier left out)".formatted(left));
    return Stream.of(waiting(waiting), earlier, progress.sent().stream().map(this::tracked))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  private Stream<String> waiting(List<Waiting> waiting) {
    if (waiting.isEmpty()) {
      return Stream.of();
    }
    var later = waiting.size() - MOST_WAITING;
    return Stream.of(
            Stream.of("Not in the log yet, in the order in which it goes out:"),
            waiting.stream().limit(MOST_WAITING).map(this::line),
            later <= 0 ? Stream.<String>of() : Stream.of("(%d later left out)".formatted(later)))
        .flatMap(lines -> lines);
  }

  private String line(Waiting one) {
    var words = DraftWords.of(one.to(), one.body(), names, EXCERPT_CHARS);
    return "- %s: %s".formatted(words, one.submitted() ? "not confirmed yet" : "queued");
  }

  private String tracked(Tracked tracked) {
    var letter = tracked.letter();
    return "#%d %s %s, %s UTC: %s"
        .formatted(
            letter.number(),
            letter.message().kind(),
            Notices.quote(letter.message().text(), EXCERPT_CHARS),
            moments.clock(letter.place().at()),
            ReceiptWords.of(tracked.receipts()));
  }
}
