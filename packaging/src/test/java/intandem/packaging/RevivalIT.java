package intandem.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.packaging.Crew.Homes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left of a workspace of four when its processes are killed: all of it. */
@ParameterizedClass
@EnumSource(Homes.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class RevivalIT {
  private final List<Crew> crews = new ArrayList<>();
  @Parameter private Homes homes = Homes.SHARED;

  @BeforeAll
  @Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
  void meet(@TempDir Path folder) throws Exception {
    crews.add(new Crew(folder, 4, homes));
    for (var worker : crew().workers()) {
      leaveTraces(worker);
    }
  }

  @AfterAll
  void part() {
    crews.forEach(Crew::close);
  }

  private Crew crew() {
    return crews.getFirst();
  }

  /** A claimed task, a variable, a finding and a message of each. */
  private static void leaveTraces(Worker worker) throws IOException {
    var client = worker.client();
    var name = worker.name();
    var added = client.call("intandem_add_task", "{\"title\":\"task of %s\"}".formatted(name));
    var task = "{\"task_id\":\"%s\"}".formatted(added.tasks().getFirst());
    assertFalse(client.call("intandem_claim_task", task).isError());
    var variable = "{\"key\":\"%s\",\"value\":\"its value\"}".formatted(name);
    assertFalse(client.call("intandem_set_var", variable).isError());
    var finding = "{\"severity\":\"low\",\"service\":\"%s\",\"summary\":\"odd\"}".formatted(name);
    assertFalse(client.call("intandem_finding", finding).isError());
    worker.say("here-is-" + name);
  }

  @Test
  void the_others_go_on_without_an_owner_that_was_killed_until_it_is_back() throws Exception {
    var before = settled();
    var owner = crew().owner();
    var left = crew().without(List.of(owner));
    owner.kill();
    for (var speaker : left) {
      crew().pass(speaker, left.get((left.indexOf(speaker) + 1) % left.size()));
      assertHolds(before, Copy.of(speaker.client()));
    }
    owner.restart();
    assertNotEquals(owner, crew().owner());
    crew().pass(owner, left.getFirst());
    assertHolds(before, settled());
  }

  @Test
  void when_all_were_killed_and_return_in_another_order_all_is_there() throws Exception {
    var before = settled();
    var order = new ArrayList<>(crew().workers());
    Collections.rotate(order, order.indexOf(crew().owner()));
    order.forEach(Worker::kill);
    for (var worker : order.reversed()) {
      worker.restart();
    }
    crew().owner();
    crew().pass(order.getFirst(), order.getLast());
    crew().pass(order.getLast(), order.getFirst());
    assertHolds(before, settled());
  }

  /** What all copies say, once it is the same. */
  private Copy settled() throws Exception {
    crew().settle();
    var copies = crew().copies();
    assertEquals(1, copies.stream().distinct().count(), copies::toString);
    return copies.getFirst();
  }

  /** All that there was is there, and nothing of it twice. */
  private static void assertHolds(Copy before, Copy after) {
    assertEquals(before.open(), after.open());
    assertEquals(before.variables(), after.variables());
    assertEquals(before.findings(), after.findings());
    assertEquals(before.history(), after.history().subList(0, before.history().size()));
    assertTrue(after.messages().entrySet().containsAll(before.messages().entrySet()));
    assertEquals(after.messages().size(), after.messages().values().stream().distinct().count());
  }
}
