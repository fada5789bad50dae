package intandem.memory.simulation;

import static intandem.memory.simulation.Witness.check;

import intandem.domain.protocol.Body;
import intandem.domain.tandem.Answer;
import intandem.domain.tandem.Ask;
import intandem.domain.tandem.Notice;
import intandem.domain.tandem.Refusal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A message that its author was told to be sent or kept is in the log, or it is told otherwise. */
final class Promises {
  private final World world;
  private final Map<Long, Ask.Send> asked = new HashMap<>();
  private final Map<String, Peer> made = new HashMap<>();

  Promises(World world) {
    this.world = world;
  }

  void asked(long call, Ask ask) {
    if (ask instanceof Ask.Send send) {
      asked.put(call, send);
    }
  }

  void answered(Peer author, long call, Answer answer) {
    if (answer instanceof Answer.Letters letters) {
      letters.notices().forEach(this::noticed);
    }
    Ask.Send send = asked.remove(call);
    if (send == null) {
      return;
    }
    switch (answer) {
      case Answer.Sent _, Answer.Queued _, Answer.Unconfirmed _ -> made.put(send.text(), author);
      case Answer.Refused(Refusal.AgainstRules _) -> made.remove(send.text());
      case Answer other -> {}
    }
  }

  private void noticed(Notice notice) {
    if (notice instanceof Notice.Failed failed && failed.body() instanceof Body.Text text) {
      made.remove(text.text());
    }
  }

  /** What must hold once everything has come to rest. */
  void reckon() {
    for (Peer peer : world.peers) {
      if (peer.session().isPresent() && world.witness.safety().reliable(peer)) {
        Set<String> kept = new HashSet<>(peer.wrote());
        made.forEach(
            (text, author) ->
                check(
                    author != peer || kept.contains(text),
                    peer.number + " was told that this is kept, and it is lost: " + text));
      }
    }
  }
}
