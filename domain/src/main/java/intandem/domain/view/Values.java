package intandem.domain.view;

import intandem.domain.id.Bytes;
import intandem.domain.id.MemberId;
import intandem.domain.protocol.Place;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shared variables, opened. */
public final class Values {
  private final Map<Bytes, Value> values = new HashMap<>();

  /** A variable: what was set last, by whom, and how often it was set. */
  public record Value(String name, String value, MemberId by, Place place, long version) {}

  /** Takes in a new value for the key that stands for the name. */
  Value set(Bytes key, String name, String value, MemberId by, Place place) {
    long version = find(key).map(Value::version).orElse(0L) + 1;
    Value set = new Value(name, value, by, place, version);
    values.put(key, set);
    return set;
  }

  /** The variable of that key. */
  public Optional<Value> find(Bytes key) {
    return Optional.ofNullable(values.get(key));
  }

  /** All variables, by name. */
  public List<Value> all() {
    return values.values().stream().sorted(Comparator.comparing(Value::name)).toList();
  }
}
