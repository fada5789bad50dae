package intandem.memory.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import intandem.domain.protocol.Body.TaskText;
import intandem.domain.protocol.Priority;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.boundary.SessionInput;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Ask.Planned;
import intandem.domain.tandem.Refusal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PlanTest {
  private final World world = new World(1);

  private List<Integer> appends() {
    return world.peers.stream().map(peer -> peer.disk.appends()).toList();
  }

  private static Planned task(int number) {
    TaskText text = new TaskText("task " + number, "", Priority.MEDIUM);
    return new Planned(text, new Ask.To.Everyone(), List.of());
  }

  private static SessionInput asked(long call, int number) {
    return new SessionInput.Asked(
        call, new Ask.Plan(Bytes.utf8("plan"), "k1", List.of(task(number))));
  }

  @Test
  void of_two_plans_at_once_under_one_key_the_second_is_refused() {
    world.calm();
    MemberLoop planner = world.peers.getFirst().session().orElseThrow();
    planner.session.on(List.of(asked(101, 1), asked(102, 2)), planner.peer.now());
    planner.session.on(List.of(new SessionInput.Persisted()), planner.peer.now());
    Answer refused = new Answer.Refused(new Refusal.KeyUsed("k1", List.of("task 1")));
    assertTrue(
        planner
            .session
            .on(List.of(new SessionInput.Persisted()), planner.peer.now())
            .contains(new SessionEffect.Reply(102, refused)));
  }

  @Test
  void a_plan_of_fifty_is_written_to_each_disk_in_one_go() {
    world.calm();
    for (Peer peer : world.peers.subList(1, world.peers.size())) {
      Peer founder = world.peers.getFirst();
      peer.join(founder, founder.code().orElseThrow());
      world.calm();
    }
    List<Integer> before = appends();
    List<Planned> fifty = IntStream.range(0, 50).mapToObj(PlanTest::task).toList();
    MemberLoop planner = world.peers.get(1).session().orElseThrow();
    planner.ask(new Ask.Plan(Bytes.utf8("plan"), fifty));
    world.calm();
    assertEquals(before.stream().map(count -> count + 1).toList(), appends());
  }
}
