package intandem.mcp.arguments;

import intandem.mcp.arguments.Argument.Presence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks what a call gave against its table and lists every fault, not just the first. */
public final class Validation {

  /** What came of it. */
  public sealed interface Outcome {

    record Valid(Arguments arguments) implements Outcome {}

    /** The faults in the order of the table, each naming its argument. */
    record Faulty(List<String> faults) implements Outcome {}
  }

  private final List<String> faults = new ArrayList<>();

  private Validation() {}

  /** Accepts what keeps to the table throughout, and nothing beside it. */
  public static Outcome check(List<Argument> table, Map<String, ?> given) {
    var validation = new Validation();
    var arguments = validation.object("", table, given);
    return validation.faults.isEmpty()
        ? new Outcome.Valid(arguments)
        : new Outcome.Faulty(validation.faults);
  }

  /** Of what a call gave, that which keeps to the table. */
  public static Map<String, ?> usable(List<Argument> table, Map<String, ?> given) {
    var usable = new LinkedHashMap<String, Object>();
    for (var argument : table) {
      var value = given.get(argument.name());
      if (value != null && new Validation().value("", argument, value).isPresent()) {
        usable.put(argument.name(), value);
      }
    }
    return usable;
  }

  private Arguments object(String prefix, List<Argument> table, Map<?, ?> given) {
    var values = new LinkedHashMap<String, Object>();
    for (var argument : table) {
      field(prefix, argument, given).ifPresent(value -> values.put(argument.name(), value));
    }
    for (var key : given.keySet()) {
      if (table.stream().noneMatch(argument -> argument.name().equals(key))) {
        faults.add(unknown(prefix, key, table));
      }
    }
    return new Arguments(values);
  }

  /** JSON null counts as not given, since models write it for what they leave out. */
  private Optional<Object> field(String prefix, Argument argument, Map<?, ?> given) {
    var path = prefix + argument.name();
    var value = given.get(argument.name());
    if (value != null) {
      return value(path, argument, value);
    }
    if (argument.presence() == Presence.REQUIRED) {
      faults.add(path + " is missing; accepted: " + argument.accepted());
    }
    return Optional.empty();
  }

  private Optional<Object> value(String path, Argument argument, Object given) {
    return switch (argument) {
      case Argument.Text text when given instanceof String s && text.accepts(s) -> Optional.of(s);
      case Argument.Prose _ when given instanceof String s && !s.isBlank() -> Optional.of(s);
      case Argument.Choice choice when choice.values().contains(given) -> Optional.of(given);
      case Argument.Whole whole when isWhole(given) && isWithin(whole, (Number) given) ->
          Optional.of(((Number) given).longValue());
      case Argument.Flag _ when given instanceof Boolean -> Optional.of(given);
      case Argument.Texts texts when given instanceof List<?> l && l.size() <= texts.maxItems() ->
          Optional.of(texts(path, texts, l));
      case Argument.Objects objs when given instanceof List<?> l && objs.accepts(l.size()) ->
          Optional.of(objects(path, objs, l));
      case Argument.Text _,
          Argument.Prose _,
          Argument.Choice _,
          Argument.Whole _,
          Argument.Flag _,
          Argument.Texts _,
          Argument.Objects _ ->
          wrong(path, given, argument.accepted());
    };
  }

  private List<String> texts(String path, Argument.Texts texts, List<?> given) {
    var values = new ArrayList<String>();
    for (var i = 0; i < given.size(); i++) {
      var place = path + "[" + i + "]";
      value(place, texts.item(place), given.get(i)).ifPresent(text -> values.add((String) text));
    }
    return values;
  }

  private List<Arguments> objects(String path, Argument.Objects objects, List<?> given) {
    var values = new ArrayList<Arguments>();
    for (var i = 0; i < given.size(); i++) {
      var place = "%s #%d".formatted(path, i + 1);
      if (given.get(i) instanceof Map<?, ?> object) {
        values.add(object(place + ": ", objects.fields(), object));
      } else {
        wrong(place, given.get(i), "an object with " + Argument.names(objects.fields()));
      }
    }
    return values;
  }

  private Optional<Object> wrong(String path, Object given, String accepted) {
    faults.add(path + " is " + Given.describe(given) + "; accepted: " + accepted);
    return Optional.empty();
  }

  private static String unknown(String prefix, Object key, List<Argument> table) {
    var accepted = table.isEmpty() ? "no arguments" : Argument.names(table);
    return prefix + Given.quote(key.toString()) + " is no argument here; accepted: " + accepted;
  }

  /** A number without a fraction, also when written with one, as 5.0. */
  private static boolean isWhole(Object given) {
    return given instanceof Integer
        || given instanceof Long
        || (given instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1L << 53);
  }

  private static boolean isWithin(Argument.Whole whole, Number given) {
    return given.longValue() >= whole.min() && given.longValue() <= whole.max();
  }
}
