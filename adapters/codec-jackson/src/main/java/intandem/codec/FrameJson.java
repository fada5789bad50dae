package intandem.codec;

import static intandem.codec.FieldWriter.kind;

import intandem.domain.id.Head;
import intandem.domain.protocol.Ack;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Rejection;

/** Frames: an object whose field {@code k} says which. */
final class FrameJson {
  private FrameJson() {}

  static FieldWriter write(Frame frame) {
    return switch (frame) {
      case Frame.Challenge f -> challenge(f);
      case Frame.Proof f -> proof(f);
      case Frame.LoggedIn f -> loggedIn(f);
      case Frame.Submit f -> kind("submit").object("e", EntryJson.write(f.envelope()));
      case Frame.Entries f -> entries(f);
      case Frame.Taken f -> kind("taken").number("n", f.index());
      case Frame.Refused f -> refused(f);
      case Frame.Acked f -> acked(f.ack());
      case Frame.Goodbye f ->
          kind("goodbye").word("reason", f.reason()).millis("retryAfterMs", f.retryAfter());
      case Frame.Relayed f ->
          kind("relay")
              .number("channel", f.channel())
              .object("frame", SuccessionJson.write(f.frame()));
      case Frame.HandedOver f -> SuccessionJson.write(f.handover());
      case Frame.Relayable f -> SuccessionJson.write(f);
    };
  }

  static Frame read(FieldReader in) {
    String kind = in.text("k");
    return switch (kind) {
      case "auth.challenge" -> challenge(in);
      case "auth.proof" -> proof(in);
      case "auth.ok" -> loggedIn(in);
      case "submit" -> new Frame.Submit(in.object("e", EntryJson::envelope));
      case "entries" -> entries(in);
      case "taken" -> new Frame.Taken(in.count("n"));
      case "refused" -> refused(in);
      case "ack" -> new Frame.Acked(ack(in));
      case "goodbye" ->
          new Frame.Goodbye(
              in.word("reason", Frame.Goodbye.Reason.values()), in.millis("retryAfterMs"));
      case "relay" ->
          new Frame.Relayed(in.count("channel"), in.object("frame", SuccessionJson::read));
      case "succ.handover" -> new Frame.HandedOver(SuccessionJson.handover(in));
      default -> SuccessionJson.read(in);
    };
  }

  private static FieldWriter challenge(Frame.Challenge f) {
    return kind("auth.challenge")
        .text("wid", f.workspace().value())
        .term("tm", f.term())
        .bytes("nH", f.nonce())
        .instant("hubTime", f.hubTime());
  }

  private static Frame challenge(FieldReader in) {
    return new Frame.Challenge(
        in.workspace("wid"), in.term("tm"), in.bytes("nH", 32), in.instant("hubTime"));
  }

  private static FieldWriter proof(Frame.Proof f) {
    return kind("auth.proof")
        .text("from", f.from().value())
        .bytes("nC", f.nonce())
        .term("haveTm", f.term())
        .head("haveN", "haveHead", f.head())
        .objects("earlier", f.earlier(), FrameJson::earlier)
        .bytes("s", f.signature());
  }

  private static Frame proof(FieldReader in) {
    return new Frame.Proof(
        in.member("from"),
        in.bytes("nC", 32),
        in.term("haveTm"),
        in.head("haveN", "haveHead"),
        in.objects("earlier", head -> head.head("n", "head")),
        in.signature("s"));
  }

  private static FieldWriter earlier(Head head) {
    return new FieldWriter().head("n", "head", head);
  }

  private static FieldWriter loggedIn(Frame.LoggedIn f) {
    return kind("auth.ok").head("n", "head", f.head()).bytes("s", f.signature());
  }

  private static Frame loggedIn(FieldReader in) {
    return new Frame.LoggedIn(in.head("n", "head"), in.signature("s"));
  }

  private static FieldWriter entries(Frame.Entries f) {
    return kind("entries")
        .objects("entries", f.entries(), EntryJson::write)
        .object("cp", EntryJson.write(f.checkpoint()));
  }

  private static Frame entries(FieldReader in) {
    return new Frame.Entries(
        in.objects("entries", EntryJson::entry), in.object("cp", EntryJson::checkpoint));
  }

  private static FieldWriter refused(Frame.Refused f) {
    return kind("refused")
        .bytes("id", f.id().value())
        .word("code", f.reason())
        .number("n", f.index())
        .instant("at", f.at())
        .millis("retryAfterMs", f.retryAfter());
  }

  private static Frame refused(FieldReader in) {
    return new Frame.Refused(
        in.id("id"),
        in.word("code", Rejection.values()),
        in.count("n"),
        in.instant("at"),
        in.millis("retryAfterMs"));
  }

  private static FieldWriter acked(Ack ack) {
    return kind("ack")
        .text("from", ack.from().value())
        .term("tm", ack.term())
        .head("n", "head", ack.head())
        .number("seen", ack.seen())
        .bytes("s", ack.signature());
  }

  private static Ack ack(FieldReader in) {
    return new Ack(
        in.member("from"),
        in.term("tm"),
        in.head("n", "head"),
        in.count("seen"),
        in.signature("s"));
  }
}
