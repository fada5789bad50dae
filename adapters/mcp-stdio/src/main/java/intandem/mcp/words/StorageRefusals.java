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
        + " or this directory was in last, or the only one that keys are kept of; with one, it takes"
        + " keys that are kept here. "
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
          case COPY ->
              "Call intandem_rejoin: the log comes back from the hub. What was queued here and not"
                  + " yet sent is only in that file, and messages are shown once more.";
          case KEYS ->
              "Without its keys this member cannot return. Ask the owner for a code and use"
                  + " intandem_join; the owner can remove the old member.";
          case RECORD ->
              "It said which member this session is. Call intandem_rejoin, with the id of the"
                  + " workspace if it asks for it.";
        };
  }
}
