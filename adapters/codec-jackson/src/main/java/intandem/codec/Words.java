package intandem.codec;

import java.util.Arrays;
import java.util.Locale;

/** How constants are written: {@code TOO_LARGE} as {@code too_large}. */
final class Words {
  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E find(String word, E[] constants) {
    return Arrays.stream(constants)
        .filter(constant -> of(constant).equals(word))
        .findFirst()
        .orElseThrow(() -> new Unreadable("an unknown word"));
  }
}
