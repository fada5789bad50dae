package intandem.codec;

import static intandem.codec.Malformed.assertFault;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import intandem.contract.Samples;
import intandem.domain.id.Bytes;
import intandem.domain.port.Codec.Decoded;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Sealed;
import intandem.domain.protocol.Wire;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is JSON, but no message of ours. Each case is a good sample with one thing changed. */
class FieldStrictnessTest {
  private static final String BASE64 = "not base64url without padding";

  private final JsonCodec codec = new JsonCodec();

  @Test
  void a_missing_field_is_named() {
    assertFault("n: missing", Frame.class, "{'k':'taken'}");
  }

  @Test
  void a_missing_field_of_an_inner_object_is_named_with_its_path() {
    assertChanged("frame-entries", "\"state\":\"away\",", "", "entries: note: state: missing");
  }

  @Test
  void an_unknown_field_is_malformed() {
    assertFault("an unknown field", Frame.class, "{'k':'taken','n':1,'m':1}");
  }

  @Test
  void an_unknown_field_of_an_inner_object_is_malformed() {
    assertChanged("frame-submit", "\"e\":{", "\"e\":{\"x\":1,", "e: an unknown field");
  }

  @Test
  void an_unknown_kind_is_malformed() {
    assertFault("k: an unknown kind", Frame.class, "{'k':'take','n':1}");
    assertFault("k: an unknown kind", Body.class, "{'k':'text '}");
    assertFault("k: an unknown kind", Sealed.class, "{'k':'none'}");
  }

  @Test
  void an_unknown_act_is_malformed() {
    assertChanged("header-leave", "\"leave\"", "\"Leave\"", "typ: an unknown kind");
  }

  @Test
  void an_unknown_version_is_malformed() {
    assertChanged("header-leave", "\"v\":1", "\"v\":2", "v: an unknown version");
  }

  @Test
  void another_type_is_malformed() {
    assertFault("n: not a whole number from 0", Frame.class, "{'k':'taken','n':'1'}");
    assertFault("k: not a text", Frame.class, "{'k':1}");
    assertFault("urls: not a list", Body.class, "{'k':'addresses','urls':'x'}");
    assertFault("urls: not a text", Body.class, "{'k':'addresses','urls':[1]}");
    assertFault("profile: not an object", Sealed.class, "{'k':'hello','profile':[]}");
  }

  @Test
  void a_negative_count_is_malformed() {
    assertFault("n: not a whole number from 0", Frame.class, "{'k':'taken','n':-1}");
  }

  @Test
  void a_small_number_ends_at_two_to_the_31() {
    assertChanged("header-leave", "\"ep\":3", "\"ep\":2147483648", "ep: beyond 2^31");
  }

  @Test
  void a_term_counts_from_one() {
    String fault = "tm: fields that do not go together: a term has a positive number";
    assertChanged("header-leave", "\"n\":2", "\"n\":0", fault + " and a key of 32 bytes");
  }

  @Test
  void an_unknown_word_is_malformed() {
    assertChanged("frame-refused", "too_fast", "TOO_FAST", "code: an unknown word");
    assertChanged("frame-entries", "\"away\"", "\"gone\"", "entries: note: state: an unknown word");
  }

  @Test
  void ids_of_another_shape_are_malformed() {
    assertChanged("header-leave", "\"from\":\"M-", "\"from\":\"m-", "from: not a member id");
    assertChanged("header-leave", "\"wid\":\"", "\"wid\":\"A", "wid: not a workspace id");
  }

  @Test
  void padding_is_malformed() {
    assertFault("tkt: " + BASE64, Frame.class, share("AQIDBAUGBwgJCgsMDQ4PEA=="));
  }

  @Test
  void last_bits_that_are_not_zero_are_malformed() {
    assertFault("tkt: " + BASE64, Frame.class, share("AQIDBAUGBwgJCgsMDQ4PEB"));
  }

  @Test
  void the_standard_alphabet_is_malformed() {
    assertFault("tkt: not base64url", Frame.class, share("+/+/+/+/+/+/+/+/+/+/+w"));
  }

  @Test
  void white_space_and_impossible_lengths_in_base64_are_malformed() {
    assertFault("tkt: not base64url", Frame.class, share("AQIDBAUG BwgJCgsMDQ4PEA"));
    assertFault("tkt: not base64url", Frame.class, share("AQIDBAUGBwgJCgsMDQ4PE"));
  }

  @Test
  void values_of_fixed_size_have_that_size() {
    assertFault("tkt: 3 bytes instead of 16", Frame.class, share("AQID"));
    assertChanged("frame-submit", "\"m\":\"", "\"m\":\"AAAA", "e: m: 35 bytes instead of 32");
    assertChanged("frame-submit", "\"s\":\"", "\"s\":\"AAAA", "e: s: 67 bytes instead of 64");
    assertChanged("header-leave", "\"ps\":\"", "\"ps\":\"AAAA", "ps: a hash has 32 bytes, not 35");
  }

  @Test
  void wraps_need_a_recipient() {
    assertChanged("header-msg", "\"typ\"", "\"wr\":[],\"typ\"", "an unknown field");
  }

  @Test
  void a_recipient_needs_wraps() {
    String recipient = "\"to\":\"M-AAAAAAAAAAAAAAAA\",\"typ\"";
    assertChanged("header-msg", "\"typ\"", recipient, "wr: missing");
  }

  @Test
  void an_entry_is_an_envelope_or_a_note_but_not_both() {
    String both = "\"note\":{\"member\":\"M-AAAAAAAAAAAAAAAA\",\"state\":\"away\",\"s\":\"";
    String note = both + Samples.bytes(64, 0).base64() + "\"},\"e\":{";
    assertChanged("frame-entries", "\"e\":{", note, "entries: an unknown field");
    assertChanged("frame-entries", "\"note\":{", "\"x\":{", "entries: e: missing");
  }

  @Test
  void a_profile_is_the_only_body_of_a_greeting() {
    assertFault(
        "profile: k: another kind than was expected",
        Sealed.class,
        "{'k':'hello','profile':{'k':'none'}}");
  }

  @Test
  void only_frames_of_a_join_are_relayed() {
    assertFault(
        "frame: k: an unknown kind",
        Frame.class,
        "{'k':'relay','channel':1,'frame':{'k':'taken','n':1}}");
  }

  @Test
  void no_fault_quotes_the_message() {
    List<String> bad =
        List.of(
            "canary",
            "{\"canary\":1}",
            "{\"k\":\"canary\"}",
            "{\"k\":\"taken\",\"n\":\"canary\"}",
            "{\"k\":\"join.open\",\"v\":1,\"nJ\":\"canary!\"}",
            "{\"k\":\"join.open\",\"v\":1,\"nJ\":\"canaryca\"}",
            "{\"k\":\"taken\",\"canary\":1,\"canary\":1}");
    for (String json : bad) {
      var decoded = codec.decode(Frame.class, Bytes.utf8(json));
      var malformed = assertInstanceOf(Decoded.Malformed.class, decoded);
      assertFalse(malformed.toString().contains("canary"), malformed.toString());
    }
  }

  @Test
  void asking_for_just_any_message_is_a_mistake_of_the_caller() {
    assertThrows(IllegalArgumentException.class, () -> codec.decode(Wire.class, Bytes.utf8("{}")));
  }

  private void assertChanged(String sample, String part, String replacement, String fault) {
    Wire message = Samples.all().getOrDefault(sample, new Body.None());
    String json = codec.encode(message).utf8();
    assertFault(fault, Samples.family(message), Bytes.utf8(json.replace(part, replacement)));
  }

  private static String share(String ticket) {
    String share = Samples.bytes(32, 0).base64();
    return "{'k':'join.share','tkt':'" + ticket + "','Y':'" + share + "','ad':''}";
  }
}
