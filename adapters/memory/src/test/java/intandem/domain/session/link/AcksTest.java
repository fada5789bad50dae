package intandem.domain.session.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Head;
import intandem.domain.protocol.Ack;
import intandem.domain.protocol.Frame;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Solo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcksTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final long LINK = 7;

  private final Solo solo = new Solo(NOW);
  private final Core core = solo.core;
  private final Acks acks = new Acks(core);

  private void logIn() {
    solo.logIn(LINK, NOW);
  }

  private List<SessionEffect> sent(Instant now) {
    acks.send(now);
    return core.drain();
  }

  @Test
  void an_ack_says_and_signs_what_is_held_and_seen() {
    logIn();
    acks.renew();
    Head head = core.replica().head();
    List<SessionEffect> effects = sent(NOW);
    Ack ack = ((Frame.Acked) ((SessionEffect.Send) effects.getFirst()).frame()).ack();
    assertEquals(
        List.of(core.self(), solo.term, head, 1L),
        List.of(ack.from(), ack.term(), ack.head(), ack.seen()));
    assertTrue(
        solo.signer.verify(
            core.identity.sign().publicKey(),
            ack.signingInput(core.identity.workspace()),
            ack.signature()));
  }

  @Test
  void nothing_new_is_not_sent_again() {
    logIn();
    assertEquals(List.of(), sent(NOW));
    acks.renew();
    assertEquals(1, sent(NOW).size());
    assertEquals(List.of(), sent(NOW));
  }

  @Test
  void what_is_new_waits_for_the_login() {
    acks.renew();
    assertEquals(List.of(), sent(NOW));
    logIn();
    assertEquals(1, sent(NOW).size());
  }

  @Test
  void after_ten_acks_at_once_one_a_second_follows() {
    logIn();
    for (int i = 0; i < 10; i++) {
      acks.renew();
      assertEquals(1, sent(NOW).size());
    }
    for (int second = 1; second < 4; second++) {
      Instant due = NOW.plusSeconds(second);
      acks.renew();
      assertEquals(List.of(), sent(due.minusMillis(1)));
      assertEquals(Optional.of(due), acks.due());
      assertEquals(1, sent(due).size());
      assertEquals(Optional.empty(), acks.due());
    }
  }
}
