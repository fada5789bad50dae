package intandem.domain.view;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a member may be called: 1 to 24 plain ASCII characters, no member's id, and no word of
 * authority, also not in disguise.
 */
public final class DisplayName {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _.-]{0,23}");
  private static final Pattern ID = Pattern.compile("[Mm]-[A-Za-z2-7]{16}");
  private static final Pattern NUMBER = Pattern.compile("[ _.-]*[0-9]+$");

  private static final Set<String> RESERVED =
      Stream.of(
              "system",
              "user",
              "human",
              "assistant",
              "claude",
              "anthropic",
              "admin",
              "hub",
              "owner",
              "intandem",
              "you",
              "everyone")
          .map(DisplayName::skeleton)
          .collect(Collectors.toUnmodifiableSet());

  private DisplayName() {}

  /** Whether the text can be a name. */
  public static boolean valid(String text) {
    return SHAPE.matcher(text).matches()
        && text.equals(text.strip())
        && !ID.matcher(text).matches()
        && !RESERVED.contains(skeleton(text))
        && !RESERVED.contains(skeleton(NUMBER.matcher(text).replaceFirst("")));
  }

  /**
   * The same for names that a reader may take for one another (UTS #39, of which ASCII is left).
   */
  static String skeleton(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[ _.-]", "")
        .replace('0', 'o')
        .replaceAll("[1i]", "l")
        .replace("rn", "m")
        .replace("vv", "w");
  }
}
