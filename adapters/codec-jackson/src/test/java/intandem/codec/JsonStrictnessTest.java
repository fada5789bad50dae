package intandem.codec;

import static intandem.codec.Malformed.assertFault;
import static intandem.codec.Malformed.assertRead;

import intandem.domain.id.Bytes;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.MessageType;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is no JSON to us, though some reader might take it. */
class JsonStrictnessTest {
  private static final String SYNTAX = "not well-formed JSON";
  private static final String SHAPE = "a value that is no text, whole number, list or object";

  @Test
  void fields_in_another_order_and_white_space_are_fine() {
    assertRead(new Frame.Taken(41), Frame.class, " {\n'n' : 41,\t'k' : 'taken'}\r\n");
  }

  @Test
  void nothing_is_no_message() {
    assertFault("empty", Frame.class, "");
    assertFault("empty", Frame.class, "  ");
  }

  @Test
  void a_message_is_an_object() {
    assertFault("not an object", Frame.class, "['taken',41]");
    assertFault("not an object", Frame.class, "'taken'");
  }

  @Test
  void null_is_no_value() {
    assertFault(SHAPE, Frame.class, taken("null"));
    assertFault(SHAPE, Frame.class, "null");
  }

  @Test
  void a_boolean_is_no_value() {
    assertFault(SHAPE, Frame.class, taken("true"));
  }

  @Test
  void a_fraction_is_no_value() {
    assertFault(SHAPE, Frame.class, taken("41.0"));
  }

  @Test
  void an_exponent_is_no_whole_number() {
    assertFault(SHAPE, Frame.class, taken("1e3"));
    assertFault(SHAPE, Frame.class, taken("1E3"));
  }

  @Test
  void a_number_is_at_most_two_to_the_53() {
    assertRead(new Frame.Taken(1L << 53), Frame.class, taken("9007199254740992"));
    assertFault("a number beyond 2^53", Frame.class, taken("9007199254740993"));
    assertFault("a number beyond 2^53", Frame.class, taken("-9007199254740993"));
    assertFault("a number beyond 2^53", Frame.class, taken("-9223372036854775808"));
  }

  @Test
  void a_huge_number_is_malformed() {
    assertFault("a number beyond 2^53", Frame.class, taken("9".repeat(40)));
    assertFault(SYNTAX, Frame.class, taken("9".repeat(5_000)));
  }

  @Test
  void numbers_that_json_does_not_have_are_malformed() {
    for (String number : new String[] {"NaN", "Infinity", "-Infinity", "+1", "01", "0x1", "-"}) {
      assertFault(SYNTAX, Frame.class, taken(number));
    }
  }

  @Test
  void a_field_that_is_there_twice_is_malformed() {
    assertFault("a field that is there twice", Frame.class, "{'k':'taken','n':1,'n':1}");
  }

  @Test
  void a_field_that_is_there_twice_in_other_spelling_is_malformed() {
    assertFault("a field that is there twice", Frame.class, "{'k':'taken','n':1,'\\u006e':1}");
  }

  @Test
  void comments_are_malformed() {
    assertFault(SYNTAX, Frame.class, "/* */{'k':'taken','n':1}");
    assertFault(SYNTAX, Frame.class, "{'k':'taken','n':1}//");
    assertFault(SYNTAX, Frame.class, "{'k':'taken',#\n'n':1}");
  }

  @Test
  void loose_syntax_is_malformed() {
    assertFault(SYNTAX, Frame.class, Bytes.utf8("{'k':'taken','n':1}"));
    assertFault(SYNTAX, Frame.class, "{k:'taken','n':1}");
    assertFault(SYNTAX, Frame.class, "{'k':'taken','n':1,}");
    assertFault(SYNTAX, Frame.class, "{'k':'taken' 'n':1}");
    assertFault(SYNTAX, Frame.class, "{'k':'taken','n':1]");
  }

  @Test
  void something_after_the_message_is_malformed() {
    assertFault("something follows the message", Frame.class, taken("1") + taken("1"));
    assertFault("something follows the message", Frame.class, taken("1") + " 1");
    assertFault(SYNTAX, Frame.class, taken("1") + "}");
    assertFault(SYNTAX, Frame.class, taken("1") + "\0");
  }

  @Test
  void sixteen_levels_are_the_most() {
    assertFault("an unknown field", Frame.class, nested(15));
    assertFault("nested deeper than 16", Frame.class, nested(16));
    assertFault("nested deeper than 16", Frame.class, "[".repeat(30_000));
  }

  @Test
  void sixty_four_fields_are_the_most() {
    assertFault("an unknown field", Frame.class, withFields(64));
    assertFault("an object of more than 64 fields", Frame.class, withFields(65));
  }

  @Test
  void a_text_has_at_most_60_ki_characters() {
    String most = "x".repeat(60 * 1024);
    assertRead(new Body.WorkspaceName(most), Body.class, workspace(most));
    assertFault("a text of more than 61440 characters", Body.class, workspace(most + "x"));
  }

  @Test
  void a_body_has_at_most_2_000_tokens() {
    assertRead(new Body.Addresses(Collections.nCopies(1_993, "")), Body.class, addresses(1_993));
    assertFault("more than 2000 tokens", Body.class, addresses(1_994));
  }

  @Test
  void a_frame_has_at_most_8_000_tokens() {
    assertFault("more than 2000 tokens", Body.class, "[" + "0,".repeat(7_997) + "0]");
    assertFault("not an object", Frame.class, "[" + "0,".repeat(7_997) + "0]");
    assertFault("more than 8000 tokens", Frame.class, "[" + "0,".repeat(7_998) + "0]");
  }

  @Test
  void what_is_not_utf_8_is_malformed() {
    assertFault("not UTF-8", Body.class, raw(0xff));
    assertFault("not UTF-8", Body.class, raw(0xc3));
    assertFault("not UTF-8", Body.class, raw(0xc0, 0xaf));
    assertFault("not UTF-8", Body.class, raw(0xed, 0xa0, 0x80));
    assertFault("not UTF-8", Body.class, raw(0xf4, 0x90, 0x80, 0x80));
  }

  @Test
  void other_encodings_are_malformed() {
    String json = "{\"k\":\"none\"}";
    assertFault(SYNTAX, Body.class, Bytes.of(json.getBytes(StandardCharsets.UTF_16LE)));
    assertFault("not UTF-8", Body.class, Bytes.of(json.getBytes(StandardCharsets.UTF_16)));
    assertFault(SYNTAX, Body.class, Bytes.utf8("\ufeff" + json));
  }

  @Test
  void half_a_surrogate_pair_is_malformed() {
    String half = "a text with half a surrogate pair";
    assertFault(half, Body.class, workspace("\\ud83d"));
    assertFault(half, Body.class, workspace("\\udc4b"));
    assertFault(half, Body.class, workspace("\\udc4b\\ud83d"));
    assertRead(new Body.WorkspaceName("👋"), Body.class, workspace("\\ud83d\\udc4b"));
  }

  @Test
  void half_a_surrogate_pair_is_written_as_a_question_mark() {
    Body body = new Body.Text(MessageType.CHAT, "a\ud83db", 0, 0);
    Body written = new Body.Text(MessageType.CHAT, "a?b", 0, 0);
    assertRead(written, Body.class, new JsonCodec().encode(body).utf8());
  }

  @Test
  void control_characters_and_unknown_escapes_are_malformed() {
    assertFault(SYNTAX, Body.class, workspace("\n"));
    assertFault(SYNTAX, Body.class, workspace("\0"));
    assertFault(SYNTAX, Body.class, workspace("\\x41"));
    assertFault(SYNTAX, Body.class, workspace("\\u12"));
  }

  private static String taken(String index) {
    return "{'k':'taken','n':" + index + "}";
  }

  private static String workspace(String name) {
    return "{'k':'workspace','name':'" + name + "'}";
  }

  private static String nested(int lists) {
    return "{'k':'taken','n':1,'x':" + "[".repeat(lists) + "]".repeat(lists) + "}";
  }

  private static String withFields(int count) {
    return IntStream.range(0, count - 2)
        .mapToObj(i -> ",'x" + i + "':0")
        .collect(Collectors.joining("", "{'k':'taken','n':1", "}"));
  }

  private static String addresses(int count) {
    return "{'k':'addresses','urls':[" + String.join(",", Collections.nCopies(count, "''")) + "]}";
  }

  private static Bytes raw(int... text) {
    StringBuilder json = new StringBuilder("{\"k\":\"workspace\",\"name\":\"");
    IntStream.of(text).forEach(b -> json.append((char) b));
    return Bytes.of(json.append("\"}").toString().getBytes(StandardCharsets.ISO_8859_1));
  }
}
