package intandem.mcp.arguments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The arguments of a call that kept to its table. Asking for a name or a kind that the table does
 * not have is a bug and throws.
 */
public final class Arguments {

  private final Map<String, Object> values;

  Arguments(Map<String, Object> values) {
    this.values = Map.copyOf(values);
  }

  /** Whether the argument was given. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** A required text or choice. */
  public String text(String name) {
    return required(optionalText(name), name);
  }

  public Optional<String> optionalText(String name) {
    return value(name, String.class);
  }

  /** A required whole number. */
  public long whole(String name) {
    return required(value(name, Long.class), name);
  }

  public OptionalLong optionalWhole(String name) {
    return has(name) ? OptionalLong.of(whole(name)) : OptionalLong.empty();
  }

  /** False as well if it was not given. */
  public boolean flag(String name) {
    return value(name, Boolean.class).orElse(false);
  }

  /** Empty as well if it was not given. */
  public List<String> texts(String name) {
    return list(name).stream().map(String.class::cast).toList();
  }

  /** Empty as well if it was not given. */
  public List<Arguments> objects(String name) {
    return list(name).stream().map(Arguments.class::cast).toList();
  }

  private List<?> list(String name) {
    return value(name, List.class).orElse(List.of());
  }

  private <T> Optional<T> value(String name, Class<T> kind) {
    return Optional.ofNullable(values.get(name)).map(kind::cast);
  }

  private static <T> T required(Optional<T> value, String name) {
    return value.orElseThrow(() -> new IllegalArgumentException("no required argument " + name));
  }
}
