package intandem.domain.session.desk;

import intandem.domain.session.core.Core;
import intandem.domain.session.core.TaskNames;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Answer.Names;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Refusal;
import intandem.domain.view.Findings.Known;
import intandem.domain.view.Status;
import intandem.domain.view.TaskLine;
import intandem.domain.view.TaskList;
import intandem.domain.view.Values.Value;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Answers questions about what the members share, from this member's own replica. */
final class Overview {
  private final Core core;
  private final TaskNames names;

  Overview(Core core) {
    this.core = core;
    this.names = new TaskNames(core);
  }

  private Names people() {
    return core.replica().view()::nameOf;
  }

  Answer board(Ask.Board ask) {
    TaskList list = names.list();
    boolean older = ask.statuses().contains(Status.DONE);
    List<TaskLine> lines = older ? list.all() : list.unfinished();
    List<TaskLine> wanted =
        lines.stream()
            .filter(line -> ask.statuses().isEmpty() || ask.statuses().contains(line.status()))
            .toList();
    return new Answer.Board(wanted, counts(), people());
  }

  /** How many tasks there are of each status. */
  Map<Status, Long> counts() {
    Map<Status, Long> counts = new EnumMap<>(Status.class);
    names.list().unfinished().forEach(line -> counts.merge(line.status(), 1L, Long::sum));
    long done = (long) names.board().tasks().size() - names.board().unfinished();
    counts.put(Status.DONE, done);
    return counts;
  }

  Answer task(Ask.Task ask) {
    return names
        .find(ask.task())
        .<Answer>map(task -> new Answer.Task(names.list().detail(task), people()))
        .orElseGet(() -> new Answer.Refused(names.noSuch(ask.task())));
  }

  Answer variables(Ask.Variables ask) {
    List<Value> all = core.replica().view().values().all();
    if (ask.name().isEmpty()) {
      return new Answer.Variables(all, people());
    }
    Optional<Value> value =
        core.replica().view().values().find(core.replica().envelopes().variable(ask.name()));
    List<String> known = all.stream().map(Value::name).toList();
    return value
        .<Answer>map(found -> new Answer.Variables(List.of(found), people()))
        .orElseGet(() -> new Answer.Refused(new Refusal.UnknownVariable(ask.name(), known)));
  }

  Answer findings(Ask.Findings ask) {
    List<Known> found =
        core.replica().view().findings().all().stream()
            .filter(
                known ->
                    ask.severities().isEmpty()
                        || ask.severities().contains(known.finding().severity()))
            .filter(known -> matches(ask.service(), known.finding().service()))
            .filter(known -> matches(ask.task(), known.finding().task()))
            .toList();
    return new Answer.Findings(found, people());
  }

  private static boolean matches(String wanted, String given) {
    return wanted.isBlank()
        || wanted.strip().toLowerCase(Locale.ROOT).equals(given.strip().toLowerCase(Locale.ROOT));
  }
}
