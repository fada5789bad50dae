package intandem.domain.session.attention;

import intandem.domain.id.TaskId;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.TaskNames;
import intandem.domain.view.TaskLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tasks that this member holds or that are kept for it, and which of them it can begin. */
final class Jobs {
  private final Core core;
  private final TaskNames names;
  private Map<TaskId, Boolean> known = Map.of();

  Jobs(Core core) {
    this.core = core;
    this.names = new TaskNames(core);
  }

  /** Those that wait for nothing now, but were not this member's or waited when last asked. */
  List<TaskLine> ready() {
    Map<TaskId, Boolean> before = known;
    known = mine();
    return known.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .filter(id -> !before.getOrDefault(id, false))
        .flatMap(id -> names.board().find(id).stream())
        .filter(task -> before.containsKey(task.id()) || !task.active())
        .map(task -> names.list().line(task))
        .toList();
  }

  private Map<TaskId, Boolean> mine() {
    Map<TaskId, Boolean> mine = new HashMap<>();
    if (core.replica().workspace().isPresent()) {
      names
          .list()
          .concerning(core.self())
          .forEach(task -> mine.put(task.id(), names.board().unblocked(task)));
    }
    return mine;
  }
}
