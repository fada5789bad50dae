package intandem.mcp.words;

import intandem.domain.protocol.Rejection;
import intandem.domain.session.Answer;
import intandem.domain.session.Notice;
import java.util.List;

/** What this session's human should know, in sentences. */
final class NoticeWords {

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
          case Notice.Ended(Answer.Refused(var refusal)) ->
              "something asked for earlier was refused after all. " + Refusals.of(refusal);
          case Notice.Ended(var answer) ->
              "what was unknown is known now. " + results.own(answer, List.of());
          case Notice.NotStored() ->
              "the disk does not take what arrives. Ask your user to check free space.";
          case Notice.CodeBurnt(boolean renewed) ->
              "too many wrong codes were tried, so the invite code is burnt; %s Tell your user."
                  .formatted(
                      renewed
                          ? "intandem_invite shows a new one."
                          : "none counts until intandem_invite makes one.");
          case Notice.TurnedAway() ->
              "the hub says that this session is not a member any more. If the owner removed it,"
                  + " intandem_leave ends it here. Tell your user.";
        };
  }
}
