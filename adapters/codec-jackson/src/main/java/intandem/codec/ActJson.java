package intandem.codec;

import intandem.domain.id.EntryId;
import intandem.domain.id.MemberId;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.EpochKeys;
import intandem.domain.protocol.Expected;

/** Acts: a field {@code typ} that says which, and the fields of that act beside it. */
final class ActJson {
  private ActJson() {}

  static FieldWriter write(Act act, FieldWriter out) {
    return switch (act) {
      case Act.NameWorkspace _ -> out.text("typ", "workspace.name");
      case Act.StartEpoch a -> keys(a.keys(), out.text("typ", "epoch.start"));
      case Act.StartTerm a -> startTerm(a, out);
      case Act.AddMember a ->
          out.text("typ", "member.add").bytes("sig", a.signKey()).bytes("hpke", a.sealKey());
      case Act.UpdateMember _ -> out.text("typ", "member.update");
      case Act.RemoveMember a ->
          keys(a.keys(), out.text("typ", "remove").text("member", a.member().value()));
      case Act.Leave _ -> out.text("typ", "leave");
      case Act.Rejoin _ -> out.text("typ", "rejoin");
      case Act.AnnounceEndpoint _ -> out.text("typ", "endpoint.announce");
      case Act.Message _ -> out.text("typ", "msg");
      case Act.AddTasks a -> out.text("typ", "plan").objects("tasks", a.tasks(), TaskJson::write);
      case Act.ChangeTask a -> TaskJson.write(a, out.text("typ", "task"));
      case Act.SetVariable a -> variable(a, out.text("typ", "var").bytes("key", a.key()));
      case Act.Report _ -> out.text("typ", "finding");
      case Act.Adopt(MemberId author, EntryId id, Act adopted) ->
          out.text("typ", "adopt")
              .text("author", author.value())
              .bytes("origin", id.value())
              .object("act", write(adopted, new FieldWriter()));
    };
  }

  static Act read(FieldReader in) {
    return switch (in.text("typ")) {
      case "workspace.name" -> new Act.NameWorkspace();
      case "epoch.start" -> new Act.StartEpoch(keys(in));
      case "term.start" ->
          new Act.StartTerm(in.member("owner"), in.head("baseN", "baseHead"), keys(in));
      case "member.add" -> new Act.AddMember(in.key("sig"), in.key("hpke"));
      case "member.update" -> new Act.UpdateMember();
      case "remove" -> new Act.RemoveMember(in.member("member"), keys(in));
      case "leave" -> new Act.Leave();
      case "rejoin" -> new Act.Rejoin();
      case "endpoint.announce" -> new Act.AnnounceEndpoint();
      case "msg" -> new Act.Message();
      case "plan" -> new Act.AddTasks(in.objects("tasks", TaskJson::task));
      case "task" -> TaskJson.change(in);
      case "var" -> new Act.SetVariable(in.bytes("key", 16), expected(in));
      case "finding" -> new Act.Report();
      case "adopt" ->
          new Act.Adopt(in.member("author"), in.id("origin"), in.object("act", ActJson::adopted));
      default -> throw new Unreadable("typ: an unknown kind");
    };
  }

  private static Act adopted(FieldReader in) {
    Act act = read(in);
    if (act instanceof Act.Adopt) {
      throw new Unreadable("an adopted command that adopts another");
    }
    return act;
  }

  private static FieldWriter startTerm(Act.StartTerm act, FieldWriter out) {
    return keys(
        act.keys(),
        out.text("typ", "term.start")
            .text("owner", act.owner().value())
            .head("baseN", "baseHead", act.base()));
  }

  private static FieldWriter keys(EpochKeys keys, FieldWriter out) {
    return out.objects("wraps", keys.wraps(), EntryJson::write)
        .bytes("confirm", keys.confirm())
        .bytes("prev", keys.previous());
  }

  private static EpochKeys keys(FieldReader in) {
    return new EpochKeys(
        in.objects("wraps", EntryJson::wrap), in.bytes("confirm", 32), in.bytes("prev"));
  }

  private static FieldWriter variable(Act.SetVariable act, FieldWriter out) {
    return switch (act.expected()) {
      case Expected.Any _ -> out;
      case Expected.Version(long number) -> out.number("version", number);
    };
  }

  private static Expected expected(FieldReader in) {
    return in.has("version") ? new Expected.Version(in.count("version")) : new Expected.Any();
  }
}
