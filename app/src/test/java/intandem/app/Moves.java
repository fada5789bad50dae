package intandem.app;

import intandem.domain.id.Bytes;
import intandem.domain.id.TaskId;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Body.News;
import intandem.domain.protocol.Body.TaskText;
import intandem.domain.protocol.Expected;
import intandem.domain.protocol.Priority;
import intandem.domain.protocol.Severity;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Ask.Planned;
import intandem.domain.view.Status;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is done to a board in tests; the first argument names the call. */
final class Moves {
  static final Set<Status> ANY_STATUS = Set.of(Status.values());

  private Moves() {}

  static Planned task(String title, String... dependencies) {
    TaskText text = new TaskText(title, "", Priority.MEDIUM);
    return new Planned(text, new Ask.To.Everyone(), List.of(dependencies));
  }

  static Ask.Plan plan(String call, Planned... tasks) {
    return new Ask.Plan(Bytes.utf8(call), List.of(tasks));
  }

  static Ask.Plan plan(String call, Stream<String> titles) {
    return plan(call, titles.map(Moves::task).toArray(Planned[]::new));
  }

  static Ask.Change claim(String call, TaskId task) {
    return set(call, task, Status.CLAIMED);
  }

  static Ask.Change set(String call, TaskId task, Status status, News... news) {
    Ask.Wanted wanted = new Ask.Wanted.Standing(status);
    return new Ask.Change(Bytes.utf8(call), task.value(), wanted, List.of(news));
  }

  static Ask.Change edit(String call, TaskId task, News... news) {
    Ask.Wanted wanted = new Ask.Wanted.Reworded();
    return new Ask.Change(Bytes.utf8(call), task.value(), wanted, List.of(news));
  }

  static Ask.SetVariable assign(String call, String name, String value) {
    return new Ask.SetVariable(Bytes.utf8(call), name, value, new Expected.Any());
  }

  static Ask.SetVariable assign(String call, String name, String value, long version) {
    return new Ask.SetVariable(Bytes.utf8(call), name, value, new Expected.Version(version));
  }

  static Ask.Report report(String call, String service, String summary, String advice) {
    return new Ask.Report(
        Bytes.utf8(call),
        new Body.Finding(service, Severity.HIGH, summary, "", 1, List.of(), advice, ""));
  }

  static Ask.Share share(String call, String path, String note, Ask.To to) {
    return new Ask.Share(Bytes.utf8(call), path, 1, 0, new Ask.About("java", note, to));
  }

  static Ask.Show show(String call, String text) {
    Body.Code code = new Body.Code("", 1, text.lines().count(), "", text, "");
    return new Ask.Show(Bytes.utf8(call), code, new Ask.To.Everyone());
  }
}
