package intandem.mcp.words;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * A text with nothing hidden in it: well-formed, NFC, lines ended by line feeds, at most four marks
 * on a character, and none on white space.
 *
 * @param removed how many characters were dropped for that
 */
record Visible(String text, int removed) {

  private static final int MOST_MARKS = 4;

  static Visible of(String raw) {
    var first = strip(raw.replaceAll("\\R", "\n"));
    var second = strip(Normalizer.normalize(first.text(), Form.NFC));
    return new Visible(second.text(), first.removed() + second.removed());
  }

  private static Visible strip(String raw) {
    var kept = new StringBuilder(raw.length());
    var removed = 0;
    var marks = MOST_MARKS;
    var before = (int) '\n';
    for (var i = 0; i < raw.length(); i = raw.offsetByCodePoints(i, 1)) {
      var point = raw.codePointAt(i);
      marks = Hidden.isMark(point) ? marks + 1 : Character.isWhitespace(point) ? MOST_MARKS : 0;
      if (!Hidden.test(point) && marks <= MOST_MARKS) {
        kept.appendCodePoint(Character.getType(point) == Character.SURROGATE ? 0xfffd : point);
      } else if (!Hidden.drawsEmoji(before, point)) {
        removed++;
      }
      before = point;
    }
    return new Visible(kept.toString(), removed);
  }
}
