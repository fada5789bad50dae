package intandem.app.seat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import intandem.app.seat.Relay.Seen;
import intandem.domain.id.Bytes;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Frame.JoinConfirm;
import intandem.domain.protocol.Frame.JoinFailed;
import intandem.domain.protocol.Frame.JoinShare;
import intandem.domain.protocol.Frame.JoinWelcome;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A relay that changes what passes between a joiner with the right code and the owner. */
class HostileRelayTest {
  private static final UnaryOperator<Frame> AS_IT_IS = UnaryOperator.identity();

  private final Doorstep door;

  HostileRelayTest(@TempDir Path directory) {
    this.door = new Doorstep(directory, 5);
  }

  @AfterEach
  void close() {
    door.close();
  }

  private Seen carried(UnaryOperator<Frame> up, UnaryOperator<Frame> down) {
    return new Relay(up, down).carry(door.joining(door.code()), door.stranger());
  }

  private void assertRefused(String outcome, Seen seen) {
    assertEquals(outcome, seen.outcome());
    assertEquals(List.of(), door.admitted());
    assertFalse(seen.sawWelcome());
  }

  @Test
  void a_relay_that_changes_nothing_lets_in() {
    assertEquals("JOINED", carried(AS_IT_IS, AS_IT_IS).outcome());
  }

  @ParameterizedTest
  @CsvSource({
    "join.open,    v,       OTHER_VERSION",
    "join.open,    nJ,      BAD_EXCHANGE",
    "join.share,   tkt,     BAD_EXCHANGE",
    "join.share,   Y,       WRONG_CODE",
    "join.share,   ad,      BAD_EXCHANGE",
    "join.share,   ad/k,    BAD_EXCHANGE",
    "join.share,   ad/v,    OTHER_VERSION",
    "join.share,   ad/p,    OTHER_VERSION",
    "join.share,   ad/sig,  WRONG_CODE",
    "join.share,   ad/hpke, WRONG_CODE",
    "join.share,   ad/nJ,   BAD_EXCHANGE",
    "join.confirm, tkt,     BAD_EXCHANGE",
    "join.confirm, T,       WRONG_CODE",
    "join.confirm, box,     BAD_EXCHANGE"
  })
  void a_changed_field_of_the_joiner_lets_nobody_in(String kind, String field, String outcome) {
    assertRefused(outcome, carried(new Meddling(kind, field), AS_IT_IS));
  }

  @ParameterizedTest
  @CsvSource({
    "join.ticket, tkt,      BAD_EXCHANGE",
    "join.ticket, nO,       WRONG_CODE",
    "join.ticket, wid,      NOT_TRUSTED",
    "join.ticket, ownerKey, NOT_TRUSTED",
    "join.share,  tkt,      NOT_TRUSTED",
    "join.share,  Y,        WRONG_CODE",
    "join.share,  ad,       NOT_TRUSTED",
    "join.share,  ad/v,     NOT_TRUSTED",
    "join.share,  ad/p,     NOT_TRUSTED",
    "join.share,  ad/wid,   NOT_TRUSTED",
    "join.share,  ad/own,   NOT_TRUSTED",
    "join.share,  ad/tm.n,  WRONG_CODE",
    "join.share,  ad/tm.k,  WRONG_CODE",
    "join.share,  ad/n,     WRONG_CODE",
    "join.share,  ad/head,  WRONG_CODE"
  })
  void a_changed_field_of_the_owner_lets_nobody_in(String kind, String field, String outcome) {
    assertRefused(outcome, carried(AS_IT_IS, new Meddling(kind, field)));
  }

  @ParameterizedTest
  @CsvSource({"tkt", "T", "box"})
  void a_changed_welcome_tells_the_joiner_not_to_trust_it(String field) {
    Seen seen = carried(AS_IT_IS, new Meddling("join.welcome", field));
    assertEquals("NOT_TRUSTED", seen.outcome());
    assertEquals(1, door.admitted().size());
  }

  @Test
  void a_greeting_cut_short_lets_nobody_in() {
    UnaryOperator<Frame> cut =
        frame ->
            frame instanceof JoinConfirm(Bytes ticket, Bytes proof, Bytes box)
                ? new JoinConfirm(ticket, proof, box.slice(0, box.size() - 1))
                : frame;
    assertRefused("BAD_EXCHANGE", carried(cut, AS_IT_IS));
  }

  @Test
  void a_welcome_cut_short_is_not_trusted() {
    UnaryOperator<Frame> cut =
        frame ->
            frame instanceof JoinWelcome(Bytes ticket, Bytes proof, Bytes box)
                ? new JoinWelcome(ticket, proof, box.slice(0, box.size() - 1))
                : frame;
    assertEquals("NOT_TRUSTED", carried(AS_IT_IS, cut).outcome());
  }

  /** Changes where the two sides agree with each other again, so that only the handshake tells. */
  @ParameterizedTest
  @CsvSource({
    "join.share tkt; join.confirm tkt, join.ticket tkt; join.share tkt",
    "join.open nJ; join.share ad/nJ,   ''",
    "'',                               join.ticket wid; join.share ad/wid",
    "'',                               join.ticket ownerKey; join.share ad/own"
  })
  void changes_that_agree_with_each_other_are_a_wrong_code(String up, String down) {
    assertRefused("WRONG_CODE", carried(all(up), all(down)));
  }

  private static UnaryOperator<Frame> all(String changes) {
    return Arrays.stream(changes.split("; "))
        .filter(change -> !change.isEmpty())
        .map(change -> change.split(" "))
        .map(change -> (UnaryOperator<Frame>) new Meddling(change[0], change[1]))
        .reduce(AS_IT_IS, (first, next) -> frame -> next.apply(first.apply(frame)));
  }

  @Test
  void a_share_of_small_order_is_refused_by_either_side() {
    UnaryOperator<Frame> zero = new Meddling("join.share", "Y", "A".repeat(43));
    assertRefused("BAD_EXCHANGE", carried(zero, AS_IT_IS));
    assertRefused("NOT_TRUSTED", carried(AS_IT_IS, zero));
  }

  @Test
  void ones_own_share_sent_back_is_refused() {
    Queue<JoinShare> sent = new ArrayDeque<>();
    assertRefused(
        "NOT_TRUSTED",
        carried(
            frame -> kept(sent, frame),
            frame ->
                frame instanceof JoinShare share
                    ? new JoinShare(share.ticket(), sent.remove().share(), share.data())
                    : frame));
  }

  @Test
  void ones_own_data_sent_back_is_refused() {
    Queue<JoinShare> sent = new ArrayDeque<>();
    assertRefused(
        "NOT_TRUSTED",
        carried(
            frame -> kept(sent, frame),
            frame ->
                frame instanceof JoinShare share
                    ? new JoinShare(share.ticket(), share.share(), sent.remove().data())
                    : frame));
  }

  private static Frame kept(Queue<JoinShare> sent, Frame frame) {
    if (frame instanceof JoinShare share) {
      sent.add(share);
    }
    return frame;
  }

  @Test
  void the_joiners_own_proof_sent_back_is_not_trusted() {
    Queue<Bytes> proofs = new ArrayDeque<>();
    UnaryOperator<Frame> keep =
        frame -> {
          if (frame instanceof JoinConfirm confirm) {
            proofs.add(confirm.proof());
          }
          return frame;
        };
    UnaryOperator<Frame> reflect =
        frame ->
            frame instanceof JoinWelcome(Bytes ticket, Bytes proof, Bytes box)
                ? new JoinWelcome(ticket, proofs.remove(), box)
                : frame;
    assertEquals("NOT_TRUSTED", carried(keep, reflect).outcome());
  }

  @Test
  void a_recorded_attempt_played_again_lets_nobody_in() {
    Seen seen = carried(AS_IT_IS, AS_IT_IS);
    Doorstep.Stranger again = door.stranger();
    List<Frame> answers =
        seen.frames().stream()
            .filter(frame -> frame instanceof JoinConfirm || frame instanceof JoinShare)
            .flatMap(frame -> again.says(frame).stream())
            .toList();
    assertEquals(3, answers.stream().filter(JoinFailed.class::isInstance).count());
    assertEquals(1, door.admitted().size());
  }
}
