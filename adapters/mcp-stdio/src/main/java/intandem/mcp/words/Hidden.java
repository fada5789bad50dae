package intandem.mcp.words;

import java.util.List;

/**
 * The characters that a reader does not see or that change how others are seen: controls, format
 * characters (bidi, zero width, tags), private use, noncharacters, fillers, variation selectors.
 */
final class Hidden {

  private record Range(int first, int last) {
    boolean holds(int point) {
      return first <= point && point <= last;
    }
  }

  /** Those which their general category does not give away (Unicode 16, Default_Ignorable). */
  private static final List<Range> IGNORABLE =
      List.of(
          new Range(0x034f, 0x034f),
          new Range(0x115f, 0x1160),
          new Range(0x17b4, 0x17b5),
          new Range(0x180b, 0x180f),
          new Range(0x2060, 0x206f),
          new Range(0x3164, 0x3164),
          new Range(0xfe00, 0xfe0f),
          new Range(0xffa0, 0xffa0),
          new Range(0xfff0, 0xfff8),
          new Range(0xfdd0, 0xfdef),
          new Range(0xe0000, 0xe0fff));

  private Hidden() {}

  /** Whether the character is dropped; line feed and tab are not. */
  static boolean test(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\n' && point != '\t';
      case Character.FORMAT, Character.PRIVATE_USE -> true;
      default -> (point & 0xfffe) == 0xfffe || IGNORABLE.stream().anyMatch(r -> r.holds(point));
    };
  }

  /** Whether the character is drawn on the one before it. */
  static boolean isMark(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }
}
