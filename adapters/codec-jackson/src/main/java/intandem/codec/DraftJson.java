package intandem.codec;

import intandem.domain.protocol.Draft;

/** Drafts, for the outbox of the very member that wrote them. */
final class DraftJson {
  private DraftJson() {}

  static FieldWriter write(Draft draft) {
    FieldWriter out = new FieldWriter().bytes("id", draft.id().value());
    switch (draft.to()) {
      case Draft.Recipient.All _ -> {}
      case Draft.Recipient.One one -> out.text("to", one.member().value());
    }
    return ActJson.write(draft.act(), out.instant("asked", draft.asked()))
        .object("body", BodyJson.write(draft.body()));
  }

  static Draft read(FieldReader in) {
    Draft.Recipient to =
        in.has("to") ? new Draft.Recipient.One(in.member("to")) : new Draft.Recipient.All();
    return new Draft(
        in.id("id"), to, ActJson.read(in), in.object("body", BodyJson::read), in.instant("asked"));
  }
}
