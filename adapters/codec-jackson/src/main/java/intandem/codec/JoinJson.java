package intandem.codec;

import static intandem.codec.FieldWriter.kind;

import intandem.domain.protocol.Frame;

/** The frames of a join. */
final class JoinJson {
  private JoinJson() {}

  static FieldWriter write(Frame.Join frame) {
    return switch (frame) {
      case Frame.JoinOpen f -> kind("join.open").number("v", f.version()).bytes("nJ", f.nonce());
      case Frame.JoinTicket f ->
          kind("join.ticket")
              .bytes("tkt", f.ticket())
              .bytes("nO", f.nonce())
              .text("wid", f.workspace().value())
              .bytes("ownerKey", f.ownerKey());
      case Frame.JoinShare f ->
          kind("join.share").bytes("tkt", f.ticket()).bytes("Y", f.share()).bytes("ad", f.data());
      case Frame.JoinConfirm f ->
          kind("join.confirm").bytes("tkt", f.ticket()).bytes("T", f.proof()).bytes("box", f.box());
      case Frame.JoinWelcome f ->
          kind("join.welcome").bytes("tkt", f.ticket()).bytes("T", f.proof()).bytes("box", f.box());
      case Frame.JoinFailed f ->
          kind("join.failed")
              .bytes("tkt", f.ticket())
              .word("code", f.failure())
              .number("left", f.triesLeft())
              .bytes("box", f.box());
    };
  }

  static Frame.Join read(FieldReader in) {
    return switch (in.text("k")) {
      case "join.open" -> new Frame.JoinOpen(in.small("v"), in.bytes("nJ", 16));
      case "join.ticket" ->
          new Frame.JoinTicket(
              in.bytes("tkt", 16), in.bytes("nO", 16), in.workspace("wid"), in.key("ownerKey"));
      case "join.share" ->
          new Frame.JoinShare(in.bytes("tkt", 16), in.bytes("Y", 32), in.bytes("ad"));
      case "join.confirm" ->
          new Frame.JoinConfirm(in.bytes("tkt", 16), in.bytes("T", 64), in.bytes("box"));
      case "join.welcome" ->
          new Frame.JoinWelcome(in.bytes("tkt", 16), in.bytes("T", 64), in.bytes("box"));
      case "join.failed" ->
          new Frame.JoinFailed(
              in.bytes("tkt", 16),
              in.word("code", Frame.JoinFailed.Failure.values()),
              in.small("left"),
              in.bytes("box"));
      default -> throw new Unreadable("k: an unknown kind");
    };
  }
}
