package intandem.codec;

import static intandem.codec.FieldWriter.kind;

import intandem.domain.id.Bytes;
import intandem.domain.id.Epoch;
import intandem.domain.id.Secret;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Sealed;

/** What is inside a handshake: an object whose field {@code k} says which. */
final class SealedJson {
  private SealedJson() {}

  static FieldWriter write(Sealed message) {
    return switch (message) {
      case Sealed.JoinerData m -> joiner(m);
      case Sealed.OwnerData m -> owner(m);
      case Sealed.Hello m -> kind("hello").object("profile", BodyJson.write(m.profile()));
      case Sealed.Welcome m -> welcome(m);
      case Sealed.Regret m -> kind("regret").text("reason", m.reason());
    };
  }

  static Sealed read(FieldReader in) {
    return switch (in.text("k")) {
      case "joiner" -> joiner(in);
      case "owner" -> owner(in);
      case "hello" -> new Sealed.Hello(in.object("profile", SealedJson::profile));
      case "welcome" -> welcome(in);
      case "regret" -> new Sealed.Regret(in.text("reason"));
      default -> throw new Unreadable("k: an unknown kind");
    };
  }

  private static FieldWriter joiner(Sealed.JoinerData m) {
    return kind("joiner")
        .number("v", m.version())
        .text("p", m.suite())
        .bytes("sig", m.signKey())
        .bytes("hpke", m.sealKey())
        .bytes("nJ", m.nonce());
  }

  private static Sealed joiner(FieldReader in) {
    return new Sealed.JoinerData(
        in.small("v"), in.text("p"), in.key("sig"), in.key("hpke"), in.bytes("nJ", 16));
  }

  private static FieldWriter owner(Sealed.OwnerData m) {
    return kind("owner")
        .number("v", m.version())
        .text("p", m.suite())
        .text("wid", m.workspace().value())
        .bytes("own", m.ownerKey())
        .term("tm", m.term())
        .head("n", "head", m.head());
  }

  private static Sealed owner(FieldReader in) {
    return new Sealed.OwnerData(
        in.small("v"),
        in.text("p"),
        in.workspace("wid"),
        in.key("own"),
        in.term("tm"),
        in.head("n", "head"));
  }

  private static FieldWriter welcome(Sealed.Welcome m) {
    return kind("welcome")
        .text("wid", m.workspace().value())
        .term("tm", m.epoch().term())
        .number("ep", m.epoch().number())
        .bytes("es", exposed(m.secret()))
        .bytes("is", exposed(m.indexSecret()))
        .head("n", "head", m.head());
  }

  private static Sealed welcome(FieldReader in) {
    return new Sealed.Welcome(
        in.workspace("wid"),
        new Epoch(in.term("tm"), in.small("ep")),
        in.secret("es"),
        in.secret("is"),
        in.head("n", "head"));
  }

  private static Body.Profile profile(FieldReader in) {
    if (BodyJson.read(in) instanceof Body.Profile profile) {
      return profile;
    }
    throw new Unreadable("k: another kind than was expected");
  }

  /** A secret goes out in the clear here: the caller seals the result at once. */
  private static Bytes exposed(Secret secret) {
    return Bytes.of(secret.expose());
  }
}
