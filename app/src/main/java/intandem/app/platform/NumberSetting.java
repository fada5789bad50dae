package intandem.app.platform;

import intandem.domain.admission.Limits;
import java.util.Map;
import java.util.Optional;

/**
 * A number that the user may set by a variable.
 *
 * @param unset what it is without the variable, and what anything but a number counts as
 */
public record NumberSetting(String variable, int least, int most, int unset) {
  /** Commands a minute for each member: the limit can only be raised. */
  public static final NumberSetting RATE_LIMIT =
      new NumberSetting(
          "INTANDEM_RATE_LIMIT",
          Limits.DEFAULT.submissionsPerMinute(),
          99_999,
          Limits.DEFAULT.submissionsPerMinute());

  /** Seconds that the {@code Stop} hook waits for messages. */
  public static final NumberSetting STOP_WAIT = new NumberSetting("INTANDEM_STOP_WAIT", 0, 30, 5);

  /** What the environment sets; a number beyond the bounds counts as the nearest within. */
  public int in(Map<String, String> environment) {
    String text = text(environment);
    return number(text) ? Math.clamp(Long.parseLong(text), least, most) : unset;
  }

  /** What is wrong with what the environment sets, in a sentence. */
  public Optional<String> problem(Map<String, String> environment) {
    String text = text(environment);
    int counts = in(environment);
    return text.isEmpty() || (number(text) && Long.parseLong(text) == counts)
        ? Optional.empty()
        : Optional.of(
            "%s=%s counts as %d: accepted are %d to %d"
                .formatted(variable, text, counts, least, most));
  }

  private String text(Map<String, String> environment) {
    return environment.getOrDefault(variable, "").strip();
  }

  private static boolean number(String text) {
    return text.matches("[0-9]{1,18}");
  }
}
