package intandem.mcp.words;

import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Refusal;
import intandem.domain.view.TaskLine;
import intandem.domain.workspace.Task.State;
import java.util.List;
import java.util.stream.Collectors;

/** What the board refuses, in sentences: who is in the way, and what could be done instead. */
final class BoardRefusals {

  private static final int EXCERPT_CHARS = 200;
  private static final int TITLES = 5;

  private BoardRefusals() {}

  static String of(Refusal.OnBoard refusal) {
    return switch (refusal) {
      case Refusal.UnknownTask unknown -> unknown(unknown);
      case Refusal.Task task -> refused(task);
      case Refusal.Claiming(var task) ->
          "Your claim on %s is not confirmed yet, so nothing was changed. A later result says"
                  .formatted(task.value())
              + " whether it is yours: try again then.";
      case Refusal.Derived(var line) -> derived(line);
      case Refusal.Circle(var path) ->
          "These would wait for one another in a circle: %s. Take one dependency out."
              .formatted(path.stream().map(Notices::name).collect(Collectors.joining(" → ")));
      case Refusal.NoPosition(int position, int tasks) -> noPosition(position, tasks);
      case Refusal.Ambiguous(String title) ->
          "Several tasks of the plan are called %s. Name it by its position, like #2."
              .formatted(Notices.quote(title, EXCERPT_CHARS));
      case Refusal.TooMany(String part, int given, int limit) ->
          "%s has %d items, and %d are the most. Do it in several calls."
              .formatted(Notices.name(part), given, limit);
      case Refusal.KeyUsed used -> used(used);
      case Refusal.BoardFull(int unfinished, int limit) ->
          "The board has %d unfinished tasks, and %d are the most. Finish some first."
              .formatted(unfinished, limit);
      case Refusal.PlanTooLarge(int tasks, int fitting) ->
          "The plan's %d tasks do not fit into one entry; the first %d would. Nothing was added:"
                  .formatted(tasks, fitting)
              + " shorten the descriptions, or plan in two calls.";
    };
  }

  private static String noPosition(int position, int tasks) {
    return "#%d stands for a position in the plan, which has %s. Nothing was added. Name a task of"
            .formatted(position, Lists.count(tasks, "task"))
        + " the board by its id: intandem_board lists all.";
  }

  private static String used(Refusal.KeyUsed used) {
    var all = used.titles();
    var titles = all.stream().limit(TITLES).map(title -> Notices.quote(title, EXCERPT_CHARS));
    var more = all.size() <= TITLES ? "" : ", and %d more".formatted(all.size() - TITLES);
    return "The key %s was used already for another plan: %s%s."
            .formatted(
                Notices.quote(used.key(), EXCERPT_CHARS),
                titles.collect(Collectors.joining(", ")),
                more)
        + " Nothing was added; take another key.";
  }

  private static String unknown(Refusal.UnknownTask unknown) {
    return "There is no task %s. intandem_board lists all."
            .formatted(Notices.quote(unknown.task(), EXCERPT_CHARS))
        + ready(unknown.ready(), unknown.names());
  }

  private static String refused(Refusal.Task refused) {
    return "Not done: %s\n%s".formatted(why(refused), line(refused))
        + ready(refused.ready(), refused.names());
  }

  private static String line(Refusal.Task refused) {
    return new TaskWords(refused.names()).line(refused.task());
  }

  private static String why(Refusal.Task refused) {
    var line = refused.task();
    return switch (refused.reason()) {
      case BLOCKED -> "it waits for tasks that are not done.";
      case HELD -> holder(refused) + " holds it.";
      case RESERVED -> "it is kept for another peer, who alone can claim it.";
      case NO_CHANGE -> "it is yours already. Send texts without status.";
      case NOT_YOURS -> notYours(refused);
      case WRONG_STATE -> wrongState(line);
      case TOO_LARGE,
          MALFORMED,
          OTHER_WORKSPACE,
          NOT_A_MEMBER,
          BAD_SIGNATURE,
          OUT_OF_SEQUENCE,
          OTHER_TERM,
          STALE_EPOCH,
          STALE,
          DUPLICATE,
          OTHER_BRANCH,
          LEFT,
          FULL,
          NOT_OWNER,
          UNKNOWN_MEMBER,
          OWNER_STAYS,
          UNKNOWN_TASK,
          LOST_LEASE,
          CYCLE,
          BOARD_FULL,
          OTHER_VERSION,
          TOO_FAST,
          NOT_STORED ->
          Rejections.of(refused.reason());
    };
  }

  private static String holder(Refusal.Task refused) {
    return refused
        .task()
        .task()
        .hold()
        .map(hold -> Notices.name(refused.names().of(hold.holder())))
        .orElse("someone else");
  }

  private static String notYours(Refusal.Task refused) {
    if (refused.task().task().done()) {
      return "it is done, by %s, who alone can reopen it; only its creator else changes its texts."
          .formatted(holder(refused));
    }
    return refused.task().task().hold().isPresent()
        ? "%s holds it; only the holder changes its status, and the creator its texts."
            .formatted(holder(refused))
        : "only its creator, or whoever claims it, may do this.";
  }

  private static String wrongState(TaskLine line) {
    return switch (line.task().state()) {
      case State.Open _ -> "nobody holds it. Claim it first with intandem_claim_task.";
      case State.Claimed _, State.InProgress _ -> "it is being worked on.";
      case State.Done _ -> "it is done. Whoever finished it can set its status to open.";
    };
  }

  private static String derived(TaskLine line) {
    return line.blockers().isEmpty()
        ? "blocked is never set: a task is blocked while one that it depends on is not done. Name"
            + " what it waits for in depends_on."
        : "blocked is never set, and %s is blocked already, by %s."
            .formatted(
                line.id(), Lists.and(line.blockers().stream().map(id -> id.value()).toList()));
  }

  private static String ready(List<TaskLine> ready, Answer.Names names) {
    return ready.isEmpty() ? "" : "\nReady to claim:\n" + new TaskWords(names).lines(ready);
  }
}
