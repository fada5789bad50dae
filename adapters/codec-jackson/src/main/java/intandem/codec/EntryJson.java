package intandem.codec;

import intandem.domain.protocol.Checkpoint;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Envelope;
import intandem.domain.protocol.HubNote;
import intandem.domain.protocol.KeyWrap;
import intandem.domain.protocol.Place;

/** Entries of the log and what goes with them. */
final class EntryJson {
  private EntryJson() {}

  static FieldWriter write(Entry entry) {
    FieldWriter out =
        new FieldWriter()
            .term("tm", entry.place().term())
            .number("n", entry.place().index())
            .instant("at", entry.place().at());
    return switch (entry.content()) {
      case Envelope envelope -> out.object("e", write(envelope));
      case HubNote note -> out.object("note", write(note));
    };
  }

  static Entry entry(FieldReader in) {
    Place place = new Place(in.term("tm"), in.count("n"), in.instant("at"));
    boolean note = in.has("note");
    return new Entry(
        place, note ? in.object("note", EntryJson::note) : in.object("e", EntryJson::envelope));
  }

  static FieldWriter write(Envelope envelope) {
    return new FieldWriter()
        .bytes("p", envelope.header())
        .bytes("c", envelope.body())
        .bytes("m", envelope.mac())
        .bytes("s", envelope.signature());
  }

  static Envelope envelope(FieldReader in) {
    return new Envelope(in.bytes("p"), in.bytes("c"), in.bytesOrNone("m", 32), in.signature("s"));
  }

  static FieldWriter write(Checkpoint checkpoint) {
    return new FieldWriter()
        .term("tm", checkpoint.term())
        .head("n", "head", checkpoint.head())
        .bytes("s", checkpoint.signature());
  }

  static Checkpoint checkpoint(FieldReader in) {
    return new Checkpoint(in.term("tm"), in.head("n", "head"), in.signature("s"));
  }

  static FieldWriter write(KeyWrap wrap) {
    return new FieldWriter()
        .text("to", wrap.to().value())
        .bytes("enc", wrap.wrapped().enc())
        .bytes("ct", wrap.wrapped().ct());
  }

  static KeyWrap wrap(FieldReader in) {
    return new KeyWrap(in.member("to"), new KeyWrap.Wrapped(in.bytes("enc", 32), in.bytes("ct")));
  }

  private static FieldWriter write(HubNote note) {
    return new FieldWriter()
        .text("member", note.member().value())
        .text("state", note.online() ? "online" : "away")
        .bytes("s", note.signature());
  }

  private static HubNote note(FieldReader in) {
    boolean online =
        switch (in.text("state")) {
          case "online" -> true;
          case "away" -> false;
          default -> throw new Unreadable("state: an unknown word");
        };
    return new HubNote(in.member("member"), online, in.signature("s"));
  }
}
