package intandem.domain.admission;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The lines of a text, counted from 1. Each ends with LF, CR LF or the text. */
final class Lines {
  private final String text;
  private final int[] begins;

  Lines(String text) {
    this.text = text;
    this.begins =
        IntStream.range(0, text.length())
            .filter(i -> i == 0 || text.charAt(i - 1) == '\n')
            .toArray();
  }

  int total() {
    return begins.length;
  }

  /** Where the line begins in the text. */
  int begin(int line) {
    return begins[line - 1];
  }

  /** Where the line ends in the text, its end of line left out. */
  int end(int line) {
    int next = line < total() ? begins[line] : text.length();
    int end = text.charAt(next - 1) == '\n' ? next - 1 : next;
    boolean crLf = end < next && end > begin(line) && text.charAt(end - 1) == '\r';
    return crLf ? end - 1 : end;
  }

  String line(int line) {
    return text.substring(begin(line), end(line));
  }

  /** Those lines with LF between them. */
  String between(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(this::line).collect(Collectors.joining("\n"));
  }

  /** The last line up to {@code to} such that all from {@code from} on take so many bytes. */
  int lastThatFits(int from, int to, int bytes) {
    int left = bytes - jsonBytes(line(from));
    int last = from - 1;
    while (left >= 0 && last < to) {
      last++;
      left -= last < to ? jsonBytes("\n") + jsonBytes(line(last + 1)) : 0;
    }
    return last;
  }

  /** Bytes of UTF-8 in a JSON string (RFC 8259 section 7), its quotes not counted. */
  static int jsonBytes(String text) {
    return text.codePoints().map(Lines::jsonBytes).sum();
  }

  private static int jsonBytes(int codePoint) {
    return switch (codePoint) {
      case '"', '\\', '\b', '\f', '\n', '\r', '\t' -> 2;
      default -> {
        if (codePoint < 0x20) {
          yield 6;
        }
        yield codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
      }
    };
  }
}
