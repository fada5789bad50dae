package intandem.mcp.stdio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Splits bytes at line feeds; of a line over the limit no more than the limit is held in memory.
 * What stands between the last line feed and the end counts as a line.
 */
final class LineReader {

  private final InputStream in;
  private final int maxBytes;
  private final byte[] chunk = new byte[8192];
  private int next;
  private int filled;

  LineReader(InputStream in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /** Blocks until a line is complete or the input ends. */
  Line read() throws IOException {
    var kept = new ByteArrayOutputStream();
    var tooLong = false;
    var b = nextByte();
    while (b >= 0 && b != '\n') {
      tooLong |= kept.size() == maxBytes;
      if (!tooLong) {
        kept.write(b);
      }
      b = nextByte();
    }
    return tooLong ? new Line.TooLong() : line(kept.toByteArray(), b < 0);
  }

  private static Line line(byte[] bytes, boolean ended) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.isBlank()) {
        return ended ? new Line.End() : new Line.Blank();
      }
      return new Line.Text(text);
    } catch (CharacterCodingException e) {
      return new Line.Garbled();
    }
  }

  private int nextByte() throws IOException {
    if (next == filled) {
      filled = Math.max(0, in.read(chunk));
      next = 0;
    }
    return next == filled ? -1 : chunk[next++] & 0xff;
  }
}
