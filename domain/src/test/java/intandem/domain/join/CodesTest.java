package intandem.domain.join;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.admission.Limits;
import intandem.domain.id.InviteCode;
import intandem.domain.protocol.Frame.JoinFailed.Failure;
import intandem.domain.tandem.Invitation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodesTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Random ENTROPY = new Random(3);
  private static final InviteCode FIRST = InviteCode.random(ENTROPY);
  private static final InviteCode SECOND = InviteCode.random(ENTROPY);
  private static final InviteCode THIRD = InviteCode.random(ENTROPY);

  private final Codes codes = Codes.open(FIRST, START);

  private static Codes guessed(Codes codes, int times, InviteCode fresh, Instant now) {
    Codes guessed = codes;
    for (int i = 0; i < times; i++) {
      guessed = guessed.fail(fresh, now);
    }
    return guessed;
  }

  private static Codes burnt(Codes codes, InviteCode fresh, Instant now) {
    return guessed(codes, Limits.FAILURES_PER_CODE, fresh, now);
  }

  @Test
  void a_code_lives_for_just_an_hour() {
    Instant end = START.plus(Duration.ofHours(1));
    Optional<Invitation> live = Optional.of(new Invitation(FIRST, end, Duration.ofMillis(1), 0));
    assertEquals(live, codes.live(end.minusMillis(1)));
    assertEquals(Optional.empty(), codes.live(end));
    assertEquals(Failure.EXPIRED, codes.why(end));
  }

  @Test
  void nine_wrong_guesses_leave_one() {
    Codes worn = guessed(codes, 9, SECOND, START);
    assertEquals(FIRST, worn.live(START).orElseThrow().code());
    assertEquals(1, worn.triesLeft());
  }

  @Test
  void the_tenth_burns_the_code_and_a_fresh_one_takes_over() {
    Instant later = START.plusSeconds(60);
    Codes fresh = burnt(codes, SECOND, later);
    Instant end = later.plus(Limits.CODE_LIFE);
    Invitation whole = new Invitation(SECOND, end, Limits.CODE_LIFE, 0);
    assertEquals(Optional.of(whole), fresh.live(later));
    assertEquals(10, fresh.triesLeft());
  }

  @Test
  void a_second_code_burnt_within_ten_minutes_is_not_replaced() {
    Instant soon = START.plus(Duration.ofMinutes(10)).minusMillis(1);
    Codes closed = burnt(burnt(codes, SECOND, START), THIRD, soon);
    assertEquals(Optional.empty(), closed.live(soon));
    assertEquals(Failure.BURNT, closed.why(soon));
    assertEquals(0, closed.triesLeft());
  }

  @Test
  void a_second_code_burnt_after_ten_minutes_is_replaced() {
    Instant later = START.plus(Duration.ofMinutes(10));
    Codes fresh = burnt(burnt(codes, SECOND, START), THIRD, later);
    assertEquals(THIRD, fresh.live(later).orElseThrow().code());
  }

  @Test
  void a_revoked_code_is_no_code() {
    Codes revoked = codes.revoked();
    assertEquals(Optional.empty(), revoked.live(START));
    assertEquals(Failure.NO_CODE, revoked.why(START));
  }
}
