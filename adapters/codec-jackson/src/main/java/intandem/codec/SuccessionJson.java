package intandem.codec;

import static intandem.codec.FieldWriter.kind;

import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Handover;
import intandem.domain.protocol.Standing;

/** What members say to each other, and the owner to all, about who leads. */
final class SuccessionJson {
  private SuccessionJson() {}

  static FieldWriter write(Handover handover) {
    return kind("succ.handover")
        .text("from", handover.from().value())
        .text("to", handover.to().value())
        .term("tm", handover.term())
        .bytes("s", handover.signature());
  }

  static Handover handover(FieldReader in) {
    return new Handover(in.member("from"), in.member("to"), in.term("tm"), in.signature("s"));
  }

  /** What can be relayed. */
  static FieldWriter write(Frame.Relayable frame) {
    return switch (frame) {
      case Frame.Query f -> write("succ.query", f.standing());
      case Frame.Answered f -> write("succ.answer", f.standing());
      case Frame.Join f -> JoinJson.write(f);
    };
  }

  static Frame.Relayable read(FieldReader in) {
    return switch (in.text("k")) {
      case "succ.query" -> new Frame.Query(standing(in));
      case "succ.answer" -> new Frame.Answered(standing(in));
      default -> JoinJson.read(in);
    };
  }

  private static FieldWriter write(String kind, Standing standing) {
    return kind(kind)
        .text("from", standing.from().value())
        .bytes("nQ", standing.nonce())
        .term("tm", standing.term())
        .head("n", "head", standing.head())
        .word("hub", standing.hub())
        .texts("hubAt", standing.hubAt())
        .bytes("s", standing.signature());
  }

  private static Standing standing(FieldReader in) {
    return new Standing(
        in.member("from"),
        in.bytes("nQ", 16),
        in.term("tm"),
        in.head("n", "head"),
        in.word("hub", Standing.Contact.values()),
        in.texts("hubAt"),
        in.signature("s"));
  }
}
