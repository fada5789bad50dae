package intandem.app.host;

import intandem.domain.protocol.Waking;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ways to wake this session's model that its user allows, as {@code INTANDEM_DELIVERY} says:
 * {@code socket}, {@code channel}, {@code hook}, several of them with commas, {@code none}, or
 * {@code auto}, the default, for all.
 *
 * @param named whether they were named one by one
 */
record Ways(List<Waking> allowed, boolean named) {
  private static final String SETTING = "INTANDEM_DELIVERY";
  private static final List<Waking> ALL = List.of(Waking.SOCKET, Waking.CHANNEL, Waking.HOOK);
  private static final Ways AUTO = new Ways(ALL, false);

  Ways {
    allowed = List.copyOf(allowed);
  }

  /** What the environment says; anything else than these words counts as {@code auto}. */
  static Ways of(Map<String, String> environment) {
    List<String> words = words(environment);
    return words.equals(List.of("auto")) || !known().containsAll(words)
        ? AUTO
        : new Ways(ALL.stream().filter(way -> words.contains(way.word())).toList(), true);
  }

  /** What is wrong with what the environment says, in a sentence. */
  static Optional<String> problem(Map<String, String> environment) {
    List<String> words = words(environment);
    return words.equals(List.of("auto")) || known().containsAll(words)
        ? Optional.empty()
        : Optional.of(
            "%s=%s counts as auto: accepted are auto, or out of %s"
                .formatted(SETTING, String.join(",", words), String.join(", ", known())));
  }

  private static List<String> words(Map<String, String> environment) {
    String wanted = environment.getOrDefault(SETTING, "").strip().toLowerCase(Locale.ROOT);
    return wanted.isEmpty()
        ? List.of("auto")
        : Stream.of(wanted.split(",", -1)).map(String::strip).toList();
  }

  private static List<String> known() {
    return Arrays.stream(Waking.values()).map(Waking::word).toList();
  }

  boolean allow(Waking way) {
    return allowed.contains(way);
  }
}
