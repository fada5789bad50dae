package intandem.websocket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.exception.BadPayloadException;
import org.eclipse.jetty.websocket.core.exception.MessageTooLargeException;

/** Puts the fragments of text messages together; RFC 6455 sections 5.4 and 8.1. */
final class TextMessage {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int fragments;

  /** The message this frame completes, or empty while more fragments follow. */
  Optional<String> add(Frame frame) {
    fragments++;
    if (fragments > Limits.FRAGMENTS
        || bytes.size() + frame.getPayloadLength() > Limits.MESSAGE_BYTES) {
      throw new MessageTooLargeException("message too large");
    }
    if (frame.hasPayload()) {
      byte[] payload = new byte[frame.getPayloadLength()];
      frame.getPayload().get(payload);
      bytes.writeBytes(payload);
    }
    return frame.isFin() ? Optional.of(take()) : Optional.empty();
  }

  private String take() {
    var whole = ByteBuffer.wrap(bytes.toByteArray());
    bytes.reset();
    fragments = 0;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(whole)
          .toString();
    } catch (CharacterCodingException e) {
      throw new BadPayloadException("not UTF-8", e);
    }
  }
}
