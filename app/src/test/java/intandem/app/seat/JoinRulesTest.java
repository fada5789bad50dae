package intandem.app.seat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import intandem.app.seat.Doorstep.Stranger;
import intandem.domain.id.Bytes;
import intandem.domain.id.InviteCode;
import intandem.domain.join.Joining;
import intandem.domain.join.Joining.Step;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Frame.Goodbye;
import intandem.domain.protocol.Frame.JoinConfirm;
import intandem.domain.protocol.Frame.JoinFailed;
import intandem.domain.protocol.Frame.JoinFailed.Failure;
import intandem.domain.protocol.Frame.JoinShare;
import intandem.domain.protocol.Frame.JoinTicket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an owner lets in and what not, with real keys, over links that a test moves by hand. */
class JoinRulesTest {
  private static final Duration A_WHILE = Duration.ofSeconds(5);
  private static final Duration TICKET_LIFE = Duration.ofSeconds(30);
  private static final Duration CODE_LIFE = Duration.ofMinutes(60);

  private final Path directory;
  private final Doorstep door;

  JoinRulesTest(@TempDir Path directory) {
    this.directory = directory;
    this.door = new Doorstep(directory, 2);
  }

  @AfterEach
  void close() {
    door.close();
  }

  private Step tries(InviteCode code) {
    door.pass(A_WHILE);
    return Relay.HONEST.carry(door.joining(code), door.stranger()).last().orElseThrow();
  }

  private Step fails(int times) {
    for (int i = 1; i < times; i++) {
      tries(door.wrongCode());
    }
    return tries(door.wrongCode());
  }

  private static void assertFailed(Failure failure, List<Frame> answers) {
    JoinFailed failed = assertInstanceOf(JoinFailed.class, answers.getFirst());
    assertEquals(failure, failed.failure());
  }

  private static Frame reply(Joining joining, List<Frame> answers) {
    return assertInstanceOf(Step.Reply.class, joining.on(answers.getFirst())).frame();
  }

  /** Brings an attempt to where its proof is due. */
  private JoinConfirm proof(Joining joining, Stranger link) {
    Frame share = reply(joining, link.says(joining.open()));
    return (JoinConfirm) reply(joining, link.says(share));
  }

  @Test
  void the_right_code_lets_in() {
    assertInstanceOf(Step.Joined.class, tries(door.code()));
    assertEquals(1, door.admitted().size());
  }

  @Test
  void each_wrong_code_names_the_tries_that_are_left() {
    assertEquals(new Step.Failed(Failure.WRONG_CODE, 9, ""), fails(1));
    assertEquals(new Step.Failed(Failure.WRONG_CODE, 1, ""), fails(8));
  }

  @Test
  void the_tenth_wrong_code_is_told_that_the_code_is_burnt() {
    assertEquals(new Step.Failed(Failure.BURNT, 0, ""), fails(10));
  }

  @Test
  void the_right_code_does_not_let_in_after_ten_wrong_ones() {
    InviteCode old = door.code();
    fails(10);
    assertEquals(new Step.Failed(Failure.WRONG_CODE, 9, ""), tries(old));
    assertEquals(List.of(), door.admitted());
  }

  @Test
  void a_burnt_code_is_replaced_by_one_that_lets_in() {
    fails(10);
    assertInstanceOf(Step.Joined.class, tries(door.code()));
  }

  @Test
  void a_second_code_burnt_within_ten_minutes_is_replaced_only_when_the_owner_asks() {
    fails(20);
    assertEquals(new Step.Failed(Failure.BURNT, 0, ""), tries(door.code()));
    door.invite();
    assertInstanceOf(Step.Joined.class, tries(door.code()));
  }

  @Test
  void guesses_that_were_begun_before_the_code_burnt_come_too_late() {
    fails(9);
    Joining joining = door.joining(door.code());
    Stranger link = door.stranger();
    JoinConfirm right = proof(joining, link);
    fails(1);
    assertFailed(Failure.BAD_EXCHANGE, link.says(right));
    assertEquals(List.of(), door.admitted());
  }

  @Test
  void an_attempt_that_is_given_up_is_no_guess() {
    for (int i = 0; i < 12; i++) {
      door.pass(A_WHILE);
      proof(door.joining(door.wrongCode()), door.stranger());
    }
    assertEquals(new Step.Failed(Failure.WRONG_CODE, 9, ""), fails(1));
  }

  @Test
  void a_code_is_good_until_its_time_is_over() {
    door.pass(CODE_LIFE.minus(A_WHILE).minusMillis(1));
    assertInstanceOf(Step.Joined.class, tries(door.code()));
  }

  @Test
  void an_expired_code_lets_nobody_in_until_the_owner_asks() {
    InviteCode old = door.code();
    door.pass(CODE_LIFE);
    assertEquals(new Step.Failed(Failure.EXPIRED, 0, ""), tries(old));
    door.invite();
    assertEquals(new Step.Failed(Failure.WRONG_CODE, 9, ""), tries(old));
    assertInstanceOf(Step.Joined.class, tries(door.code()));
  }

  @Test
  void a_code_whose_seats_are_taken_lets_nobody_in() {
    tries(door.code());
    Step.Failed failed = assertInstanceOf(Step.Failed.class, tries(door.code()));
    assertEquals(Failure.FULL, failed.failure());
    assertEquals(1, door.admitted().size());
  }

  @Test
  void of_two_who_race_for_the_last_seat_one_gets_it() {
    Joining first = door.joining(door.code());
    Joining second = door.joining(door.code());
    Stranger one = door.stranger();
    Stranger other = door.stranger();
    JoinConfirm proof = proof(first, one);
    other.whispers(proof(second, other));
    one.whispers(proof);
    door.settle();
    assertInstanceOf(Frame.JoinWelcome.class, other.hears().getFirst());
    assertFailed(Failure.FULL, one.hears());
    assertEquals(1, door.admitted().size());
  }

  @Test
  void a_ticket_is_good_for_thirty_seconds() {
    Joining joining = door.joining(door.code());
    Stranger link = door.stranger();
    JoinConfirm proof = proof(joining, link);
    door.pass(TICKET_LIFE.minusMillis(1));
    assertInstanceOf(Frame.JoinWelcome.class, link.says(proof).getFirst());
  }

  @Test
  void an_expired_ticket_lets_nobody_in() {
    Joining joining = door.joining(door.code());
    Stranger link = door.stranger();
    JoinConfirm proof = proof(joining, link);
    door.pass(TICKET_LIFE);
    assertFailed(Failure.BAD_EXCHANGE, link.says(proof));
    assertEquals(List.of(), door.admitted());
  }

  @Test
  void a_ticket_serves_one_attempt() {
    Joining joining = door.joining(door.code());
    Stranger link = door.stranger();
    Frame share = reply(joining, link.says(joining.open()));
    Frame proof = reply(joining, link.says(share));
    assertInstanceOf(Frame.JoinWelcome.class, link.says(proof).getFirst());
    assertFailed(Failure.BAD_EXCHANGE, link.says(share));
    assertFailed(Failure.BAD_EXCHANGE, link.says(proof));
    assertEquals(1, door.admitted().size());
  }

  @Test
  void a_wrong_guess_uses_up_its_ticket() {
    Joining joining = door.joining(door.code());
    Stranger link = door.stranger();
    JoinConfirm proof = proof(joining, link);
    Bytes wrong = Bytes.of(new byte[proof.proof().size()]);
    assertFailed(
        Failure.WRONG_CODE, link.says(new JoinConfirm(proof.ticket(), wrong, proof.box())));
    assertFailed(Failure.BAD_EXCHANGE, link.says(proof));
  }

  @Test
  void a_second_share_in_one_attempt_is_refused() {
    Joining joining = door.joining(door.code());
    Stranger link = door.stranger();
    Frame share = reply(joining, link.says(joining.open()));
    link.says(share);
    assertFailed(Failure.BAD_EXCHANGE, link.says(share));
  }

  @Test
  void a_proof_before_the_share_is_refused() {
    Joining joining = door.joining(door.code());
    Stranger link = door.stranger();
    JoinTicket ticket = (JoinTicket) link.says(joining.open()).getFirst();
    Bytes proof = Bytes.of(new byte[64]);
    assertFailed(
        Failure.BAD_EXCHANGE, link.says(new JoinConfirm(ticket.ticket(), proof, Bytes.EMPTY)));
  }

  @Test
  void a_ticket_belongs_to_the_link_that_asked_for_it() {
    Joining joining = door.joining(door.code());
    Stranger link = door.stranger();
    Stranger thief = door.stranger();
    Frame share = reply(joining, link.says(joining.open()));
    assertFailed(Failure.BAD_EXCHANGE, thief.says(share));
    Frame proof = reply(joining, link.says(share));
    assertFailed(Failure.BAD_EXCHANGE, thief.says(proof));
    assertInstanceOf(Frame.JoinWelcome.class, link.says(proof).getFirst());
  }

  @Test
  void a_ticket_of_another_workspace_is_refused() throws Exception {
    try (Doorstep other = new Doorstep(Files.createDirectory(directory.resolve("other")), 2)) {
      Joining joining = door.joining(door.code());
      Frame share = reply(joining, other.stranger().says(joining.open()));
      assertFailed(Failure.BAD_EXCHANGE, door.stranger().says(share));
    }
  }

  @Test
  void data_of_tens_of_kilobytes_is_refused_and_the_next_attempt_served() {
    Joining joining = door.joining(door.code());
    Stranger link = door.stranger();
    JoinShare share = (JoinShare) reply(joining, link.says(joining.open()));
    Bytes large = Bytes.of(new byte[45_000]);
    assertFailed(
        Failure.BAD_EXCHANGE, link.says(new JoinShare(share.ticket(), share.share(), large)));
    assertInstanceOf(Step.Joined.class, tries(door.code()));
  }

  @Test
  void a_sixth_attempt_from_one_address_within_a_minute_has_to_wait() {
    for (int i = 0; i < 5; i++) {
      Stranger link = door.stranger("192.0.2.1");
      assertInstanceOf(JoinTicket.class, link.says(door.joining(door.code()).open()).getFirst());
    }
    List<Frame> answers = door.stranger("192.0.2.1").says(door.joining(door.code()).open());
    Goodbye goodbye = assertInstanceOf(Goodbye.class, answers.getFirst());
    assertEquals(new Goodbye(Goodbye.Reason.TOO_MANY_ATTEMPTS, Duration.ofMinutes(1)), goodbye);
  }

  @Test
  void one_address_that_has_to_wait_keeps_no_other_waiting() {
    for (int i = 0; i < 6; i++) {
      door.stranger("192.0.2.1").says(door.joining(door.code()).open());
    }
    assertInstanceOf(
        Step.Joined.class,
        Relay.HONEST.carry(door.joining(door.code()), door.stranger()).last().orElseThrow());
  }
}
