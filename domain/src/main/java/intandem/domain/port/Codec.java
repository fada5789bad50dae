package intandem.domain.port;

import intandem.domain.id.Bytes;
import intandem.domain.protocol.Wire;
import java.util.Optional;

/** Turns messages into bytes and back. Encoding the same value twice gives the same bytes. */
public interface Codec {
  /** The encoded form. */
  Bytes encode(Wire message);

  /** Reads a message of that kind; never throws on bad input. */
  <T extends Wire> Decoded<T> decode(Class<T> kind, Bytes encoded);

  /** What came of reading. */
  sealed interface Decoded<T> {
    /** The message, if it is one. */
    default Optional<T> valid() {
      return this instanceof Valid<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /** A well-formed message. */
    record Valid<T>(T value) implements Decoded<T> {}

    /** No message: what is wrong with it, without quoting it. */
    record Malformed<T>(String fault) implements Decoded<T> {}
  }
}
