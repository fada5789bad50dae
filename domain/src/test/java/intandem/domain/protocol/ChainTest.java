package intandem.domain.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Bytes;
import intandem.domain.id.Hash;
import intandem.domain.id.Head;
import intandem.domain.id.MemberId;
import intandem.domain.id.Term;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChainTest {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final Hash CONTENT = hash("content");
  private static final Term TERM = term(1, "hub");

  private static Hash hash(String text) {
    return Hash.of(Bytes.utf8(text));
  }

  private static Term term(int number, String key) {
    return new Term(number, hash(key).value());
  }

  @Test
  void a_head_depends_on_all_that_is_below_and_in_its_entry() {
    Place place = new Place(TERM, 7, AT);
    Stream<Head> heads =
        Stream.of(
            place.onTopOf(Head.START, CONTENT),
            place.onTopOf(new Head(6, hash("below")), CONTENT),
            place.onTopOf(Head.START, hash("other content")),
            new Place(term(2, "hub"), 7, AT).onTopOf(Head.START, CONTENT),
            new Place(term(1, "other hub"), 7, AT).onTopOf(Head.START, CONTENT),
            new Place(TERM, 8, AT).onTopOf(Head.START, CONTENT),
            new Place(TERM, 7, AT.plusMillis(1)).onTopOf(Head.START, CONTENT));
    assertEquals(7, heads.map(Head::hash).distinct().count());
  }

  @Test
  void an_envelope_is_its_header_body_tag_and_signature() {
    Bytes a = Bytes.utf8("a");
    Bytes b = Bytes.utf8("b");
    Stream<Envelope> envelopes =
        Stream.of(
            new Envelope(a, a, a, a),
            new Envelope(b, a, a, a),
            new Envelope(a, b, a, a),
            new Envelope(a, a, b, a),
            new Envelope(a, a, a, b));
    assertEquals(5, envelopes.map(Envelope::hash).distinct().count());
  }

  @Test
  void a_signature_covers_header_body_and_tag() {
    Bytes a = Bytes.utf8("a");
    Bytes b = Bytes.utf8("b");
    Stream<Bytes> inputs =
        Stream.of(
            Envelope.signingInput(a, a, a),
            Envelope.signingInput(b, a, a),
            Envelope.signingInput(a, b, a),
            Envelope.signingInput(a, a, b));
    assertEquals(4, inputs.distinct().count());
  }

  @Test
  void acks_age_by_term_then_head_then_what_was_seen() {
    List<Ack> ordered =
        List.of(ack(1, 5, 5), ack(2, 3, 0), ack(2, 3, 1), ack(2, 4, 0), ack(3, 1, 1));
    assertEquals(ordered, ordered.reversed().stream().sorted(Ack.AGE).toList());
  }

  private static Ack ack(int term, long index, long seen) {
    MemberId from = MemberId.of(hash("ana").value());
    return new Ack(from, term(term, "hub"), new Head(index, CONTENT), seen, Bytes.EMPTY);
  }
}
