package intandem.memory.simulation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The last steps of a run, as many as {@code simulation.told} says, for who looks into a failure.
 */
final class Story {
  private static final int TOLD = Integer.getInteger("simulation.told", 60);
  private static final int LINE = 400;
  private static final Pattern HEX = Pattern.compile("([0-9a-f]{6})[0-9a-f]{10,}");

  private final Deque<Told> steps = new ArrayDeque<>();

  private record Told(Instant at, String who, Object what) {
    @Override
    public String toString() {
      String line = at + " " + who + " " + HEX.matcher(what.toString()).replaceAll("$1…");
      return line.length() > LINE ? line.substring(0, LINE) + " …" : line;
    }
  }

  void add(Instant at, String who, Object what) {
    steps.add(new Told(at, who, what));
    if (steps.size() > TOLD) {
      steps.remove();
    }
  }

  /** A line for each step, and one for how each peer stands. */
  String told(List<Peer> peers) {
    return Stream.concat(steps.stream().map(Told::toString), peers.stream().map(Story::standing))
        .collect(Collectors.joining("\n"));
  }

  private static String standing(Peer peer) {
    String due = peer.session().flatMap(MemberLoop::due).map(Instant::toString).orElse("never");
    return "peer %d: %s%s, has %s, term %s, waits with %d, due %s"
        .formatted(
            peer.number,
            peer.state().getClass().getSimpleName(),
            peer.hub().isPresent() ? " as hub" : "",
            peer.disk.log.head(),
            peer.session()
                .flatMap(loop -> loop.session.workspace())
                .map(w -> w.reign().term().toString())
                .orElse("?"),
            peer.disk.vault.load().outbox().size(),
            due);
  }
}
