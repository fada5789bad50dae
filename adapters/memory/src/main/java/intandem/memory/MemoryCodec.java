package intandem.memory;

import intandem.domain.id.Bytes;
import intandem.domain.port.Codec;
import intandem.domain.protocol.Wire;
import java.util.HashMap;
import java.util.Map;

/**
 * A codec that remembers what it encoded. All who shall understand each other share one instance.
 * The encoded form is the message's own text, so a body can be found in what a link carried, and a
 * serial number, so no two messages are mistaken for each other. Bytes within a message show as
 * hexadecimal, secrets not at all.
 */
public final class MemoryCodec implements Codec {
  private final Map<Wire, Bytes> encoded = new HashMap<>();
  private final Map<Bytes, Wire> decoded = new HashMap<>();

  /** A codec that has seen nothing yet. */
  public MemoryCodec() {}

  @Override
  public synchronized Bytes encode(Wire message) {
    Bytes known = encoded.get(message);
    if (known != null) {
      return known;
    }
    Bytes form = Bytes.utf8(message + "#" + encoded.size());
    encoded.put(message, form);
    decoded.put(form, message);
    return form;
  }

  @Override
  public synchronized <T extends Wire> Decoded<T> decode(Class<T> kind, Bytes form) {
    Wire message = decoded.get(form);
    return kind.isInstance(message)
        ? new Decoded.Valid<>(kind.cast(message))
        : new Decoded.Malformed<>("not encoded here as such a message");
  }
}
