package intandem.memory.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Bytes;
import intandem.domain.protocol.MessageType;
import intandem.domain.tandem.Ask;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Ada, who founded a workspace and leads it, and Bob and Cem, who joined in that order. */
abstract class Trio {
  static final Duration MINUTE = Duration.ofMinutes(1);

  final World world = new World(2);
  final Peer ada = world.peers.get(0);
  final Peer bob = world.peers.get(1);
  final Peer cem = world.peers.get(2);
  private int texts;

  @BeforeEach
  void three_members_gather() {
    world.pass(MINUTE);
    for (Peer peer : List.of(bob, cem)) {
      peer.join(ada, ada.code().orElseThrow());
      world.pass(MINUTE);
    }
    assertTrue(leads(ada));
  }

  static boolean leads(Peer peer) {
    return peer.hub().isPresent();
  }

  static Workspace workspace(Peer peer) {
    return peer.session().flatMap(loop -> loop.session.workspace()).orElseThrow();
  }

  static int term(Peer peer) {
    return workspace(peer).reign().term().number();
  }

  static long entries(Peer peer) {
    return peer.disk.log.head().index();
  }

  /** As a member stands in Ada's log. */
  final Member seen(Peer peer) {
    return workspace(ada).roster().find(peer.member().orElseThrow()).orElseThrow();
  }

  /** To all. */
  final void says(Peer peer) {
    texts++;
    String text = Peer.MARKER + " notes " + texts;
    Bytes call = Bytes.utf8("note " + texts);
    peer.session()
        .orElseThrow()
        .ask(new Ask.Send(call, MessageType.CHAT, text, new Ask.To.Everyone(), 0));
  }
}
