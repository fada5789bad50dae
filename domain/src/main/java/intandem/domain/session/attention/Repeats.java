package intandem.domain.session.attention;

import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.view.Letter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Messages that say again, to the same readers, what their author said shortly before. */
public final class Repeats {
  /** How long ago, in log time, the same words count as said again. */
  static final Duration WINDOW = Duration.ofMinutes(10);

  private Repeats() {}

  /** The earlier message that says the same; all messages are in order. */
  public static Optional<Letter> earlier(Letter letter, List<Letter> all) {
    return all.reversed().stream()
        .dropWhile(other -> other.number() >= letter.number())
        .takeWhile(other -> other.place().at().plus(WINDOW).isAfter(letter.place().at()))
        .filter(other -> other.from().equals(letter.from()))
        .filter(other -> other.message().kind().equals(letter.message().kind()))
        .filter(other -> other.message().text().equals(letter.message().text()))
        .filter(other -> other.to() instanceof Recipient.All || other.to().equals(letter.to()))
        .findFirst();
  }
}
