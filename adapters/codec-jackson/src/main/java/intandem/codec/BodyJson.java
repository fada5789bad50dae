package intandem.codec;

import static intandem.codec.FieldWriter.kind;

import intandem.domain.protocol.Body;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.Severity;
import intandem.domain.protocol.Waking;

/** Bodies: an object whose field {@code k} says which. */
final class BodyJson {
  private BodyJson() {}

  static FieldWriter write(Body body) {
    return switch (body) {
      case Body.None _ -> kind("none");
      case Body.WorkspaceName b -> kind("workspace").text("name", b.name());
      case Body.Profile b ->
          kind("profile")
              .text("name", b.name())
              .texts("capabilities", b.capabilities())
              .word("waking", b.waking());
      case Body.Addresses b -> kind("addresses").texts("urls", b.urls());
      case Body.Text b ->
          kind("text")
              .word("type", b.type())
              .text("text", b.text())
              .number("replyTo", b.replyTo())
              .number("hop", b.hop());
      case Body.Code b ->
          kind("code")
              .text("path", b.path())
              .number("from", b.from())
              .number("total", b.total())
              .text("language", b.language())
              .text("text", b.text())
              .text("note", b.note());
      case Body.Tasks b -> kind("tasks").objects("texts", b.texts(), TaskJson::write);
      case Body.TaskNews b -> kind("task.news").objects("news", b.news(), TaskJson::write);
      case Body.Variable b -> kind("variable").text("name", b.name()).text("value", b.value());
      case Body.Finding b -> finding(b);
    };
  }

  static Body read(FieldReader in) {
    return switch (in.text("k")) {
      case "none" -> new Body.None();
      case "workspace" -> new Body.WorkspaceName(in.text("name"));
      case "profile" ->
          new Body.Profile(
              in.text("name"), in.texts("capabilities"), in.word("waking", Waking.values()));
      case "addresses" -> new Body.Addresses(in.texts("urls"));
      case "text" ->
          new Body.Text(
              in.word("type", MessageType.values()),
              in.text("text"),
              in.count("replyTo"),
              in.small("hop"));
      case "code" -> code(in);
      case "tasks" -> new Body.Tasks(in.objects("texts", TaskJson::text));
      case "task.news" -> new Body.TaskNews(in.objects("news", TaskJson::news));
      case "variable" -> new Body.Variable(in.text("name"), in.text("value"));
      case "finding" -> finding(in);
      default -> throw new Unreadable("k: an unknown kind");
    };
  }

  private static Body code(FieldReader in) {
    return new Body.Code(
        in.text("path"),
        in.count("from"),
        in.count("total"),
        in.text("language"),
        in.text("text"),
        in.text("note"));
  }

  private static FieldWriter finding(Body.Finding finding) {
    return kind("finding")
        .text("service", finding.service())
        .word("severity", finding.severity())
        .text("summary", finding.summary())
        .text("category", finding.category())
        .number("count", finding.count())
        .texts("patterns", finding.patterns())
        .text("recommendation", finding.recommendation())
        .text("task", finding.task());
  }

  private static Body finding(FieldReader in) {
    return new Body.Finding(
        in.text("service"),
        in.word("severity", Severity.values()),
        in.text("summary"),
        in.text("category"),
        in.count("count"),
        in.texts("patterns"),
        in.text("recommendation"),
        in.text("task"));
  }
}
