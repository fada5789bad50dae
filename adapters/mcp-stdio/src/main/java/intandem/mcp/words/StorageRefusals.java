package intandem.mcp.words;

import intandem.domain.id.WorkspaceId;
import intandem.domain.tandem.Refusal;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Refusals that come of this user's disk and files. */
final class StorageRefusals {
  private static final int PROBLEM_CHARS = 400;
  private static final int MOST_WORKSPACES = 10;
  private static final String GIVE_HOST =
      "Ask a user whose session is in the workspace for the address of its hub, and call"
          + " intandem_rejoin with host=HOST:PORT.";
  private static final String LED = "This session led the workspace itself when it was last in it.";
  private static final String OTHERS =
      "Sessions that were members with it have the log: when one of them leads, call"
          + " intandem_rejoin, with its address as host if it is not found. If there were none, the"
          + " workspace cannot be opened again without that file; intandem_create founds another.";
  private static final Predicate<String> ENDED = Pattern.compile("[.?!]$").asPredicate();

  private StorageRefusals() {}

  static String notStored(String problem) {
    return "It was not done. The disk or a file on this machine is in the way: %s%s Tell your user;"
            .formatted(Notices.plain(problem, PROBLEM_CHARS), ENDED.test(problem) ? "" : ".")
        + " what was stored before is still there, and this can be tried again afterwards.";
  }

  static String remains(String problem) {
    return "This session is out of its workspace, but not all that it had of it could be deleted: "
        + Notices.plain(problem, PROBLEM_CHARS)
        + " Tell your user to delete the file: its next process might return because of it."
        + " Use intandem_create or intandem_join to enter another.";
  }

  static String nothing(List<WorkspaceId> known) {
    var ids = known.stream().limit(MOST_WORKSPACES).map(WorkspaceId::value).toList();
    return "There is nothing to return to. Without an id that is the workspace which this session"
        + " or this directory was in last, or the only one that keys are kept of; with one,"
        + " it takes keys that are kept here. "
        + (ids.isEmpty()
            ? "There are none: use intandem_join with a code."
            : "They are kept for %s: name one as workspace to return to it, or use intandem_join"
                    .formatted(Lists.and(ids))
                + " with a code.");
  }

  static String of(Refusal.Damaged damaged) {
    return "%s is damaged. It is called %s now; nothing was deleted. Tell your user. "
            .formatted(
                Notices.plain(damaged.file(), PROBLEM_CHARS),
                Notices.plain(damaged.aside(), PROBLEM_CHARS))
        + switch (damaged.part()) {
          case KEYS ->
              "Without its keys this member cannot return. Ask the owner for a code and use"
                  + " intandem_join; the owner can remove the old member.";
          case RECORD ->
              "It said which member this session is. Call intandem_rejoin, with the id of the"
                  + " workspace if it asks for it.";
        };
  }

  static String of(Refusal.LogLost lost) {
    var file = Notices.plain(lost.file(), PROBLEM_CHARS);
    var gone = lost.aside().isEmpty();
    return (gone
            ? "The log of this member is missing: %s is gone or empty. ".formatted(file)
            : "%s is damaged. It is called %s now; nothing was deleted. "
                .formatted(file, Notices.plain(lost.aside(), PROBLEM_CHARS)))
        + "Tell your user. "
        + switch (lost.source()) {
          case HUB -> "Call intandem_rejoin: the log comes back from the hub.";
          case UNKNOWN -> "The log comes back from the hub. " + GIVE_HOST;
          case OTHERS -> LED + " " + OTHERS;
        }
        + " What was queued here and not yet sent is "
        + (gone ? "lost" : "only in that file")
        + ", and messages are shown once more.";
  }

  static String of(Refusal.LogNotFound lost) {
    var places = lost.tried().stream().map(Notices::name).toList();
    return "The log of this member is not on its disk, and no hub was found to bring it back; "
        + (places.isEmpty() ? "where it is, is not known here. " : tried(places))
        + switch (lost.source()) {
          case HUB, UNKNOWN -> GIVE_HOST;
          case OTHERS -> LED + " " + OTHERS;
        };
  }

  private static String tried(List<String> places) {
    return "tried: %s. ".formatted(Lists.and(places));
  }
}
