package intandem.mcp.words;

import intandem.domain.protocol.Rejection;

/** Why a command does not count, as the end of a sentence. */
final class Rejections {

  private Rejections() {}

  static String of(Rejection reason) {
    return switch (reason) {
      case TOO_LARGE -> "it is too large. Send it in parts.";
      case MALFORMED -> "it could not be read. Check that all sessions run the same version.";
      case OTHER_WORKSPACE -> "it was meant for another workspace.";
      case NOT_A_MEMBER -> "this session is no member any more. It needs a new code to join again.";
      case BAD_SIGNATURE -> "its signature does not hold.";
      case OUT_OF_SEQUENCE -> "it does not continue what this session sent before.";
      case OTHER_TERM -> "another session became the hub meanwhile. Try again.";
      case STALE_EPOCH -> "the keys changed meanwhile. Try again.";
      case STALE -> "it is more than two minutes from the hub's time. Check this machine's clock.";
      case DUPLICATE -> "it is in the log already, so there is nothing to repeat.";
      case OTHER_BRANCH -> "this session has seen another branch of the history. Try again.";
      case LEFT -> "this session has left. Use intandem_rejoin first.";
      case FULL -> "no seat is free. Someone has to leave first.";
      case NOT_OWNER -> "only the owner may do this.";
      case UNKNOWN_MEMBER -> "it names a member that is not there. See intandem_peers.";
      case OWNER_STAYS -> "the owner has to hand the hub over first.";
      case NO_CHANGE -> "there is nothing to change.";
      case UNKNOWN_TASK -> "it names a task that is not there. See intandem_board.";
      case BLOCKED -> "it waits for a task that is not done.";
      case HELD -> "someone else holds it.";
      case RESERVED -> "it is kept for someone else.";
      case LOST_LEASE -> "your claim on it is over: it was taken over or given back.";
      case NOT_YOURS -> "only its holder, or its creator, may do this.";
      case WRONG_STATE -> "its state does not allow this.";
      case CYCLE -> "tasks would wait for one another in a circle.";
      case BOARD_FULL ->
          "the board has as many unfinished tasks as it may have. Finish some first.";
      case OTHER_VERSION -> "the variable was changed meanwhile. Read it again.";
      case TOO_FAST -> "there were too many within a minute. Wait, and say more in one message.";
      case NOT_STORED ->
          "it is not in the log, as the link to the hub broke on its way or the hub's disk did not"
              + " take it. Try again; if that is refused too, the owner's user has to look after"
              + " the disk. Should it turn up after all, a later result says so.";
    };
  }
}
