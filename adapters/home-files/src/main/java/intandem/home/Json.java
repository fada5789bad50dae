package intandem.home;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import intandem.domain.id.Bytes;
import intandem.domain.id.Secret;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Records as JSON, strictly read; bytes as base64url, which never become a string. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .defaultBase64Variant(Base64Variants.MODIFIED_FOR_URL)
          .addModule(
              new SimpleModule()
                  .addSerializer(new Encoder<>(Bytes.class, Bytes::toArray))
                  .addDeserializer(Bytes.class, new Decoder<>(Bytes.class, Bytes::of))
                  .addSerializer(new Encoder<>(Secret.class, Secret::expose))
                  .addDeserializer(Secret.class, new Decoder<>(Secret.class, Secret::of)))
          .build();

  private Json() {}

  /** The UTF-8 text of a record. */
  static byte[] write(Record value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new IllegalStateException("a record of plain values can be written", e);
    }
  }

  /** The record; empty, without saying why, for anything but its exact form. */
  static <T extends Record> Optional<T> read(byte[] json, Class<T> type) {
    try {
      return Optional.ofNullable(MAPPER.readValue(json, type));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The version that a file says it has, whatever else is in it. */
  static Optional<Integer> version(byte[] json) {
    try {
      Versioned read =
          MAPPER
              .readerFor(Versioned.class)
              .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .readValue(json);
      return Optional.of(read.version());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private record Versioned(int version) {}

  private static final class Encoder<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<T, byte[]> bytes;

    Encoder(Class<T> type, Function<T, byte[]> bytes) {
      super(type);
      this.bytes = bytes;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider context)
        throws IOException {
      byte[] raw = bytes.apply(value);
      out.writeBinary(Base64Variants.MODIFIED_FOR_URL, raw, 0, raw.length);
      Arrays.fill(raw, (byte) 0);
    }
  }

  private static final class Decoder<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<byte[], T> value;

    Decoder(Class<T> type, Function<byte[], T> value) {
      super(type);
      this.value = value;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      byte[] raw = in.getBinaryValue(Base64Variants.MODIFIED_FOR_URL);
      T result = value.apply(raw);
      Arrays.fill(raw, (byte) 0);
      return result;
    }
  }
}
