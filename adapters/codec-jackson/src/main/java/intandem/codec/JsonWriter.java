package intandem.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import intandem.domain.id.Bytes;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Prints JSON without white space. Half a surrogate pair becomes a question mark. */
final class JsonWriter {
  private final JsonGenerator out;

  private JsonWriter(JsonGenerator out) {
    this.out = out;
  }

  static Bytes write(JsonFactory factory, Json value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = factory.createGenerator(text)) {
      new JsonWriter(out).value(value);
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be written", e);
    }
    return Bytes.utf8(text.toString());
  }

  private void value(Json json) throws IOException {
    switch (json) {
      case Json.Text(String text) -> out.writeString(text);
      case Json.Whole(long number) -> out.writeNumber(number);
      case Json.Items items -> items(items);
      case Json.Fields fields -> fields(fields);
    }
  }

  private void items(Json.Items items) throws IOException {
    out.writeStartArray();
    for (Json item : items.values()) {
      value(item);
    }
    out.writeEndArray();
  }

  private void fields(Json.Fields fields) throws IOException {
    out.writeStartObject();
    for (Map.Entry<String, Json> field : fields.values().entrySet()) {
      out.writeFieldName(field.getKey());
      value(field.getValue());
    }
    out.writeEndObject();
  }
}
