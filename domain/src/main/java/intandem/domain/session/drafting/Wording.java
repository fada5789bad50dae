package intandem.domain.session.drafting;

import intandem.domain.admission.Secrets;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Body.News;
import intandem.domain.tandem.Refusal;
import java.util.Optional;
import java.util.stream.Stream;

/** A text that someone wrote, under the name that users know it by. */
record Wording(String part, String text) {
  /** What of the text looks like a secret. */
  Optional<Refusal> secret() {
    return Secrets.first(text)
        .map(found -> new Refusal.SecretLooking(part, found.rule(), found.line()));
  }

  /** All texts of a body. */
  static Stream<Wording> of(Body body) {
    return switch (body) {
      case Body.Text text -> Stream.of(new Wording("message", text.text()));
      case Body.Code code ->
          Stream.of(new Wording("message", code.note()), new Wording("snippet", code.text()));
      case Body.Tasks tasks ->
          tasks.texts().stream()
              .flatMap(
                  task ->
                      Stream.of(
                          new Wording("title", task.title()),
                          new Wording("description", task.description())));
      case Body.TaskNews news -> news.news().stream().flatMap(Wording::of);
      case Body.Variable variable ->
          Stream.of(
              new Wording("key", variable.name()),
              new Wording("value", variable.name() + " = " + variable.value()));
      case Body.Finding finding -> of(finding);
      case Body.None _, Body.WorkspaceName _, Body.Profile _, Body.Addresses _ -> Stream.of();
    };
  }

  private static Stream<Wording> of(News news) {
    return switch (news) {
      case News.Title(String text) -> Stream.of(new Wording("title", text));
      case News.Description(String text) -> Stream.of(new Wording("description", text));
      case News.Result(String text) -> Stream.of(new Wording("result", text));
      case News.Urgency _ -> Stream.of();
    };
  }

  private static Stream<Wording> of(Body.Finding finding) {
    return Stream.concat(
        Stream.of(
            new Wording("service", finding.service()),
            new Wording("summary", finding.summary()),
            new Wording("category", finding.category()),
            new Wording("recommendation", finding.recommendation())),
        finding.patterns().stream().map(pattern -> new Wording("patterns", pattern)));
  }
}
