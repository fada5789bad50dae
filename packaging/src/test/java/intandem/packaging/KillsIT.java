package intandem.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.packaging.Crew.Homes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Processes of the bundle under load, of which whoever leads is killed, again and again, and now
 * and then others. With {@code -Dkills=100} for a long time, with {@code -Dkills.members=5} for
 * more of them, with {@code -Dkills.homes=SEPARATE} for users who do not see each other's
 * processes, and with {@code -Dkills.seed} with the same choices. What the processes wrote stays in
 * {@code target/kills}.
 */
class KillsIT {
  private static final int KILLS = Integer.getInteger("kills", 5);
  private static final int MEMBERS = Integer.getInteger("kills.members", 4);
  private static final Homes HOMES = Homes.valueOf(System.getProperty("kills.homes", "SHARED"));
  private static final long SEED = Long.getLong("kills.seed", System.nanoTime());
  private static final int MOST_CALLS = 4;
  private static final int CALLS_MEANWHILE = 2;
  private static final int MOST_MILLIS_DEAD = 1_500;
  private static final int MOST_MILLIS_BETWEEN = 200;

  private final Random random = new Random(SEED);
  private final List<Duration> gaps = new ArrayList<>();

  @Test
  @Timeout(value = 24 * 60, unit = TimeUnit.MINUTES)
  void nothing_acknowledged_is_lost_or_doubled_however_often_processes_die() throws Exception {
    System.out.printf(
        "kills=%d kills.members=%d kills.homes=%s kills.seed=%d%n", KILLS, MEMBERS, HOMES, SEED);
    var all = Files.createDirectories(Path.of("target", "kills"));
    var folder = Files.createTempDirectory(all, SEED + "-");
    try (var crew = new Crew(folder.toAbsolutePath(), MEMBERS, HOMES)) {
      for (int kill = 0; kill < KILLS; kill++) {
        killOwner(crew);
        if (random.nextInt(4) == 0) {
          killAnyone(crew);
        }
      }
      crew.settle();
      var copies = crew.copies();
      assertEquals(List.of(), wrong(crew.said(), copies));
      assertEquals(1, copies.stream().distinct().count(), copies::toString);
      assertEquals(1, copies.getFirst().owners().size());
      assertTrue(crew.finished().stream().allMatch(copies.getFirst()::isDone));
    }
    Collections.sort(gaps);
    System.out.printf(
        "the others went on after %s in the middle, %s at most%n",
        gaps.get(gaps.size() / 2), gaps.getLast());
  }

  /** The others go on while it is dead; it comes back in the middle of what they do. */
  private void killOwner(Crew crew) throws IOException, InterruptedException {
    var owner = crew.owner();
    var victims = new ArrayList<>(List.of(owner));
    var left = shuffled(crew.without(victims));
    if (left.size() > 2 && random.nextInt(3) == 0) {
      victims.add(left.removeLast());
    }
    int calls = kill(crew, victims);
    gaps.add(crew.pass(left.getFirst(), left.getLast()));
    crew.note("%s went on after %s".formatted(left.getFirst().name(), gaps.getLast()));
    left.forEach(worker -> worker.allow(CALLS_MEANWHILE));
    restart(crew, victims, calls + left.size() * CALLS_MEANWHILE);
    assertNotEquals(owner, crew.owner());
  }

  /** Any of them, up to all, who come back after a while whatever the others do. */
  private void killAnyone(Crew crew) throws IOException, InterruptedException {
    var victims = shuffled(crew.workers()).subList(0, 1 + random.nextInt(MEMBERS));
    int calls = kill(crew, victims);
    Crew.pause(random.nextInt(MOST_MILLIS_DEAD));
    restart(crew, victims, calls);
  }

  /**
   * Kills them, one after the other, in the middle of calls that all make. The next one may queue
   * what it can no longer send before it dies. Answers how many calls are not over.
   */
  private int kill(Crew crew, List<Worker> victims) throws IOException, InterruptedException {
    int each = 1 + random.nextInt(MOST_CALLS);
    int all = each * MEMBERS;
    int before = random.nextInt(all);
    crew.workers().forEach(worker -> worker.allow(each));
    crew.await(before);
    Crew.pause(random.nextInt(30));
    crew.note(
        "%d of %d calls, then kill %s"
            .formatted(before, all, victims.stream().map(Worker::name).toList()));
    for (var victim : victims) {
      victim.kill();
      crew.workers().forEach(worker -> worker.allow(1));
      Crew.pause(random.nextInt(MOST_MILLIS_BETWEEN));
    }
    return all - before + victims.size() * MEMBERS;
  }

  private static void restart(Crew crew, List<Worker> victims, int calls)
      throws IOException, InterruptedException {
    for (var victim : victims) {
      victim.restart();
    }
    crew.note("back");
    crew.await(calls);
    crew.note("over");
  }

  private List<Worker> shuffled(List<Worker> workers) {
    var order = new ArrayList<>(workers);
    Collections.shuffle(order, random);
    return order;
  }

  /** What some copy has too seldom or too often, given what its author was told. */
  private static List<String> wrong(Map<String, Sent> said, List<Copy> copies) {
    List<String> wrong = new ArrayList<>();
    for (var text : new TreeMap<>(said).entrySet()) {
      for (int member = 0; member < copies.size(); member++) {
        long times = copies.get(member).count(text.getKey());
        if (!text.getValue().allows(times)) {
          wrong.add(
              "%s was %s, and is %d times in copy %d"
                  .formatted(text.getKey(), text.getValue(), times, member));
        }
      }
    }
    return wrong;
  }
}
