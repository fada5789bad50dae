package intandem.domain.workspace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import java.util.stream.Stream;

/** Ways through a directed graph. */
public final class Paths {
  private Paths() {}

  /** The shortest way from one node to another, both included; one node if they are the same. */
  public static <N> Optional<List<N>> shortest(N from, N to, Function<N, Stream<N>> next) {
    Map<N, N> cameFrom = new HashMap<>();
    Queue<N> frontier = new ArrayDeque<>(List.of(from));
    while (!frontier.isEmpty()) {
      N node = frontier.remove();
      if (node.equals(to)) {
        return Optional.of(back(from, to, cameFrom));
      }
      next.apply(node)
          .filter(n -> !n.equals(from) && cameFrom.putIfAbsent(n, node) == null)
          .forEach(frontier::add);
    }
    return Optional.empty();
  }

  private static <N> List<N> back(N from, N to, Map<N, N> cameFrom) {
    List<N> path = new ArrayList<>(List.of(to));
    for (N node = to; !node.equals(from); node = path.getLast()) {
      path.add(Optional.ofNullable(cameFrom.get(node)).orElseThrow());
    }
    Collections.reverse(path);
    return List.copyOf(path);
  }
}
