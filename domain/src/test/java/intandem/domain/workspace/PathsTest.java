package intandem.domain.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PathsTest {
  private static Optional<List<String>> path(Map<String, String> graph, String from, String to) {
    return Paths.shortest(from, to, node -> Stream.of(graph.getOrDefault(node, "").split("")));
  }

  @Test
  void the_shortest_of_several_ways_is_found() {
    Map<String, String> graph = Map.of("a", "bc", "b", "d", "d", "e", "c", "e");
    assertEquals(Optional.of(List.of("a", "c", "e")), path(graph, "a", "e"));
  }

  @Test
  void where_no_way_leads_there_is_none() {
    assertEquals(Optional.empty(), path(Map.of("a", "b", "c", "d"), "a", "d"));
  }

  @Test
  void a_way_is_not_walked_backwards() {
    assertEquals(Optional.empty(), path(Map.of("a", "b"), "b", "a"));
  }

  @Test
  void from_a_node_to_itself_there_is_no_step() {
    assertEquals(Optional.of(List.of("a")), path(Map.of("a", "b", "b", "a"), "a", "a"));
  }

  @Test
  void a_circle_beside_the_way_does_no_harm() {
    Map<String, String> graph = Map.of("a", "b", "b", "ac", "c", "bd");
    assertEquals(Optional.of(List.of("a", "b", "c", "d")), path(graph, "a", "d"));
  }

  @Test
  void a_circle_without_the_goal_ends() {
    assertEquals(Optional.empty(), path(Map.of("a", "b", "b", "a"), "a", "z"));
  }

  @Test
  void many_ways_that_meet_again_and_again_are_each_walked_once() {
    var ladder =
        Paths.shortest(
            0, 200, node -> node < 200 ? Stream.of(node + 1, node + 2) : Stream.<Integer>empty());
    assertEquals(101, ladder.orElseThrow().size());
  }
}
