package intandem.mcp.words;

import intandem.domain.id.MemberId;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.session.Answer;
import intandem.domain.view.Happening;
import intandem.domain.view.Happening.What;
import intandem.domain.view.Letter;
import java.util.stream.Collectors;

/** The activity log: a line for each thing that happened. */
record ActivityWords(Answer.Names names, Moments moments) {

  private static final int EXCERPT_CHARS = 80;

  static String of(Answer.Activity activity, Moments moments) {
    var happenings = activity.happenings();
    if (happenings.isEmpty()) {
      return "Nothing of that kind happened.";
    }
    var words = new ActivityWords(activity.names(), moments);
    var lines = happenings.stream().map(words::line).collect(Collectors.joining("\n"));
    var earlier =
        activity.earlier() == 0 ? "" : "(%d earlier left out)\n".formatted(activity.earlier());
    return "%s%s\n(times in UTC; since=%d shows what comes next)"
        .formatted(earlier, lines, happenings.getLast().place().index());
  }

  private String line(Happening happening) {
    var at = moments.clock(happening.place().at());
    return "[%s] %s: %s".formatted(at, name(happening.actor()), act(happening));
  }

  private String act(Happening happening) {
    return switch (happening.what()) {
      case What.Founded() -> "founded the workspace";
      case What.Named(String name) -> "named the workspace " + Notices.quote(name, EXCERPT_CHARS);
      case What.Admitted(var member) -> "let in " + name(member);
      case What.Removed(var member) -> "removed " + name(member);
      case What.Changed() -> "changed its profile";
      case What.Left() -> "left";
      case What.Rejoined() -> "came back";
      case What.Online() -> "is online";
      case What.Away() -> "is away";
      case What.Opened(int term) -> "became the hub (term %d)".formatted(term);
      case What.Wrote(Letter letter) -> wrote(letter);
      case What.WroteTo(var member) ->
          "wrote #%d to %s only".formatted(happening.place().index(), name(member));
      case What.Unreadable() -> "wrote something that this session cannot open";
    };
  }

  private String wrote(Letter letter) {
    var to =
        switch (letter.to()) {
          case Recipient.All() -> "everyone";
          case Recipient.One(var member) -> name(member) + " only";
        };
    var text = letter.text();
    return "%s #%d to %s: %s"
        .formatted(
            text.type().word(), letter.number(), to, Notices.quote(text.text(), EXCERPT_CHARS));
  }

  private String name(MemberId member) {
    return Notices.name(names.of(member));
  }
}
