package intandem.crypto;

import intandem.domain.id.Bytes;
import intandem.domain.id.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One case of a vector file: a flat JSON object of strings, which are hexadecimal unless said. */
record Vector(Map<String, String> fields) {
  private static final Pattern CASE = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":\\s*\"([^\"]*)\"");

  /** All cases of {@code vectors/<name>.json}. */
  static Stream<Vector> all(String name) {
    return CASE.matcher(text("/vectors/" + name + ".json")).results().map(r -> of(r.group(1)));
  }

  byte[] bytes(String field) {
    return HexFormat.of().parseHex(plain(field));
  }

  Bytes octets(String field) {
    return Bytes.of(bytes(field));
  }

  Secret secret(String field) {
    return Secret.of(bytes(field));
  }

  String plain(String field) {
    return Objects.requireNonNull(fields.get(field), field);
  }

  @Override
  public String toString() {
    return fields.values().iterator().next();
  }

  private static Vector of(String object) {
    Map<String, String> fields = new LinkedHashMap<>();
    FIELD.matcher(object).results().forEach(r -> fields.put(r.group(1), r.group(2)));
    return new Vector(fields);
  }

  private static String text(String resource) {
    try (var in = Objects.requireNonNull(Vector.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
