package intandem.mcp.words;

import intandem.domain.admission.Limits;
import intandem.domain.id.Bytes;
import intandem.domain.protocol.Body;
import intandem.domain.tandem.Answer.Delivered;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The one place where text that peers wrote becomes text that a model reads. It comes out without
 * hidden characters, bounded, escaped, every line marked, and fenced by a tag nobody can guess; or
 * on one line, in quotation marks. To be done once, at the edge: what is stored stays as it was.
 */
public final class Notices {

  private static final int LINE_CHARS = 2_000;
  private static final int NAME_CHARS = 60;
  private static final int PATH_CHARS = 300;
  private static final int TAG_BYTES = 4;
  private static final int MOST_CHARS = 48_000;
  private static final String MARK = "│ ";
  private static final String CONTINUED = "│…";

  private final RandomGenerator entropy;

  /** With a source that is safe to use from several threads. */
  public Notices(RandomGenerator entropy) {
    this.entropy = entropy;
  }

  /** A message in full, under a line that says what is known of it. */
  public String message(Delivered message, Moments moments) {
    var body = message.letter().message();
    return Provenance.of(message, moments) + "\n" + about(body) + block(body.text());
  }

  private String about(Body.Message body) {
    if (!(body instanceof Body.Code code)) {
      return "";
    }
    return source(code) + "\n" + (code.note().isBlank() ? "" : block(code.note()) + "\n");
  }

  /** Where lines of code come from. */
  static String source(Body.Code code) {
    var language = code.language().isBlank() ? "" : " (" + quote(code.language(), NAME_CHARS) + ")";
    var lines = code.text().split("\n", -1).length;
    return code.path().isBlank()
        ? "a snippet of %s%s".formatted(Lists.count(lines, "line"), language)
        : "%s lines %d to %d of %d%s"
            .formatted(
                quote(code.path(), PATH_CHARS),
                code.from(),
                code.from() + lines - 1,
                code.total(),
                language);
  }

  /** A text in full: its lines marked and fenced. */
  String block(String raw) {
    var tag = tag();
    var visible = Visible.of(raw);
    var lines = marked(visible.text());
    var block = new StringBuilder("‹peer ").append(tag).append("›\n");
    var shown = 0;
    while (shown < Math.min(lines.size(), Limits.SHOWN_LINES) && fits(block, lines.get(shown))) {
      block.append(lines.get(shown)).append('\n');
      shown++;
    }
    block.append("‹/peer ").append(tag).append('›');
    if (shown < lines.size()) {
      var rest = Lists.count(lines.size() - shown, "more line");
      block.append("\n[%s not shown: ask for the rest in parts]".formatted(rest));
    }
    return block + (visible.removed() > 0 ? "\n" + removed(visible) : "");
  }

  private static boolean fits(StringBuilder block, String line) {
    return block.length() + line.length() < MOST_CHARS;
  }

  private static String removed(Visible visible) {
    return "[%d hidden characters removed]".formatted(visible.removed());
  }

  /** A short text on one line, such as a name: at most 60 characters before escaping. */
  public static String name(String raw) {
    return inline(Visible.of(raw), NAME_CHARS);
  }

  /** The beginning of a text on one line, in quotation marks that it cannot close. */
  public static String quote(String raw, int mostChars) {
    var visible = Visible.of(raw);
    var hidden = visible.removed() > 0 ? " " + removed(visible) : "";
    return '"' + inline(visible, mostChars) + '"' + hidden;
  }

  /** Whether a quotation of so many characters leaves nothing of the text out. */
  static boolean quotable(String raw, int mostChars) {
    return line(Visible.of(raw)).equals(raw) && raw.codePointCount(0, raw.length()) <= mostChars;
  }

  /**
   * A sentence of our own that names something a file system or a user's setting chose: what could
   * be a tag is escaped, but no quotation mark, as it stands in none. Our words have no tags.
   */
  static String plain(String raw, int mostChars) {
    return escapeTags(cut(Visible.of(raw), mostChars));
  }

  private static String inline(Visible visible, int mostChars) {
    return escape(cut(visible, mostChars));
  }

  private static String cut(Visible visible, int mostChars) {
    var text = line(visible);
    var cut = text.codePointCount(0, text.length()) > mostChars;
    return cut ? text.substring(0, text.offsetByCodePoints(0, mostChars)) + "…" : text;
  }

  private static String line(Visible visible) {
    return visible
        .text()
        .replace('\t', ' ')
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private String tag() {
    return Bytes.random(entropy, TAG_BYTES).hex();
  }

  /** Escaped lines, each with a mark; what is too long for one goes on in the next. */
  private static List<String> marked(String text) {
    var lines = new ArrayList<String>();
    for (var line : text.split("\n", -1)) {
      var rest = line;
      var mark = MARK;
      while (rest.length() > LINE_CHARS) {
        var end = seam(rest);
        lines.add(mark + escape(rest.substring(0, end)));
        rest = rest.substring(end);
        mark = CONTINUED;
      }
      lines.add(mark + escape(rest));
    }
    return lines;
  }

  /** Where to cut a line so that no character is torn, nor torn from its marks. */
  private static int seam(String line) {
    var end = LINE_CHARS;
    while (Character.isLowSurrogate(line.charAt(end)) || Hidden.isMark(line.codePointAt(end))) {
      end--;
    }
    return end;
  }

  private static String escape(String text) {
    return escapeTags(text).replace("\"", "&quot;").replace("'", "&apos;");
  }

  private static String escapeTags(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
