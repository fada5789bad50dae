package intandem.mcp.words;

import intandem.domain.protocol.Rejection;
import intandem.domain.reach.Reach;
import intandem.domain.tandem.Notice;
import intandem.domain.view.TaskLine;
import java.time.Duration;
import java.util.List;

/** What this session's human should know, in sentences. */
final class NoticeWords {

  private static final int TITLE_CHARS = 100;
  private static final int PROBLEM_CHARS = 400;

  private NoticeWords() {}

  static String of(Notice notice, Results results) {
    return "Notice: "
        + switch (notice) {
          case Notice.WrongCode(int triesLeft) ->
              "someone tried to join with a wrong code; %s left. Tell your user if nobody mistyped."
                  .formatted(triesLeft == 1 ? "1 try is" : triesLeft + " tries are");
          case Notice.HubCheated(long index, Rejection reason) ->
              "the hub put something into the log that the rules refuse (#%d: %s) This session does"
                      .formatted(index, Rejections.of(reason))
                  + " not follow it any more. Tell your user.";
          case Notice.Failed failed -> FailureWords.of(failed);
          case Notice.Ended(var _, var answer) ->
              "what was unknown is known now. " + results.own(answer, List.of());
          case Notice.NotStored(String problem) -> notStored(problem);
          case Notice.Unreadable(int commands) -> unreadable(commands);
          case Notice.Delay delay -> delay(delay);
          case Notice.CodeBurnt(boolean renewed) ->
              "too many wrong codes were tried, so the invite code is burnt; %s Tell your user."
                  .formatted(
                      renewed
                          ? "intandem_invite shows a new one."
                          : "none counts until intandem_invite makes one.");
          case Notice.Ready(TaskLine task) ->
              "%s %s is yours to do, and waits for nothing."
                  .formatted(task.id(), Notices.quote(task.text().title(), TITLE_CHARS));
          case Notice.Paused(String peer) -> paused(Notices.name(peer));
          case Notice.Reading reading -> reading(reading);
          case Notice.Split(String hub, int again) -> split(hub, again);
          case Notice.Reachable(Reach reach, var code) ->
              ReachWords.notice(reach, code.filter(results.moments()::live));
          case Notice.Leads(var code) -> ReachWords.leads(code.filter(results.moments()::live));
          case Notice.StandsBy(Reach reach) -> ReachWords.standsBy(reach);
          case Notice.Unknown() ->
              "the hub does not know this session: those who are with it had lost the others before"
                  + " this one joined. What is written here waits; the two parts find together"
                  + " within minutes, or intandem_join with a new code starts anew. Tell your"
                  + " user.";
        };
  }

  private static String notStored(String problem) {
    return "the disk does not take what arrives: %s Tell your user; it is tried again."
        .formatted(Notices.plain(problem, PROBLEM_CHARS));
  }

  private static String unreadable(int commands) {
    return "%s that waited on this disk cannot be read and will not be sent: the file is"
            .formatted(Lists.count(commands, "command"))
        + " damaged, or from another version. Tell your user.";
  }

  private static String split(String hub, int again) {
    return "members had lost each other and gone on apart. All go on together now, with what"
        + " those had who were with "
        + Notices.quote(hub, TITLE_CHARS)
        + (again == 0
            ? "."
            : "; %s of yours, from the other part, %s sent again. What is refused then, is told."
                .formatted(Lists.count(again, "command"), again == 1 ? "is" : "are"));
  }

  private static String paused(String peer) {
    return "%s wrote more than 6 messages in 2 minutes without a turn of your user, so for now its"
            .formatted(peer)
        + " messages wake this session no more; they are shown as ever. Tell your user.";
  }

  private static String delay(Notice.Delay delay) {
    return switch (delay) {
      case Notice.Silent(String member, long confirmed) ->
          "%s is online, but for a minute it has confirmed nothing after #%d. Its disk may be"
                  .formatted(Notices.name(member), confirmed)
              + " full, or the hub keeps its word back. intandem_peers shows how far each got.";
      case Notice.Late(String from, long index, Duration late) ->
          "#%d from %s came %s after it was written, although this session was connected:"
                  .formatted(index, Notices.name(from), Moments.spell(late))
              + " delayed on the way, by a slow link or by the hub.";
      case Notice.ClockApart(Duration ahead) ->
          "the workspace's clock is %s %s this machine's; times differ by that. Ask your user"
                  .formatted(Moments.spell(ahead.abs()), ahead.isNegative() ? "behind" : "ahead of")
              + " to check the clocks.";
    };
  }

  private static String reading(Notice.Reading reading) {
    return switch (reading) {
      case Notice.ReadLate(String reader, int messages, long first, Duration unread) ->
          "%s has now read %s, unread for %s."
              .formatted(Notices.name(reader), messages(messages, first), Moments.spell(unread));
      case Notice.LeftUnread(String reader, int messages, long first) ->
          "%s left without having read %s."
              .formatted(Notices.name(reader), messages(messages, first));
    };
  }

  private static String messages(int messages, long first) {
    return messages == 1
        ? "#" + first
        : "%d of your messages, from #%d on".formatted(messages, first);
  }
}
