package intandem.domain.session.drafting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Bytes;
import intandem.domain.protocol.Act;
import intandem.domain.protocol.Body;
import intandem.domain.protocol.Body.TaskText;
import intandem.domain.protocol.Draft;
import intandem.domain.protocol.Expected;
import intandem.domain.protocol.MessageType;
import intandem.domain.protocol.Priority;
import intandem.domain.protocol.Waking;
import intandem.domain.session.core.Duo;
import intandem.domain.session.core.TaskNames;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Ask.To;
import intandem.domain.tandem.Refusal;
import intandem.domain.view.Status;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A call whose name was used before: it is the same call, or refused. */
class RepeatedCallsTest {
  private static final Bytes CALL = Bytes.utf8("call");
  private static final To ALL = new To.Everyone();
  private static final Prepared OTHER = new Prepared.Refused(new Refusal.OtherCall());
  private static final Prepared USED =
      new Prepared.Refused(new Refusal.KeyUsed("k1", List.of("p1", "p2")));

  private final Duo duo = new Duo(Waking.NONE);

  private Prepared ask(Ask.Command ask) {
    return new Drafting(duo.ana.core, duo.ana.attention).prepare(ask, duo.now());
  }

  private Draft draft(Ask.Command ask) {
    return ((Prepared.Lasting) ask(ask)).draft();
  }

  private long done(Ask.Command ask) {
    return duo.write(duo.ana, draft(ask));
  }

  private Prepared known() {
    return new Prepared.Known(duo.ana.core.drafts.id(CALL));
  }

  private static Ask.Planned planned(String title, To assignee, String... dependencies) {
    TaskText text = new TaskText(title, "", Priority.MEDIUM);
    return new Ask.Planned(text, assignee, List.of(dependencies));
  }

  private static Ask.Command plan(String key, String... titles) {
    List<Ask.Planned> tasks = Stream.of(titles).map(title -> planned(title, ALL)).toList();
    return new Ask.Plan(CALL, key, tasks);
  }

  private static Ask.Command send(String text, To to) {
    return new Ask.Send(CALL, MessageType.CHAT, text, to, 0);
  }

  private static Ask.Command set(String value, Expected expected) {
    return new Ask.SetVariable(CALL, "port", value, expected);
  }

  private String task() {
    done(new Ask.Plan(Bytes.utf8("plan"), List.of(planned("Write it", ALL))));
    return new TaskNames(duo.ana.core).list().all().getLast().id().value();
  }

  @Test
  void the_same_plan_under_its_key_was_added_before() {
    long index = done(plan("k1", "p1", "p2"));
    assertEquals(new Prepared.Repeated("k1", index), ask(plan("k1", "p1", "p2")));
  }

  @Test
  void another_plan_under_a_used_key_is_refused_with_what_the_key_names() {
    done(plan("k1", "p1", "p2"));
    assertEquals(USED, ask(plan("k1", "other")));
  }

  @Test
  void another_plan_is_refused_while_the_first_one_waits() {
    duo.ana.core.outbox.add(draft(plan("k1", "p1", "p2")));
    assertEquals(USED, ask(plan("k1", "p1", "p3")));
  }

  @Test
  void the_same_plan_waits_with_the_first_one() {
    duo.ana.core.outbox.add(draft(plan("k1", "p1", "p2")));
    assertEquals(known(), ask(plan("k1", "p1", "p2")));
  }

  @Test
  void a_plan_with_another_dependency_is_another_one() {
    done(new Ask.Plan(CALL, "k1", List.of(planned("p1", ALL), planned("p2", ALL))));
    Ask.Planned waiting = planned("p2", ALL, "#1");
    assertEquals(USED, ask(new Ask.Plan(CALL, "k1", List.of(planned("p1", ALL), waiting))));
  }

  @Test
  void a_plan_is_the_same_when_whom_it_names_has_left() {
    Ask.Command plan = new Ask.Plan(CALL, "k1", List.of(planned("p1", new To.Named("Bo"))));
    long index = done(plan);
    duo.write(duo.bo, Duo.ALL, new Act.Leave(), new Body.None());
    assertEquals(new Prepared.Repeated("k1", index), ask(plan));
  }

  @Test
  void a_message_that_the_host_sends_again_is_known() {
    done(send("hello", new To.Named("Bo")));
    assertEquals(known(), ask(send("hello", new To.Named("bo"))));
  }

  @Test
  void a_message_with_other_words_or_another_reader_is_another_call() {
    done(send("hello", ALL));
    assertEquals(OTHER, ask(send("bye", ALL)));
    assertEquals(OTHER, ask(send("hello", new To.Named("Bo"))));
    assertEquals(OTHER, ask(plan("", "hello")));
  }

  @Test
  void a_variable_with_another_value_or_version_is_another_call() {
    done(set("1", new Expected.Any()));
    assertEquals(known(), ask(set("1", new Expected.Any())));
    assertEquals(OTHER, ask(set("2", new Expected.Any())));
    assertEquals(OTHER, ask(set("1", new Expected.Version(0))));
  }

  @Test
  void a_change_that_is_repeated_after_it_was_made_is_known() {
    String task = task();
    var reworded = new Ask.Wanted.Reworded();
    var title = new Body.News.Title("Write all");
    done(new Ask.Change(CALL, task, reworded, List.of(title)));
    assertEquals(known(), ask(new Ask.Change(CALL, task, reworded, List.of(title))));
  }

  @Test
  void another_change_of_the_same_task_is_another_call() {
    String task = task();
    var waiting = new Ask.Wanted.WaitingFor(List.of());
    done(new Ask.Change(CALL, task, waiting, List.of()));
    var claimed = new Ask.Wanted.Standing(Status.CLAIMED);
    assertEquals(known(), ask(new Ask.Change(CALL, task, waiting, List.of())));
    assertEquals(OTHER, ask(new Ask.Change(CALL, task, claimed, List.of())));
  }
}
