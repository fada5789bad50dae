package intandem.memory.simulation;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** {@code -Dsimulation.seeds=N} runs more of them, {@code -Dsimulation.from=S} others. */
final class SimulationTest {
  @Test
  void five_peers_agree_and_nothing_is_lost_whatever_breaks() {
    long from = Long.getLong("simulation.from", 1);
    long seeds = Long.getLong("simulation.seeds", 2_000);
    LongStream.range(from, from + seeds).parallel().forEach(Simulation::run);
  }
}
