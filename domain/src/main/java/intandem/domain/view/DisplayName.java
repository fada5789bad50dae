package intandem.domain.view;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a member may be called: 1 to 24 plain ASCII characters, and no word of authority. */
public final class DisplayName {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _.-]{0,23}");
  private static final Set<String> RESERVED =
      Set.of(
          "system",
          "user",
          "human",
          "assistant",
          "claude",
          "anthropic",
          "admin",
          "hub",
          "owner",
          "intandem");

  private DisplayName() {}

  /** Whether the text can be a name. */
  public static boolean valid(String text) {
    return SHAPE.matcher(text).matches()
        && text.equals(text.strip())
        && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
  }
}
