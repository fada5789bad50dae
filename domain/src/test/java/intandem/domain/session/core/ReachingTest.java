package intandem.domain.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import intandem.domain.id.Endpoint;
import intandem.domain.id.InviteCode;
import intandem.domain.port.Tunnel.Carrier;
import intandem.domain.port.Tunnel.Fault;
import intandem.domain.reach.Reach;
import intandem.domain.tandem.Invitation;
import intandem.domain.tandem.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReachingTest {
  private static final Endpoint HERE = new Endpoint("127.0.0.1", 4001);
  private static final Endpoint OUTSIDE = new Endpoint("hub.test", 443);
  private static final Reach OPEN = new Reach.Open(Carrier.SSH, OUTSIDE, false);
  private static final Reach PROVEN = new Reach.Open(Carrier.SSH, OUTSIDE, true);
  private static final Reach DOWN =
      new Reach.Down(Carrier.SSH, new Fault(Fault.Kind.ENDED, "gone"));

  private final Notices notices = new Notices(_ -> true);
  private final Reaching reaching = new Reaching(notices, false);
  private final Instant now = Instant.EPOCH;

  private void changes(Reach... reaches) {
    for (Reach reach : reaches) {
      reaching.changed(reach, Optional.empty(), false, now);
    }
  }

  private List<String> addresses(Instant at) {
    reaching.tick(at);
    return reaching.addresses(HERE);
  }

  private void changesStandingBy(Reach... reaches) {
    for (Reach reach : reaches) {
      reaching.changed(reach, now);
    }
  }

  private List<Notice> told(Reach... reaches) {
    changes(reaches);
    List<Notice> told = notices.waiting();
    notices.take(told);
    return told;
  }

  private static Notice notice(Reach reach) {
    return new Notice.Reachable(reach, Optional.empty());
  }

  @Test
  void peers_are_told_the_address_at_once() {
    changes(OPEN);
    assertEquals(List.of("127.0.0.1:4001", "hub.test"), addresses(now));
  }

  @Test
  void an_address_that_is_gone_is_taken_back_after_ten_seconds() {
    changes(OPEN, DOWN);
    assertEquals(Optional.of(now.plusSeconds(10)), reaching.due());
    assertEquals(List.of("127.0.0.1:4001", "hub.test"), addresses(now.plusMillis(9_999)));
    assertEquals(List.of("127.0.0.1:4001"), addresses(now.plusSeconds(10)));
    assertEquals(Optional.empty(), reaching.due());
  }

  @Test
  void an_address_that_returns_in_time_was_never_gone() {
    changes(OPEN, DOWN, OPEN);
    assertEquals(List.of("127.0.0.1:4001", "hub.test"), addresses(now.plusSeconds(60)));
  }

  @Test
  void what_the_user_was_shown_first_is_no_news() {
    changes(OPEN);
    assertEquals(OPEN, reaching.show());
    changes(PROVEN);
    assertEquals(List.of(), notices.waiting());
  }

  @Test
  void the_user_hears_once_that_it_dropped_and_that_it_returned() {
    reaching.show();
    assertEquals(List.of(notice(OPEN)), told(OPEN, PROVEN));
    assertEquals(List.of(notice(DOWN)), told(DOWN, DOWN));
    assertEquals(List.of(notice(OPEN)), told(OPEN));
  }

  @Test
  void of_a_tunnel_that_drops_all_night_the_last_word_is_told() {
    reaching.show();
    for (int i = 0; i < 30; i++) {
      changes(OPEN, DOWN);
    }
    assertEquals(List.of(notice(DOWN)), notices.waiting());
  }

  @Test
  void what_is_not_told_yet_is_told_with_the_code_of_now() {
    reaching.leads(Optional.empty(), true);
    Optional<Invitation> fresh =
        Optional.of(
            new Invitation(InviteCode.random(new Random(1)), Instant.EPOCH, Duration.ZERO, 0));
    reaching.invites(fresh);
    assertEquals(List.of(new Notice.Leads(fresh)), notices.waiting());
    reaching.show();
    changes(OPEN);
    reaching.invites(fresh);
    assertEquals(List.of(new Notice.Reachable(OPEN, fresh)), notices.waiting());
  }

  @Test
  void the_user_hears_of_a_tunnel_that_does_not_open() {
    reaching.show();
    changes(new Reach.Opening(Carrier.SSH), DOWN, DOWN);
    assertEquals(List.of(notice(DOWN)), notices.waiting());
  }

  @Test
  void the_user_of_who_leads_hears_that_nobody_elsewhere_gets_there() {
    Reach none = new Reach.Local();
    reaching.show();
    changes(none);
    assertEquals(List.of(), notices.waiting());
    reaching.changed(none, Optional.empty(), true, now);
    assertEquals(List.of(notice(none)), notices.waiting());
  }

  @Test
  void the_user_of_who_stands_by_hears_once_that_there_is_a_way() {
    changesStandingBy(new Reach.Opening(Carrier.SSH), OPEN, PROVEN, DOWN, OPEN);
    assertEquals(List.of(new Notice.StandsBy(OPEN)), notices.waiting());
    assertEquals(List.of("127.0.0.1:4001", "hub.test"), addresses(now));
  }

  @Test
  void the_user_of_who_stands_by_hears_once_that_there_is_none_and_of_one_that_opens_later() {
    changesStandingBy(DOWN, DOWN);
    assertEquals(List.of(new Notice.StandsBy(DOWN)), notices.waiting());
    changesStandingBy(OPEN);
    assertEquals(List.of(new Notice.StandsBy(OPEN)), notices.waiting());
  }

  @Test
  void who_takes_the_lead_with_a_way_open_hears_of_its_address() {
    changesStandingBy(OPEN);
    notices.take(notices.waiting());
    reaching.leads(Optional.empty(), true);
    assertEquals(List.of(notice(OPEN)), notices.waiting());
  }

  @Test
  void who_takes_the_lead_from_another_hears_of_the_code() {
    reaching.leads(Optional.empty(), true);
    assertEquals(List.of(new Notice.Leads(Optional.empty())), notices.waiting());
  }

  @Test
  void who_leads_again_hears_nothing_new() {
    reaching.leads(Optional.empty(), false);
    assertEquals(List.of(), notices.waiting());
  }
}
