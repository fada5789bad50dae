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

  private static final int JOINER = 0x200d;
  private static final int AS_TEXT = 0xfe0e;
  private static final int AS_PICTURE = 0xfe0f;
  private static final int ASCII = 0x7f;

  /**
   * Those which their general category does not give away: Default_Ignorable of Unicode 16,
   * noncharacters, and two letters that are drawn as nothing.
   */
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
          new Range(0x16fe4, 0x16fe4),
          new Range(0x1d159, 0x1d159),
          new Range(0xe0000, 0xe0fff));

  private Hidden() {}

  /** Whether the character is dropped; line feed and tab are not. */
  static boolean test(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\n' && point != '\t';
      case Character.FORMAT, Character.PRIVATE_USE -> true;
      default -> (point & 0xfffe) == 0xfffe || ignorable(point);
    };
  }

  private static boolean ignorable(int point) {
    for (var range : IGNORABLE) {
      if (range.holds(point)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a dropped character only said how the emoji before it is drawn. As every other emoji is
   * written with one, a word about them would teach readers to pass over that word.
   */
  static boolean drawsEmoji(int before, int point) {
    return switch (point) {
      case AS_TEXT, AS_PICTURE -> Character.isEmoji(before);
      case JOINER -> before == AS_PICTURE || (before > ASCII && Character.isEmoji(before));
      default -> false;
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
