package intandem.mcp.arguments;

import intandem.mcp.arguments.Argument.Presence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema (2020-12) of a table of arguments; no key that says nothing, as each costs. */
public final class Schemas {

  private Schemas() {}

  /** An object with a property for each argument. */
  public static Map<String, Object> object(List<Argument> arguments) {
    var properties = new LinkedHashMap<String, Object>();
    arguments.forEach(argument -> properties.put(argument.name(), property(argument)));
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("properties", properties);
    var required =
        arguments.stream()
            .filter(argument -> argument.presence() == Presence.REQUIRED)
            .map(Argument::name)
            .toList();
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private static Map<String, Object> property(Argument argument) {
    var schema = kind(argument);
    if (!argument.description().isEmpty()) {
      schema.put("description", argument.description());
    }
    return schema;
  }

  private static Map<String, Object> kind(Argument argument) {
    return switch (argument) {
      case Argument.Text text -> schema("type", "string", "maxLength", text.maxChars());
      case Argument.Prose prose -> schema("type", "string", "maxLength", prose.maxBytes());
      case Argument.Choice choice -> schema("type", "string", "enum", choice.values());
      case Argument.Whole whole -> {
        var schema = schema("type", "integer", "minimum", whole.min());
        schema.put("maximum", whole.max());
        yield schema;
      }
      case Argument.Flag _ -> new LinkedHashMap<>(Map.of("type", "boolean"));
      case Argument.Texts texts -> list(texts.maxItems(), property(texts.item("")));
      case Argument.Objects objects -> list(objects.maxItems(), object(objects.fields()));
    };
  }

  private static Map<String, Object> list(int maxItems, Map<String, Object> items) {
    var schema = schema("type", "array", "items", items);
    schema.put("maxItems", maxItems);
    return schema;
  }

  private static Map<String, Object> schema(String key, Object value, String key2, Object value2) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put(key, value);
    schema.put(key2, value2);
    return schema;
  }
}
