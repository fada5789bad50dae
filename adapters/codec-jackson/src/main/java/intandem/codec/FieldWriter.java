package intandem.codec;

import intandem.domain.id.Bytes;
import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Collects the fields of one object, in the order in which they shall be written. */
final class FieldWriter {
  private final Map<String, Json> values = new LinkedHashMap<>();

  /** Starts an object that says what kind of message it is. */
  static FieldWriter kind(String kind) {
    return new FieldWriter().text("k", kind);
  }

  /** The object. */
  Json.Fields fields() {
    return new Json.Fields(values);
  }

  FieldWriter text(String name, String text) {
    return put(name, new Json.Text(text));
  }

  FieldWriter number(String name, long number) {
    return put(name, new Json.Whole(number));
  }

  /** Milliseconds since 1970; what is finer is cut off. */
  FieldWriter instant(String name, Instant instant) {
    return number(name, instant.toEpochMilli());
  }

  FieldWriter millis(String name, Duration duration) {
    return number(name, duration.toMillis());
  }

  FieldWriter bytes(String name, Bytes bytes) {
    return text(name, bytes.base64());
  }

  FieldWriter hash(String name, Hash hash) {
    return bytes(name, hash.value());
  }

  FieldWriter head(String index, String hash, Head head) {
    return number(index, head.index()).hash(hash, head.hash());
  }

  FieldWriter term(String name, Term term) {
    return object(name, new FieldWriter().number("n", term.number()).bytes("k", term.hubKey()));
  }

  FieldWriter word(String name, Enum<?> constant) {
    return text(name, Words.of(constant));
  }

  FieldWriter object(String name, FieldWriter object) {
    return put(name, object.fields());
  }

  <T> FieldWriter objects(String name, List<T> items, Function<T, FieldWriter> writing) {
    return list(name, items, item -> writing.apply(item).fields());
  }

  FieldWriter texts(String name, List<String> texts) {
    return list(name, texts, Json.Text::new);
  }

  private <T> FieldWriter list(String name, List<T> items, Function<T, Json> writing) {
    return put(name, new Json.Items(items.stream().map(writing).toList()));
  }

  private FieldWriter put(String name, Json value) {
    values.put(name, value);
    return this;
  }
}
