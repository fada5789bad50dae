package intandem.memory.simulation;

import intandem.domain.id.TaskId;
import intandem.domain.protocol.TaskChange;
import intandem.domain.tandem.Answer;
import intandem.domain.workspace.Task.Hold;
import java.util.HashMap;
import java.util.Map;

/** Who was told that a task is theirs: one peer for each claim, and the right one. */
final class Claims {
  private final Map<Claim, Peer> winners = new HashMap<>();

  private record Claim(TaskId task, Hold hold) {}

  void told(Peer peer, Answer.Changed changed) {
    if (!(changed.change() instanceof TaskChange.Claim)) {
      return;
    }
    changed
        .task()
        .task()
        .hold()
        .filter(hold -> hold.holder().equals(peer.member().orElseThrow()))
        .ifPresent(
            hold -> {
              Peer other = winners.putIfAbsent(new Claim(changed.task().id(), hold), peer);
              if (other != null && other != peer) {
                throw new AssertionError("two peers were told that they hold " + changed.task());
              }
            });
  }
}
