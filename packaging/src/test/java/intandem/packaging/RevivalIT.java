package intandem.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.packaging.Crew.Homes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left of a workspace of four when its processes are killed: all of it. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class RevivalIT {
  private final Map<Homes, Crew> crews = new EnumMap<>(Homes.class);

  @BeforeAll
  @Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
  void meet(@TempDir Path folder) throws Exception {
    for (var homes : Homes.values()) {
      var crew = new Crew(Files.createDirectory(folder.resolve(homes.name())), 4, homes);
      crews.put(homes, crew);
      for (var worker : crew.workers()) {
        leaveTraces(worker);
      }
    }
  }

  @AfterAll
  void part() {
    crews.values().forEach(Crew::close);
  }

  private Crew crew(Homes homes) {
    return Optional.ofNullable(crews.get(homes)).orElseThrow();
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

  @ParameterizedTest
  @EnumSource
  void the_others_go_on_without_an_owner_that_was_killed_until_it_is_back(Homes homes)
      throws Exception {
    var crew = crew(homes);
    var before = settled(crew);
    var owner = crew.owner();
    var left = crew.without(List.of(owner));
    owner.kill();
    for (var speaker : left) {
      crew.pass(speaker, left.get((left.indexOf(speaker) + 1) % left.size()));
      assertHolds(before, Copy.of(speaker.client()));
    }
    owner.restart();
    assertNotEquals(owner, crew.owner());
    crew.pass(owner, left.getFirst());
    assertHolds(before, settled(crew));
  }

  @ParameterizedTest
  @EnumSource
  void when_all_were_killed_and_return_in_another_order_all_is_there(Homes homes) throws Exception {
    var crew = crew(homes);
    var before = settled(crew);
    var order = new ArrayList<>(crew.workers());
    Collections.rotate(order, -order.indexOf(crew.owner()));
    order.forEach(Worker::kill);
    for (var worker : order.reversed()) {
      worker.restart();
    }
    crew.owner();
    crew.pass(order.getFirst(), order.getLast());
    crew.pass(order.getLast(), order.getFirst());
    assertHolds(before, settled(crew));
  }

  /** What all copies say, once it is the same. */
  private static Copy settled(Crew crew) throws Exception {
    crew.settle();
    var copies = crew.copies();
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
