package intandem.codec;

import static intandem.codec.FieldWriter.kind;

import intandem.domain.protocol.Body;
import intandem.domain.protocol.MessageType;

/** Bodies: an object whose field {@code k} says which. */
final class BodyJson {
  private BodyJson() {}

  static FieldWriter write(Body body) {
    return switch (body) {
      case Body.None _ -> kind("none");
      case Body.WorkspaceName b -> kind("workspace").text("name", b.name());
      case Body.Profile b ->
          kind("profile").text("name", b.name()).texts("capabilities", b.capabilities());
      case Body.Addresses b -> kind("addresses").texts("urls", b.urls());
      case Body.Text b ->
          kind("text")
              .word("type", b.type())
              .text("text", b.text())
              .number("replyTo", b.replyTo())
              .number("hop", b.hop());
    };
  }

  static Body read(FieldReader in) {
    return switch (in.text("k")) {
      case "none" -> new Body.None();
      case "workspace" -> new Body.WorkspaceName(in.text("name"));
      case "profile" -> new Body.Profile(in.text("name"), in.texts("capabilities"));
      case "addresses" -> new Body.Addresses(in.texts("urls"));
      case "text" ->
          new Body.Text(
              in.word("type", MessageType.values()),
              in.text("text"),
              in.count("replyTo"),
              in.small("hop"));
      default -> throw new Unreadable("k: an unknown kind");
    };
  }
}
