package intandem.mcp.words;

import intandem.domain.protocol.Body;
import intandem.domain.tandem.Answer.Delivered;

/** What is known of a message because it was verified, in one line. */
final class Provenance {

  private Provenance() {}

  static String of(Delivered message, Moments moments) {
    var letter = message.letter();
    var line = new StringBuilder("#%d %s".formatted(letter.number(), letter.message().kind()));
    line.append(" from ").append(message.mine() ? "you" : author(message));
    line.append(message.to().isEmpty() ? " to everyone" : " to " + reader(message) + " only");
    line.append(" · ").append(moments.clock(letter.place().at())).append(" UTC");
    line.append(letter.restored() ? "" : " · signed ✓");
    if (letter.message() instanceof Body.Text text && text.replyTo() > 0) {
      line.append(" · in reply to #").append(text.replyTo());
    }
    if (letter.restored()) {
      line.append(" · brought back after a split by ").append(letter.bearer());
      line.append(", who signed it in its author's place");
    }
    if (message.possiblySeen()) {
      line.append(" · may have been shown before");
    }
    return line.toString();
  }

  private static String author(Delivered message) {
    return "%s (%s)".formatted(Notices.name(message.from()), message.letter().from());
  }

  private static String reader(Delivered message) {
    return message.mine() ? Notices.name(message.to()) : "you";
  }
}
