package intandem.codec;

import intandem.domain.id.Bytes;
import intandem.domain.id.EntryId;
import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.id.Secret;
import intandem.domain.id.TaskId;
import intandem.domain.id.Term;
import intandem.domain.id.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The fields of one object, by name and type. A field that is missing, of another type or out of
 * bounds is {@link Unreadable}; so is an object that has fields nobody asked for.
 */
final class FieldReader {
  private final Map<String, Json> values;
  private final Set<String> unread;

  private FieldReader(Map<String, Json> values) {
    this.values = values;
    this.unread = new HashSet<>(values.keySet());
  }

  /** Reads a whole object. */
  static <T> T read(Json json, Function<FieldReader, T> reading) {
    if (!(json instanceof Json.Fields(Map<String, Json> values))) {
      throw new Unreadable("not an object");
    }
    FieldReader in = new FieldReader(values);
    T result;
    try {
      result = reading.apply(in);
    } catch (IllegalArgumentException e) {
      throw new Unreadable("fields that do not go together: " + e.getMessage());
    }
    if (!in.unread.isEmpty()) {
      throw new Unreadable("an unknown field");
    }
    return result;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String text(String name) {
    return at(name, FieldReader::text);
  }

  /** A whole number, not negative. */
  long count(String name) {
    return at(name, FieldReader::count);
  }

  /** A whole number, not negative, below 2^31. */
  int small(String name) {
    return at(name, FieldReader::small);
  }

  Instant instant(String name) {
    return at(name, json -> Instant.ofEpochMilli(count(json)));
  }

  Duration millis(String name) {
    return at(name, json -> Duration.ofMillis(count(json)));
  }

  /** Any number of bytes. */
  Bytes bytes(String name) {
    return at(name, FieldReader::bytes);
  }

  /** That many bytes. */
  Bytes bytes(String name, int size) {
    return at(name, json -> sized(bytes(json), size));
  }

  /** That many bytes, or none. */
  Bytes bytesOrNone(String name, int size) {
    return text(name).isEmpty() ? Bytes.EMPTY : bytes(name, size);
  }

  Bytes key(String name) {
    return bytes(name, 32);
  }

  Bytes signature(String name) {
    return bytes(name, 64);
  }

  Secret secret(String name) {
    return Secret.of(key(name).toArray());
  }

  Hash hash(String name) {
    return at(name, json -> new Hash(bytes(json)));
  }

  Head head(String index, String hash) {
    return new Head(count(index), hash(hash));
  }

  EntryId id(String name) {
    return at(name, json -> new EntryId(bytes(json)));
  }

  MemberId member(String name) {
    return at(name, FieldReader::member);
  }

  TaskId task(String name) {
    return at(name, json -> new TaskId(text(json)));
  }

  List<TaskId> tasks(String name) {
    return list(name, json -> new TaskId(text(json)));
  }

  WorkspaceId workspace(String name) {
    return at(name, json -> new WorkspaceId(text(json)));
  }

  Term term(String name) {
    return object(name, in -> new Term(in.small("n"), in.key("k")));
  }

  /** One of the constants, by its {@link Words#of word}. */
  <E extends Enum<E>> E word(String name, E[] constants) {
    return at(name, json -> Words.find(text(json), constants));
  }

  <T> T object(String name, Function<FieldReader, T> reading) {
    return at(name, json -> read(json, reading));
  }

  <T> List<T> objects(String name, Function<FieldReader, T> reading) {
    return list(name, json -> read(json, reading));
  }

  List<String> texts(String name) {
    return list(name, FieldReader::text);
  }

  private <T> List<T> list(String name, Function<Json, T> item) {
    return at(name, json -> items(json).stream().map(item).toList());
  }

  private <T> T at(String name, Function<Json, T> reading) {
    Json value = values.get(name);
    if (value == null) {
      throw new Unreadable(name + ": missing");
    }
    unread.remove(name);
    try {
      return reading.apply(value);
    } catch (Unreadable | IllegalArgumentException e) {
      throw new Unreadable(name + ": " + e.getMessage());
    }
  }

  private static String text(Json json) {
    if (json instanceof Json.Text(String text)) {
      return text;
    }
    throw new Unreadable("not a text");
  }

  private static long count(Json json) {
    if (json instanceof Json.Whole(long number) && number >= 0) {
      return number;
    }
    throw new Unreadable("not a whole number from 0");
  }

  private static int small(Json json) {
    long number = count(json);
    if (number > Integer.MAX_VALUE) {
      throw new Unreadable("beyond 2^31");
    }
    return (int) number;
  }

  private static List<Json> items(Json json) {
    if (json instanceof Json.Items(List<Json> items)) {
      return items;
    }
    throw new Unreadable("not a list");
  }

  private static MemberId member(Json json) {
    return new MemberId(text(json));
  }

  /** Only the one form that {@link Bytes#base64} writes. */
  private static Bytes bytes(Json json) {
    String text = text(json);
    try {
      Bytes bytes = Bytes.of(Base64.getUrlDecoder().decode(text));
      if (bytes.base64().equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException _) {
      throw new Unreadable("not base64url");
    }
    throw new Unreadable("not base64url without padding");
  }

  private static Bytes sized(Bytes bytes, int size) {
    if (bytes.size() != size) {
      throw new Unreadable(bytes.size() + " bytes instead of " + size);
    }
    return bytes;
  }
}
