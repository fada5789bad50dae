package intandem.mcp.words;

import intandem.domain.id.Endpoint;
import intandem.domain.id.MemberId;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Draft.Recipient;
import intandem.domain.protocol.Reservation;
import intandem.domain.protocol.TaskChange;
import intandem.domain.tandem.Answer;
import intandem.domain.view.Happening;
import intandem.domain.view.Happening.What;
import intandem.domain.view.Letter;
import java.util.List;
import java.util.stream.Collectors;

/** The activity log: a line for each thing that happened. */
record ActivityWords(Answer.Names names, Moments moments) {

  private static final int EXCERPT_CHARS = 80;
  private static final int MOST_IDS = 5;

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

  /** A line for each thing that others did meanwhile. */
  static String news(Answer.News news, Moments moments) {
    var words = new ActivityWords(news.names(), moments);
    var earlier =
        news.earlier() == 0
            ? ""
            : "(%d earlier: see intandem_activity_log)\n".formatted(news.earlier());
    return earlier + news.happenings().stream().map(words::line).collect(Collectors.joining("\n"));
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
      case What.Reachable(var addresses) ->
          addresses.isEmpty()
              ? "cannot be reached from other machines any more"
              : "can be reached from other machines at "
                  + Lists.and(addresses.stream().map(Endpoint::toString).toList());
      case What.Opened(int term) -> "became the hub (term %d)".formatted(term);
      case What.Wrote(Letter letter) -> wrote(letter);
      case What.WroteTo(var member) ->
          "wrote #%d to %s only".formatted(happening.place().index(), name(member));
      case What.Planned(var tasks) -> planned(tasks);
      case What.Moved(var task, var change) -> moved(task, change);
      case What.Set(var value) ->
          "set %s (version %d)"
              .formatted(Notices.quote(value.name(), EXCERPT_CHARS), value.version());
      case What.Reported(var known) ->
          "reported%s [%s] %s in %s: %s"
              .formatted(
                  known.reports() > 1 ? " again" : "",
                  known.id(),
                  known.finding().severity(),
                  Notices.quote(known.finding().service(), EXCERPT_CHARS),
                  Notices.quote(known.finding().summary(), EXCERPT_CHARS));
      case What.Unreadable() -> "wrote something that this session cannot open";
    };
  }

  private String wrote(Letter letter) {
    var to =
        switch (letter.to()) {
          case Recipient.All() -> "everyone";
          case Recipient.One(var member) -> name(member) + " only";
        };
    var message = letter.message();
    return "%s #%d to %s: %s"
        .formatted(
            message.kind(), letter.number(), to, Notices.quote(message.text(), EXCERPT_CHARS));
  }

  private static String planned(List<TaskId> tasks) {
    var shown = tasks.stream().limit(MOST_IDS).map(TaskId::value).toList();
    var rest = tasks.size() - shown.size();
    return "added %s: %s%s"
        .formatted(
            Lists.count(tasks.size(), "task"),
            String.join(", ", shown),
            rest == 0 ? "" : " and %d more".formatted(rest));
  }

  private String moved(TaskId task, TaskChange change) {
    return switch (change) {
      case TaskChange.Claim() -> "claimed " + task;
      case TaskChange.Unclaim() -> "gave back " + task;
      case TaskChange.Start() -> "began " + task;
      case TaskChange.Finish() -> "finished " + task;
      case TaskChange.Reopen() -> "reopened " + task;
      case TaskChange.Describe() -> "edited " + task;
      case TaskChange.Depend(var tasks) ->
          tasks.isEmpty()
              ? "made %s wait for nothing".formatted(task)
              : "made %s wait for %s"
                  .formatted(task, Lists.and(tasks.stream().map(TaskId::value).toList()));
      case TaskChange.Reserve(Reservation.Anyone()) -> "left %s to anyone".formatted(task);
      case TaskChange.Reserve(Reservation.For(var member)) ->
          "kept %s for %s".formatted(task, name(member));
    };
  }

  private String name(MemberId member) {
    return Notices.name(names.of(member));
  }
}
