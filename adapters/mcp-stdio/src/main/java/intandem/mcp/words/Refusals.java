package intandem.mcp.words;

import intandem.domain.id.WorkspaceId;
import intandem.domain.port.Link;
import intandem.domain.protocol.Frame.Goodbye;
import intandem.domain.protocol.Frame.JoinFailed.Failure;
import intandem.domain.protocol.Rejection;
import intandem.domain.tandem.Refusal;
import java.time.Duration;
import java.util.List;

/** Refusals in sentences: what was wrong, why, and the next useful step. */
final class Refusals {

  private static final int EXCERPT_CHARS = 200;

  private static final String NOT_IN =
      "This session is in no workspace. Use intandem_create to found one, intandem_join with a"
          + " code, or intandem_rejoin to return to one.";
  private static final String TAKEN_OVER =
      "Another process of this session took its place in the workspace. If that was not meant, use"
          + " intandem_rejoin once the other has ended.";
  private static final String NO_SUCH_CODE =
      "No session on this machine invites with this code. It may have a typing error, or be an old"
          + " one: a code lives an hour at most. Ask your user for the present one (intandem_invite"
          + " shows it to the owner); for a hub on another machine use the form CODE@HOST.";
  private static final String LOCKED =
      "Another process of this session is still closing and holds its place. This one takes over by"
          + " itself as soon as it is free. Try again in a few seconds.";
  private static final String IN_USE =
      "Other sessions on this machine are using every membership that it could return to. To be one"
          + " more member, use intandem_join with a code: intandem_invite shows it to the owner.";
  private static final String FAILED =
      "InTandem failed at this, by a fault of its own; its error output has the details. Look at"
          + " intandem_activity_log for what was done before you try again.";

  private static final String OTHER_CALL =
      "Not done: the host gave this call the id of an earlier one, which asked for something else."
          + " Call the tool anew.";

  private static final String NEW_ROW =
      " Tell your user what it is about and let them decide. A new row begins once they have spoken"
          + " to you, if the plugin's hooks tell of it, or when what you answer was shown to you 10"
          + " minutes ago (2 without hooks).";

  private static final String NO_HUB =
      "The hub cannot be reached, and this cannot wait, as it would mean something else by then:"
          + " nothing was done. Messages, findings and new tasks are queued; try this again when"
          + " intandem_peers says connected.";

  private Refusals() {}

  static String of(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Entering entering -> of(entering);
      case Refusal.OnBoard board -> BoardRefusals.of(board);
      case Refusal.Sharing sharing -> ShareRefusals.of(sharing);
      case Refusal.UnknownPeer(String name, List<String> names) -> unknownPeer(name, names);
      case Refusal.PeerLeft(String name, List<String> names) -> peerLeft(name, names);
      case Refusal.ToSelf() -> "That is you. Name another peer, or leave `to` out for everyone.";
      case Refusal.Empty(String part) ->
          part + " says nothing. Write what the others need to know.";
      case Refusal.TooLong(int bytes, int limit) ->
          "The text has %d bytes, as JSON counts them (line breaks and quotes have two), and %d are"
                  .formatted(bytes, limit)
              + " the most. Send it in parts, or where to find it.";
      case Refusal.UnknownMessage(long number) -> unknownMessage(number);
      case Refusal.TooManyHops(int hop, int limit) -> tooManyHops(hop, limit);
      case Refusal.OtherCall() -> OTHER_CALL;
      case Refusal.TooFast(Duration retryAfter, int perMinute) ->
          "Too fast: %d changes a minute are the limit. Wait %s, and do more in one call."
              .formatted(perMinute, Moments.spell(retryAfter));
      case Refusal.OwnerOnly(String owner) ->
          "Only the owner of the workspace can do this: ask %s.".formatted(Notices.name(owner));
      case Refusal.OwnerStays() ->
          "The owner cannot be removed. intandem_leave ends your own part.";
      case Refusal.Altered(long index) ->
          "Another session brought it back into the log after a split, as #%d, and not with your"
                  .formatted(index)
              + " words. Tell your user, and do it again if it still holds.";
      case Refusal.NoHub() -> NO_HUB;
      case Refusal.AgainstRules(Rejection reason) ->
          "The workspace refused it: " + Rejections.of(reason);
      case Refusal.NotStored(String problem) -> StorageRefusals.notStored(problem);
      case Refusal.Failed() -> FAILED;
    };
  }

  private static String of(Refusal.Entering refusal) {
    return switch (refusal) {
      case Refusal.AlreadyIn(String workspace) ->
          "This session is in the workspace %s already, and nothing was changed. For another one,"
                  .formatted(Notices.quote(workspace, EXCERPT_CHARS))
              + " use intandem_leave first.";
      case Refusal.NotIn() -> NOT_IN;
      case Refusal.Expelled(String workspace, var unsent) ->
          "The owner removed this session from the workspace %s; its keys and its copy are deleted."
                  .formatted(Notices.quote(workspace, EXCERPT_CHARS))
              + " Tell your user. intandem_join with a new code enters again."
              + FailureWords.unsent(unsent);
      case Refusal.Remains(String problem) -> StorageRefusals.remains(problem);
      case Refusal.TakenOver() -> TAKEN_OVER;
      case Refusal.Broken(int times) ->
          "InTandem failed %d times in a row, by a fault of its own, and left its place in the"
                  .formatted(times)
              + " workspace; what is on disk is kept. Its error output has the details. Tell your"
              + " user. intandem_rejoin takes the place again.";
      case Refusal.NothingToRejoin(List<WorkspaceId> known) -> StorageRefusals.nothing(known);
      case Refusal.Damaged damaged -> StorageRefusals.of(damaged);
      case Refusal.LogLost lost -> StorageRefusals.of(lost);
      case Refusal.LogNotFound lost -> StorageRefusals.of(lost);
      case Refusal.NoSuchCode() -> NO_SUCH_CODE;
      case Refusal.Unreachable(String where, Link.Ending ending) -> unreachable(where, ending);
      case Refusal.JoinRefused(Failure failure, int triesLeft, String detail) ->
          join(failure, triesLeft) + detail(detail);
      case Refusal.HubRefused(Goodbye.Reason reason, Duration retryAfter) ->
          Goodbyes.of(reason, retryAfter);
      case Refusal.NotTrusted() ->
          "Whoever answered could not prove that it knows the code, so this is not the hub that"
              + " invited you, or the code has a typing error. Check code and host with your user.";
      case Refusal.Locked() -> LOCKED;
      case Refusal.OpenElsewhere(long pid) -> openElsewhere(pid);
      case Refusal.InUse() -> IN_USE;
    };
  }

  private static String openElsewhere(long pid) {
    return "This session is open in another terminal or process as well (pid %d), which holds its"
            .formatted(pid)
        + " place in the workspace. Tell your user to close one of the two: this one takes over by"
        + " itself once the other has ended. Or start a new session, and use intandem_join there.";
  }

  private static String unknownMessage(long number) {
    return "There is no message #%d that you can read. intandem_inbox shows the numbers; leave"
            .formatted(number)
        + " reply_to out if it answers none.";
  }

  private static String tooManyHops(int hop, int limit) {
    return "This would be message %d in a row that models write because of each other's, without a"
            .formatted(hop + 1)
        + " human in between; %d are the most, a first one and %d answers. It was not sent."
            .formatted(limit + 1, limit)
        + NEW_ROW;
  }

  private static String unknownPeer(String name, List<String> names) {
    var shown = Notices.quote(name, EXCERPT_CHARS);
    return names.isEmpty()
        ? "There is no peer %s: nobody else is in the workspace.".formatted(shown)
        : "There is no peer %s. %s".formatted(shown, here(names));
  }

  private static String peerLeft(String name, List<String> names) {
    return "%s has left the workspace, so nothing can be for it alone. %s"
        .formatted(Notices.name(name), names.isEmpty() ? "Nobody else is here now." : here(names));
  }

  private static String here(List<String> names) {
    return "These are here: %s. Leave the name out for everyone."
        .formatted(Lists.and(names.stream().map(Notices::name).toList()));
  }

  private static String unreachable(String where, Link.Ending ending) {
    var hub = where.isEmpty() ? "The hub" : "The hub at " + Notices.name(where);
    return hub + Endings.of(ending);
  }

  private static String join(Failure failure, int triesLeft) {
    return switch (failure) {
      case NO_CODE -> "Nobody is invited there at present. The owner has to show a code.";
      case EXPIRED -> "The code's time is over. The owner has to make a new one.";
      case BURNT ->
          "The code is burnt: too many wrong ones were tried. The owner has to make a new one.";
      case WRONG_CODE ->
          "The code is wrong, or an old one; tries left before it is burnt: %d. It is not tried"
                  .formatted(triesLeft)
              + " again by itself: check it with your user before you call intandem_join again.";
      case BAD_EXCHANGE ->
          "The join was broken off as its messages did not fit together. Call intandem_join again;"
              + " if it happens twice, something on the way alters them.";
      case OTHER_VERSION ->
          "The two sides run versions of InTandem that do not go together. Both should update.";
      case FULL ->
          "The workspace is full. Someone has to leave it before you can join; the code stays"
              + " good.";
      case NOT_STORED -> "The owner's disk did not take it. Its user has to look after that first.";
    };
  }

  private static String detail(String detail) {
    return detail.isBlank() ? "" : " The owner says: " + Notices.quote(detail, EXCERPT_CHARS);
  }
}
