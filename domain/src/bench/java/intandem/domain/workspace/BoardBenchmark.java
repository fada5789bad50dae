package intandem.domain.workspace;

import intandem.domain.protocol.TaskChange;
import intandem.domain.view.TaskLine;
import intandem.domain.workspace.World.Attempt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What the board costs when it is new, when it is old, and when it is as full as it may be. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class BoardBenchmark {
  /** How many of how many tasks are unfinished. */
  @Param({"10 of 10", "10 of 10000", "499 of 10000"})
  public String board;

  private BenchedBoard benched;
  private Attempt claim;
  private Attempt completion;
  private Attempt addition;

  /** Makes the board, by its own rules. */
  @Setup
  public void prepare() {
    String[] counts = board.split(" of ");
    benched = new BenchedBoard(Integer.parseInt(counts[1]), Integer.parseInt(counts[0]));
    claim = benched.change(benched.ready(), new TaskChange.Claim());
    completion = benched.change(benched.held(), new TaskChange.Finish());
    addition = benched.addition();
  }

  /** Decides a claim. */
  @Benchmark
  public Workspace claim() {
    return benched.decide(claim);
  }

  /** Decides that a task is done, and finds the three that it makes ready. */
  @Benchmark
  public List<TaskLine> complete() {
    return benched.readyAfter(benched.decide(completion), benched.held());
  }

  /** Decides on one new task. */
  @Benchmark
  public Workspace add() {
    return benched.decide(addition);
  }

  /** Lists what is unfinished. */
  @Benchmark
  public List<TaskLine> list() {
    return benched.list();
  }

  /** Measures, and prints medians and how much more than the new board the others cost. */
  public static void main(String[] args) throws RunnerException {
    String self = BoardBenchmark.class.getName();
    Map<String, Double> onNew = new HashMap<>();
    for (RunResult run : new Runner(new OptionsBuilder().include(self).build()).run()) {
      String name = run.getPrimaryResult().getLabel();
      String board = run.getParams().getParam("board");
      double score = run.getPrimaryResult().getStatistics().getPercentile(50);
      onNew.putIfAbsent(name, score);
      System.out.printf("%-8s %-12s %8.2f us %8.2f%n", name, board, score, score / onNew.get(name));
    }
  }
}
