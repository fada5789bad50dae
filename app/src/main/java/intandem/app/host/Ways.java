package intandem.app.host;

import intandem.domain.protocol.Waking;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The ways to wake this session's model that its user allows, as {@code INTANDEM_DELIVERY} says:
 * {@code socket}, {@code channel}, {@code hook}, several of them with commas, {@code none}, or
 * {@code auto}, the default, for all.
 *
 * @param named whether they were named one by one
 */
record Ways(List<Waking> allowed, boolean named) {
  private static final System.Logger LOG = System.getLogger(Ways.class.getName());
  private static final String SETTING = "INTANDEM_DELIVERY";
  private static final List<Waking> ALL = List.of(Waking.SOCKET, Waking.CHANNEL, Waking.HOOK);
  private static final Ways AUTO = new Ways(ALL, false);

  Ways {
    allowed = List.copyOf(allowed);
  }

  /** What the environment says; anything else than these words counts as {@code auto}. */
  static Ways of(Map<String, String> environment) {
    String wanted = environment.getOrDefault(SETTING, "").strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty() || wanted.equals("auto")) {
      return AUTO;
    }
    List<String> words = Stream.of(wanted.split(",", -1)).map(String::strip).toList();
    List<String> known = Arrays.stream(Waking.values()).map(Waking::word).toList();
    if (!known.containsAll(words)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0}={1} counts as auto: it may name {2}",
          SETTING,
          wanted,
          String.join(", ", known));
      return AUTO;
    }
    return new Ways(ALL.stream().filter(way -> words.contains(way.word())).toList(), true);
  }

  boolean allow(Waking way) {
    return allowed.contains(way);
  }
}
