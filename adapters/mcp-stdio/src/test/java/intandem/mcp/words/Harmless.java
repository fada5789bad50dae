package intandem.mcp.words;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;

/** What holds of every text that a model is shown, whatever a peer wrote. */
final class Harmless {

  private static final int MOST_LINES = 400;
  private static final int MOST_CHARS = 50_000;
  private static final int LINE_CHARS = 2 + 2_000 * "&quot;".length();
  private static final Pattern BARE = Pattern.compile("[<>\"']|&(?!(amp|lt|gt|quot|apos);)");
  private static final Pattern BREAK = Pattern.compile("\\R");

  /** Written down apart from the table under test, by category and Unicode's own lists. */
  private static final Pattern HIDDEN =
      Pattern.compile(
          "[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}"
              + "\\x{180B}-\\x{180F}\\x{2028}-\\x{202E}\\x{2060}-\\x{206F}\\x{3164}"
              + "\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{FFF0}-\\x{FFF8}\\x{FDD0}-\\x{FDEF}"
              + "\\x{FFFE}\\x{FFFF}\\x{16FE4}\\x{1D159}\\x{1FFFE}\\x{1FFFF}\\x{10FFFE}\\x{10FFFF}"
              + "\\x{E0000}-\\x{E0FFF}&&[^\\n\\t]]");

  private static final Pattern PILED = Pattern.compile("\\p{M}{5}");
  private static final Pattern LOOSE = Pattern.compile("(^|\\s)\\p{M}");
  private static final Pattern BEGIN = Pattern.compile("‹peer ([0-9a-f]{8})›");
  private static final Pattern AFTERWORD =
      Pattern.compile(
          "\\[\\d+ more lines? not shown: ask for the rest in parts]"
              + "|\\[\\d+ hidden characters removed]");

  private Harmless() {}

  /** A text as a block: fenced, every line marked, nothing active or hidden, bounded. */
  static void block(String block) {
    var lines = List.of(block.split("\n", -1));
    var begin = BEGIN.matcher(lines.getFirst());
    assertTrue(begin.matches(), block);
    var end = lines.lastIndexOf("‹/peer " + begin.group(1) + "›");
    assertTrue(end > 1, block);
    var inside = lines.subList(1, end);
    assertTrue(inside.stream().allMatch(Harmless::marked), block);
    assertTrue(inside.size() <= MOST_LINES, "too many lines");
    assertTrue(block.length() <= MOST_CHARS, "too many characters");
    assertTrue(inside.stream().allMatch(line -> line.length() <= LINE_CHARS), "too long a line");
    inside.forEach(line -> text(line.substring(2)));
    var after = lines.subList(end + 1, lines.size());
    assertTrue(after.stream().allMatch(line -> AFTERWORD.matcher(line).matches()), block);
  }

  private static boolean marked(String line) {
    return line.startsWith("│ ") || line.startsWith("│…");
  }

  /** A text as a quotation: one line, closed where it ends and nowhere before. */
  static void quotation(String quotation) {
    var end = quotation.lastIndexOf('"');
    assertTrue(end > 0 && quotation.startsWith("\""), quotation);
    assertFalse(BREAK.matcher(quotation).find(), quotation);
    text(quotation.substring(1, end));
    var after = quotation.substring(end + 1).strip();
    assertTrue(after.isEmpty() || AFTERWORD.matcher(after).matches(), quotation);
  }

  /** Nothing active, hidden or piled up. */
  static void text(String shown) {
    assertFalse(BARE.matcher(shown).find(), shown);
    plain(shown);
  }

  /** Nothing hidden or piled up. */
  static void plain(String shown) {
    assertFalse(HIDDEN.matcher(shown).find(), shown);
    assertFalse(PILED.matcher(shown).find(), shown);
    assertFalse(LOOSE.matcher(shown).find(), shown);
  }
}
