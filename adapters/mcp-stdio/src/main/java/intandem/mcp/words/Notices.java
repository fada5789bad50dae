package intandem.mcp.words;

import intandem.domain.protocol.Body;
import intandem.domain.session.Answer.Delivered;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The one place where text that peers wrote becomes text that a model reads. It comes out without
 * hidden characters, bounded, escaped, every line marked, and fenced by a tag nobody can guess. To
 * be done once, at the edge: what is stored stays as it was written.
 */
public final class Notices {

  private static final int LINE_CHARS = 2_000;
  private static final int MOST_LINES = 400;
  private static final int NAME_CHARS = 60;
  private static final int PATH_CHARS = 300;
  private static final int TAG_BYTES = 4;
  private static final String MARK = "│ ";

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
    var language = code.language().isBlank() ? "" : " (" + name(code.language()) + ")";
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
    var lines = lines(visible.text());
    var block = new StringBuilder("‹peer ").append(tag).append("›\n");
    lines.stream()
        .limit(MOST_LINES)
        .forEach(line -> block.append(MARK).append(escape(line)).append('\n'));
    block.append("‹/peer ").append(tag).append('›');
    if (lines.size() > MOST_LINES) {
      block.append("\n[%d more lines are not shown]".formatted(lines.size() - MOST_LINES));
    }
    if (visible.removed() > 0) {
      block.append("\n[%d hidden characters removed]".formatted(visible.removed()));
    }
    return block.toString();
  }

  /** A short text on one line, such as a name: at most 60 characters before escaping. */
  public static String name(String raw) {
    return inline(raw, NAME_CHARS);
  }

  /** The beginning of a text on one line, in quotation marks that it cannot close. */
  public static String quote(String raw, int mostChars) {
    return '"' + inline(raw, mostChars) + '"';
  }

  /** A sentence of our own that names something a peer or a file system chose. */
  static String plain(String raw, int mostChars) {
    return inline(raw, mostChars);
  }

  private static String inline(String raw, int mostChars) {
    var text = Visible.of(raw).text().replaceAll("\\s+", " ").strip();
    var cut = text.codePointCount(0, text.length()) > mostChars;
    var shown = cut ? text.substring(0, text.offsetByCodePoints(0, mostChars)) + "…" : text;
    return escape(shown);
  }

  private String tag() {
    var bytes = new byte[TAG_BYTES];
    entropy.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Longer lines go on in the next one, so that nothing of them is lost. */
  private static List<String> lines(String text) {
    var lines = new ArrayList<String>();
    for (var line : text.split("\n", -1)) {
      var rest = line;
      while (rest.length() > LINE_CHARS) {
        var end = Character.isHighSurrogate(rest.charAt(LINE_CHARS - 1)) ? 1 : 0;
        lines.add(rest.substring(0, LINE_CHARS - end));
        rest = rest.substring(LINE_CHARS - end);
      }
      lines.add(rest);
    }
    return lines;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&apos;");
  }
}
