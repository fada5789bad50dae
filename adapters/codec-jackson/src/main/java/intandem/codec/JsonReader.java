package intandem.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import intandem.domain.id.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON (RFC 8259) strictly: what two readers might take differently is no message at all. */
final class JsonReader {
  /** How deep objects and lists may nest. */
  static final int MAX_DEPTH = 16;

  /** How many fields an object may have. */
  static final int MAX_FIELDS = 64;

  /** How many UTF-16 units a string may have. */
  static final int MAX_TEXT = 60 * 1024;

  /** The largest number, and the smallest one's negative: all of them fit a double exactly. */
  static final long MAX_WHOLE = 1L << 53;

  private final JsonParser parser;
  private final int maxTokens;
  private int tokens;

  private JsonReader(JsonParser parser, int maxTokens) {
    this.parser = parser;
    this.maxTokens = maxTokens;
  }

  /** The one value that the bytes hold, of at most that many tokens, or {@link Unreadable}. */
  static Json read(JsonFactory factory, Bytes encoded, int maxTokens) {
    try (JsonParser parser = factory.createParser(utf8(encoded))) {
      JsonReader reader = new JsonReader(parser, maxTokens);
      Json value = reader.value(reader.next(), 0);
      if (parser.nextToken() != null) {
        throw new Unreadable("something follows the message");
      }
      return value;
    } catch (IOException _) {
      throw new Unreadable("not well-formed JSON");
    }
  }

  private static String utf8(Bytes encoded) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(encoded.toArray());
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException _) {
      throw new Unreadable("not UTF-8");
    }
  }

  private JsonToken next() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new Unreadable("empty");
    }
    if (++tokens > maxTokens) {
      throw new Unreadable("more than " + maxTokens + " tokens");
    }
    return token;
  }

  private Json value(JsonToken token, int depth) throws IOException {
    return switch (token) {
      case VALUE_STRING -> new Json.Text(text());
      case VALUE_NUMBER_INT -> new Json.Whole(whole());
      case START_ARRAY -> items(depth + 1);
      case START_OBJECT -> fields(depth + 1);
      default -> throw new Unreadable("a value that is no text, whole number, list or object");
    };
  }

  private String text() throws IOException {
    String text = parser.getText();
    if (text.length() > MAX_TEXT) {
      throw new Unreadable("a text of more than " + MAX_TEXT + " characters");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new Unreadable("a text with half a surrogate pair");
    }
    return text;
  }

  private long whole() throws IOException {
    boolean fits = parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    if (!fits || parser.getLongValue() > MAX_WHOLE || parser.getLongValue() < -MAX_WHOLE) {
      throw new Unreadable("a number beyond 2^53");
    }
    return parser.getLongValue();
  }

  private Json items(int depth) throws IOException {
    checkDepth(depth);
    List<Json> values = new ArrayList<>();
    for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
      values.add(value(token, depth));
    }
    return new Json.Items(values);
  }

  private Json fields(int depth) throws IOException {
    checkDepth(depth);
    Map<String, Json> values = new LinkedHashMap<>();
    while (next() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (values.put(name, value(next(), depth)) != null) {
        throw new Unreadable("a field that is there twice");
      }
      if (values.size() > MAX_FIELDS) {
        throw new Unreadable("an object of more than " + MAX_FIELDS + " fields");
      }
    }
    return new Json.Fields(values);
  }

  private static void checkDepth(int depth) {
    if (depth > MAX_DEPTH) {
      throw new Unreadable("nested deeper than " + MAX_DEPTH);
    }
  }
}
