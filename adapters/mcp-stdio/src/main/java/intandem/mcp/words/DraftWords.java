package intandem.mcp.words;

import intandem.domain.id.MemberId;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.tandem.Answer;

/** Something of one's own that is not in the log: what it is, for whom, and how it begins. */
final class DraftWords {
  private static final int TITLE_CHARS = 100;

  private DraftWords() {}

  static String of(Recipient to, Body body, Answer.Names names, int textChars) {
    return switch (body) {
      case Body.Text text ->
          "message %s, %s".formatted(to(to, names), Notices.quote(text.text(), textChars));
      case Body.Code code -> "code %s, %s".formatted(to(to, names), Notices.source(code));
      case Body.Tasks tasks ->
          "plan of %s, from %s on"
              .formatted(
                  Lists.count(tasks.texts().size(), "task"),
                  title(tasks.texts().getFirst().title()));
      case Body.Variable variable -> "value for the variable " + title(variable.name());
      case Body.Finding finding -> "finding " + title(finding.summary());
      case Body.TaskNews _ -> "change to a task";
      case Body.None _ -> "removal of a peer";
      case Body.WorkspaceName _, Body.Profile _, Body.Addresses _ -> "change";
    };
  }

  private static String to(Recipient to, Answer.Names names) {
    return switch (to) {
      case Recipient.All() -> "to all";
      case Recipient.One(MemberId member) -> "to " + Notices.name(names.of(member));
    };
  }

  private static String title(String text) {
    return Notices.quote(text, TITLE_CHARS);
  }
}
