package intandem.codec;

import com.fasterxml.jackson.core.JsonFactory;
import intandem.domain.id.Bytes;
import intandem.domain.port.Codec;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Header;
import intandem.domain.protocol.Sealed;
import intandem.domain.protocol.Wire;
import java.util.function.Function;

/**
 * Messages as JSON text in UTF-8 (RFC 8259), as {@code docs/protocol.md} lays down. Thread-safe.
 */
public final class JsonCodec implements Codec {
  private static final int MAX_TOKENS = 2_000;

  /** A frame of 64 KiB full of hub notes has some 6,000. */
  private static final int MAX_FRAME_TOKENS = 8_000;

  private final JsonFactory factory =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  /** A codec. */
  public JsonCodec() {}

  @Override
  public Bytes encode(Wire message) {
    FieldWriter out =
        switch (message) {
          case Header header -> HeaderJson.write(header);
          case Body body -> BodyJson.write(body);
          case Frame frame -> FrameJson.write(frame);
          case Draft draft -> DraftJson.write(draft);
          case Sealed inner -> SealedJson.write(inner);
        };
    return JsonWriter.write(factory, out.fields());
  }

  @Override
  public <T extends Wire> Decoded<T> decode(Class<T> kind, Bytes encoded) {
    int tokens = Frame.class.isAssignableFrom(kind) ? MAX_FRAME_TOKENS : MAX_TOKENS;
    Function<FieldReader, Wire> reading = reading(kind);
    try {
      Wire message = FieldReader.read(JsonReader.read(factory, encoded, tokens), reading);
      return kind.isInstance(message)
          ? new Decoded.Valid<>(kind.cast(message))
          : new Decoded.Malformed<>("another kind of message than was expected");
    } catch (Unreadable e) {
      return new Decoded.Malformed<>(e.fault());
    }
  }

  private static Function<FieldReader, Wire> reading(Class<?> kind) {
    if (Header.class.isAssignableFrom(kind)) {
      return HeaderJson::read;
    }
    if (Body.class.isAssignableFrom(kind)) {
      return BodyJson::read;
    }
    if (Frame.class.isAssignableFrom(kind)) {
      return FrameJson::read;
    }
    if (Draft.class.isAssignableFrom(kind)) {
      return DraftJson::read;
    }
    if (Sealed.class.isAssignableFrom(kind)) {
      return SealedJson::read;
    }
    throw new IllegalArgumentException("ask for a header, body, frame, draft or sealed message");
  }
}
