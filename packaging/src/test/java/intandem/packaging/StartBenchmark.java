package intandem.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How long it takes from the start of a process to its answer to {@code initialize}, and how much
 * CPU time: the bundle and another MCP server in turn, so that both meet the same load. Arguments:
 * how often, and the other server's command. Only the ratios can be compared between machines.
 */
final class StartBenchmark {
  private static final List<String> BUNDLE =
      List.of("packaging/target/intandem/bin/intandem", "channel");
  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
      "capabilities":{},"clientInfo":{"name":"benchmark","version":"1"}}}
      """;

  private StartBenchmark() {}

  /** One start, in milliseconds; CPU time in steps of 10. */
  private record Start(double wall, double cpu) {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = Integer.parseInt(args[0]);
    List<String> other = Arrays.asList(args).subList(1, args.length);
    List<Start> ours = new ArrayList<>();
    List<Start> theirs = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      ours.add(start(BUNDLE));
      theirs.add(start(other));
    }
    System.out.printf("medians of %d: InTandem against %s%n", rounds, other);
    print("elapsed", ours, theirs, Start::wall);
    print("CPU", ours, theirs, Start::cpu);
  }

  private static void print(
      String what, List<Start> ours, List<Start> theirs, ToDoubleFunction<Start> part) {
    double our = median(ours, part);
    double their = median(theirs, part);
    System.out.printf("%s: %.0f ms against %.0f ms, ratio %.2f%n", what, our, their, our / their);
  }

  private static Start start(List<String> command) throws IOException, InterruptedException {
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      process.getOutputStream().write(INITIALIZE.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      String answer = process.inputReader().readLine();
      long elapsed = System.nanoTime() - began;
      Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
      if (answer == null || !answer.contains("\"id\":1")) {
        throw new IOException("no answer, but " + answer + ": " + command);
      }
      return new Start(elapsed / 1e6, cpu.toMillis());
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static double median(List<Start> starts, ToDoubleFunction<Start> part) {
    return starts.stream().mapToDouble(part).sorted().toArray()[starts.size() / 2];
  }
}
