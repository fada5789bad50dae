package intandem.app.seat;

import intandem.codec.JsonCodec;
import intandem.domain.id.Bytes;
import intandem.domain.port.Codec;
import intandem.domain.protocol.Frame;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes one field of one kind of frame, as it stands on the wire, and leaves all else as it is.
 *
 * @param kind as in the frame's {@code k}
 * @param field its name; {@code ad/p} is the field {@code p} inside of {@code ad}, {@code tm.k} the
 *     field {@code k} of the object {@code tm}
 * @param value what it becomes; if empty, a number grows by one, bytes have their last bit turned
 *     over, and a text begins otherwise
 */
record Meddling(String kind, String field, String value) implements UnaryOperator<Frame> {
  private static final Codec CODEC = new JsonCodec();
  private static final Pattern VALUE = Pattern.compile("\"([^\"]*)\"|[0-9]+");
  private static final Pattern BYTES = Pattern.compile("([A-Za-z0-9_-]{22}|[A-Za-z0-9_-]{43,})");

  Meddling(String kind, String field) {
    this(kind, field, "");
  }

  @Override
  public Frame apply(Frame frame) {
    String json = CODEC.encode(frame).utf8();
    if (!json.startsWith("{\"k\":\"" + kind + "\"")) {
      return frame;
    }
    Bytes changed = Bytes.utf8(within(json, field));
    return CODEC.decode(Frame.class, changed).valid().orElseThrow();
  }

  private String within(String json, String path) {
    int slash = path.indexOf('/');
    if (slash < 0) {
      return replaced(json, path, value.isEmpty() ? Meddling::other : was -> value);
    }
    String inner = path.substring(slash + 1);
    return replaced(json, path.substring(0, slash), was -> encoded(within(decoded(was), inner)));
  }

  /** The last field of that name is the outermost: objects come before what follows them. */
  private static String replaced(String json, String path, UnaryOperator<String> change) {
    int dot = path.indexOf('.');
    int from = dot < 0 ? 0 : json.indexOf("\"" + path.substring(0, dot) + "\":");
    String name = "\"" + path.substring(dot + 1) + "\":";
    int at = dot < 0 ? json.lastIndexOf(name) : json.indexOf(name, from);
    Matcher match = VALUE.matcher(json);
    if (at < 0 || !match.find(at + name.length())) {
      throw new IllegalArgumentException("no field " + path + " in " + json);
    }
    int group = match.group(1) == null ? 0 : 1;
    String now = change.apply(match.group(group));
    return json.substring(0, match.start(group)) + now + json.substring(match.end(group));
  }

  private static String other(String was) {
    if (was.matches("[0-9]+")) {
      return String.valueOf(Long.parseLong(was) + 1);
    }
    if (!BYTES.matcher(was).matches()) {
      return (was.startsWith("A") ? "B" : "A") + was.substring(1);
    }
    byte[] bytes = Base64.getUrlDecoder().decode(was);
    bytes[bytes.length - 1] ^= 1;
    return Bytes.of(bytes).base64();
  }

  private static String decoded(String base64) {
    return Bytes.of(Base64.getUrlDecoder().decode(base64)).utf8();
  }

  private static String encoded(String text) {
    return Bytes.utf8(text).base64();
  }
}
