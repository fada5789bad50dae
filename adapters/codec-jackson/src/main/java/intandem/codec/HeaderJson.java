package intandem.codec;

import intandem.domain.id.Epoch;
import intandem.domain.protocol.Audience;
import intandem.domain.protocol.Header;

/** Headers: version 1, {@code typ} says what is done. */
final class HeaderJson {
  private static final int VERSION = 1;

  private HeaderJson() {}

  static FieldWriter write(Header header) {
    FieldWriter out = new FieldWriter().number("v", VERSION);
    return switch (header) {
      case Header.Genesis h -> genesis(h, out);
      case Header.Command h -> command(h, out);
    };
  }

  static Header read(FieldReader in) {
    if (in.count("v") != VERSION) {
      throw new Unreadable("v: an unknown version");
    }
    return in.text("typ").equals("genesis") ? genesis(in) : command(in);
  }

  private static FieldWriter genesis(Header.Genesis h, FieldWriter out) {
    return out.text("typ", "genesis")
        .bytes("sig", h.signKey())
        .bytes("hpke", h.sealKey())
        .bytes("hubKey", h.hubKey())
        .number("rules", h.rules())
        .number("maxPeers", h.maxPeers())
        .bytes("nonce", h.nonce())
        .instant("ts", h.ts());
  }

  private static Header genesis(FieldReader in) {
    return new Header.Genesis(
        in.key("sig"),
        in.key("hpke"),
        in.key("hubKey"),
        in.small("rules"),
        in.small("maxPeers"),
        in.bytes("nonce", 16),
        in.instant("ts"));
  }

  private static FieldWriter command(Header.Command h, FieldWriter out) {
    out.text("wid", h.workspace().value())
        .term("tm", h.epoch().term())
        .number("ep", h.epoch().number());
    origin(h.origin(), out);
    audience(h.to(), out);
    return ActJson.write(h.act(), out);
  }

  private static Header command(FieldReader in) {
    return new Header.Command(
        in.workspace("wid"),
        new Epoch(in.term("tm"), in.small("ep")),
        origin(in),
        audience(in),
        ActJson.read(in));
  }

  private static void origin(Header.Origin origin, FieldWriter out) {
    out.text("from", origin.from().value())
        .bytes("id", origin.id().value())
        .number("seq", origin.seq())
        .hash("ps", origin.previous())
        .head("sn", "sh", origin.seen())
        .instant("ts", origin.ts());
  }

  private static Header.Origin origin(FieldReader in) {
    return new Header.Origin(
        in.member("from"),
        in.id("id"),
        in.count("seq"),
        in.hash("ps"),
        in.head("sn", "sh"),
        in.instant("ts"));
  }

  private static void audience(Audience audience, FieldWriter out) {
    switch (audience) {
      case Audience.Everyone _ -> {}
      case Audience.Only only ->
          out.text("to", only.member().value()).objects("wr", only.wraps(), EntryJson::write);
    }
  }

  private static Audience audience(FieldReader in) {
    return in.has("to")
        ? new Audience.Only(in.member("to"), in.objects("wr", EntryJson::wrap))
        : new Audience.Everyone();
  }
}
