package intandem.mcp.words;

import intandem.domain.protocol.Frame.Goodbye;
import java.time.Duration;

/** Why a hub did not serve this session, in sentences. */
final class Goodbyes {

  private Goodbyes() {}

  static String of(Goodbye.Reason reason, Duration retryAfter) {
    var sentence =
        switch (reason) {
          case TOO_MANY_ATTEMPTS -> "The hub takes no more attempts for now: there were too many.";
          case OWNER_AWAY -> "The owner is away, and only the owner can let someone in.";
          case UNKNOWN_MEMBER ->
              "The hub does not know this member: it parted from the others before this one joined,"
                  + " or this is another workspace. Join with a new code.";
          case REMOVED -> "The owner removed this member. It can return with a new code only.";
          case BAD_PROOF ->
              "The hub did not accept this member's proof of its key. Join with a new code.";
          case OTHER_BRANCH ->
              "The hub follows another branch of this workspace's history. Try again once the two"
                  + " have met.";
          case REPLACED ->
              "Another process took over this member's connection. Use that one, or"
                  + " intandem_rejoin.";
          case TOO_SLOW -> "The hub gave up, as this session was too slow to follow. Try again.";
          case MALFORMED ->
              "The hub could not read what this session said. Check that both run the same"
                  + " version.";
          case CLOSING -> "The hub is closing. Try again once another session took over.";
        };
    var wait = retryAfter.isZero() ? "" : " Try again in " + Moments.spell(retryAfter) + ".";
    return sentence + wait;
  }
}
