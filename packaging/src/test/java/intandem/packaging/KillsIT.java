package intandem.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Processes of the bundle under load, killed at random moments and started again. With {@code
 * -Dkills=1000} for a long time, with {@code -Dkills.members=5} for more of them, and with {@code
 * -Dkills.seed} in the same order. What the processes wrote stays in {@code target/kills}.
 */
class KillsIT {
  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final int MEMBERS = Integer.getInteger("kills.members", 3);
  private static final long SEED = Long.getLong("kills.seed", System.nanoTime());

  @Test
  @Timeout(value = 24 * 60, unit = TimeUnit.MINUTES)
  void nothing_acknowledged_is_lost_or_doubled_however_often_processes_die() throws Exception {
    System.out.printf("kills=%d kills.members=%d kills.seed=%d%n", KILLS, MEMBERS, SEED);
    var folder = Files.createDirectories(Path.of("target", "kills", Long.toString(SEED)));
    try (var crew = new Crew(folder.toAbsolutePath(), MEMBERS, new Random(SEED))) {
      for (int kill = 0; kill < KILLS; kill++) {
        crew.round();
      }
      crew.settle();
      assertEquals(List.of(), wrong(crew.said(), crew.copies()));
      assertEquals(1, crew.copies().stream().distinct().count(), crew.copies()::toString);
      assertEquals(1, crew.copies().getFirst().owners().size());
      assertTrue(crew.finished().stream().allMatch(crew.copies().getFirst()::isDone));
    }
  }

  /** What some copy has too seldom or too often, given what its author was told. */
  private static List<String> wrong(Map<String, Sent> said, List<Copy> copies) throws IOException {
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
