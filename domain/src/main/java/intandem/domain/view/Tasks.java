package intandem.domain.view;

import intandem.domain.id.TaskId;
import intandem.domain.protocol.Body.News;
import intandem.domain.protocol.Body.TaskText;
import intandem.domain.protocol.Priority;
import intandem.domain.workspace.Board;
import intandem.domain.workspace.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The texts of all tasks, in the order in which they were made, and what waits for what. */
public final class Tasks {
  private static final Text UNREADABLE = new Text("(unreadable)", "", Priority.MEDIUM, "");

  private final Map<TaskId, Text> texts = new LinkedHashMap<>();
  private final Map<TaskId, Set<TaskId>> waiting = new HashMap<>();
  private final Set<TaskId> unfinished = new LinkedHashSet<>();

  /** What a task is about, and what came of it. */
  public record Text(String title, String description, Priority priority, String result) {
    private Text with(News news) {
      return switch (news) {
        case News.Title(String changed) -> new Text(changed, description, priority, result);
        case News.Description(String changed) -> new Text(title, changed, priority, result);
        case News.Urgency(Priority changed) -> new Text(title, description, changed, result);
        case News.Result(String changed) -> new Text(title, description, priority, changed);
      };
    }
  }

  /** Takes in new tasks; those without a text stay without one. */
  List<TaskId> added(Board board, List<Task> made, List<TaskText> given) {
    List<TaskId> ids = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      Task task = made.get(i);
      texts.put(task.id(), i < given.size() ? fresh(given.get(i)) : UNREADABLE);
      track(board, task);
      ids.add(task.id());
    }
    return ids;
  }

  private static Text fresh(TaskText text) {
    return new Text(text.title(), text.description(), text.priority(), "");
  }

  /** Takes in a change to a task. */
  void changed(Board board, Task task, List<News> news) {
    Text text = text(task.id());
    for (News one : news) {
      text = text.with(one);
    }
    texts.put(task.id(), text);
    track(board, task);
  }

  private void track(Board board, Task task) {
    task.dependencies()
        .forEach(id -> waiting.computeIfAbsent(id, i -> new LinkedHashSet<>()).add(task.id()));
    if (board.find(task.id()).filter(now -> !now.done()).isPresent()) {
      unfinished.add(task.id());
    } else {
      unfinished.remove(task.id());
    }
  }

  /** The texts of a task. */
  public Text text(TaskId id) {
    return Optional.ofNullable(texts.get(id)).orElse(UNREADABLE);
  }

  /** All tasks, oldest first. */
  public Stream<TaskId> all() {
    return texts.keySet().stream();
  }

  /** Tasks that are not done. */
  public Stream<TaskId> unfinished() {
    return unfinished.stream();
  }

  /** The unfinished tasks that depend on a task. */
  public Stream<Task> waitingFor(Board board, TaskId id) {
    return waiting.getOrDefault(id, Set.of()).stream()
        .flatMap(waiter -> board.find(waiter).stream())
        .filter(task -> !task.done() && task.dependencies().contains(id));
  }
}
