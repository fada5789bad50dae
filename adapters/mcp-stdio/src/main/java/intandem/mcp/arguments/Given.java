package intandem.mcp.arguments;

import java.util.List;
import java.util.Map;

/** Describes a JSON value in a message: its type and a short excerpt safe to print on one line. */
public final class Given {

  private static final int EXCERPT_CHARS = 40;

  private Given() {}

  static String describe(Object value) {
    return switch (value) {
      case null -> "null";
      case String text when text.isBlank() -> text.isEmpty() ? "empty" : "only white space";
      case String text -> "the text " + quote(text) + length(text);
      case Boolean flag -> flag.toString();
      case Number number -> "the number " + excerpt(number.toString());
      case List<?> list -> "a list of " + list.size() + ": " + excerpt(list.toString());
      case Map<?, ?> object -> "an object: " + excerpt(object.toString());
      default -> "a " + value.getClass().getSimpleName();
    };
  }

  /** In quotation marks, and cut if it is long. */
  public static String quote(String text) {
    return '"' + excerpt(text) + '"';
  }

  private static String length(String text) {
    var length = text.codePointCount(0, text.length());
    return length > EXCERPT_CHARS ? " of " + length + " characters" : "";
  }

  private static String excerpt(String text) {
    var excerpt = new StringBuilder();
    text.codePoints().limit(EXCERPT_CHARS).forEach(point -> append(excerpt, point));
    return text.codePointCount(0, text.length()) > EXCERPT_CHARS
        ? excerpt + "…"
        : excerpt.toString();
  }

  private static void append(StringBuilder excerpt, int point) {
    if (isPlain(point)) {
      excerpt.appendCodePoint(point);
    } else {
      excerpt.append("\\u{%x}".formatted(point));
    }
  }

  private static boolean isPlain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> point != '"' && point != '\\';
    };
  }
}
