package intandem.domain.session.desk;

import intandem.domain.protocol.Body;
import intandem.domain.tandem.Notice;
import intandem.domain.view.Letter;

/**
 * How many characters a message or a notice takes in a result: with the line that names its author,
 * its lines marked, its text escaped, and all of it written as JSON. An estimate from above for all
 * but texts made to defy it.
 */
final class Bulk {
  private static final int FRAME = 400;
  private static final int OUTCOME = 2_000;
  private static final int ESCAPED = 6;
  private static final int LINE_BREAK = 4;
  private static final int DOUBLED = 2;

  private Bulk() {}

  static int of(Letter letter) {
    return of(letter.message());
  }

  static int of(Notice notice) {
    boolean outcome = notice instanceof Notice.Failed || notice instanceof Notice.Ended;
    return outcome ? OUTCOME : FRAME;
  }

  private static int of(Body.Message message) {
    return switch (message) {
      case Body.Text text -> FRAME + of(text.text());
      case Body.Code code ->
          2 * FRAME + of(code.path()) + of(code.language()) + of(code.note()) + of(code.text());
    };
  }

  private static int of(String text) {
    return text.chars()
        .map(
            character ->
                switch (character) {
                  case '&', '<', '>', '"', '\'' -> ESCAPED;
                  case '\n' -> LINE_BREAK;
                  case '\\', '\t' -> DOUBLED;
                  default -> 1;
                })
        .sum();
  }
}
