package intandem.domain.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel.Carrier;
import intandem.domain.port.Tunnel.Fault;
import intandem.domain.reach.Supervisor.Effect;
import intandem.domain.reach.Supervisor.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SupervisorTest {
  private static final Endpoint HERE = new Endpoint("a.tunnel.test", 443);
  private static final Endpoint THERE = new Endpoint("b.tunnel.test", 443);
  private static final Fault GONE = new Fault(Fault.Kind.ENDED, "gone");

  private Instant now = Instant.EPOCH;
  private final Supervisor supervisor = new Supervisor(Carrier.SSH, new LatestRandom(), now);

  /** Always the longest pause. */
  private static final class LatestRandom extends Random {
    private static final long serialVersionUID = 1L;

    @Override
    public long nextLong(long bound) {
      return bound - 1;
    }
  }

  private List<Effect> on(Input input) {
    return supervisor.on(input, now);
  }

  /** Lets time pass until something is due. */
  private List<Effect> later() {
    now = supervisor.due();
    return on(new Input.Tick());
  }

  private List<Effect> probed(long attempt, boolean reached) {
    return on(new Input.Probed(attempt, reached));
  }

  private static Effect open(long attempt, Optional<Endpoint> before) {
    return new Effect.Open(attempt, before);
  }

  private static Effect report(Endpoint address, boolean proven) {
    return new Effect.Report(new Reach.Open(Carrier.SSH, address, proven));
  }

  private static Effect down(Fault fault) {
    return new Effect.Report(new Reach.Down(Carrier.SSH, fault));
  }

  private void proven() {
    later();
    on(new Input.Opened(1, HERE));
    probed(1, true);
  }

  @Test
  void it_opens_the_tunnel_at_once() {
    assertEquals(
        List.of(new Effect.Report(new Reach.Opening(Carrier.SSH)), open(1, Optional.empty())),
        later());
  }

  @Test
  void an_open_tunnel_is_reported_and_probed_at_once() {
    later();
    assertEquals(
        List.of(report(HERE, false), new Effect.Probe(1, HERE)), on(new Input.Opened(1, HERE)));
  }

  @Test
  void a_probe_that_comes_back_proves_it_once() {
    later();
    on(new Input.Opened(1, HERE));
    assertEquals(List.of(report(HERE, true)), probed(1, true));
    assertEquals(List.of(new Effect.Probe(1, HERE)), later());
    assertEquals(List.of(), probed(1, true));
    assertEquals(now.plus(Supervisor.CALM), supervisor.due());
  }

  @Test
  void a_tunnel_that_never_was_proven_is_not_given_up_for_failed_probes() {
    later();
    on(new Input.Opened(1, HERE));
    for (int i = 0; i < 20; i++) {
      assertEquals(List.of(), probed(1, false));
      assertEquals(List.of(new Effect.Probe(1, HERE)), later());
    }
  }

  @Test
  void a_proven_tunnel_is_opened_anew_after_three_failed_probes() {
    proven();
    for (int i = 0; i < 2; i++) {
      later();
      assertEquals(List.of(), probed(1, false));
    }
    later();
    Fault fault = new Fault(Fault.Kind.LEADS_ASTRAY, "3 probes in a row");
    assertEquals(List.of(new Effect.Close(1), down(fault)), probed(1, false));
    assertEquals(List.of(open(2, Optional.of(HERE))), later());
  }

  @Test
  void one_probe_that_comes_back_makes_good_for_those_before() {
    proven();
    for (boolean reached : List.of(false, false, true, false, false)) {
      later();
      assertEquals(List.of(), probed(1, reached));
    }
  }

  @Test
  void a_tunnel_that_drops_is_opened_again_where_it_was() {
    proven();
    assertEquals(List.of(down(GONE)), on(new Input.Closed(1, GONE)));
    assertEquals(List.of(open(2, Optional.of(HERE))), later());
    assertEquals(report(THERE, false), on(new Input.Opened(2, THERE)).getFirst());
  }

  @Test
  void pauses_double_from_one_second_to_sixty() {
    later();
    for (long seconds : List.of(1, 2, 4, 8, 16, 32, 60, 60)) {
      Instant before = now;
      on(new Input.Closed(attempt(), GONE));
      assertEquals(Duration.ofSeconds(seconds), Duration.between(before, supervisor.due()));
      later();
    }
  }

  private long attempts;

  private long attempt() {
    return ++attempts;
  }

  @Test
  void pauses_begin_anew_after_a_tunnel_that_was_proven() {
    later();
    for (long attempt = 1; attempt <= 5; attempt++) {
      on(new Input.Closed(attempt, GONE));
      later();
    }
    on(new Input.Opened(6, HERE));
    probed(6, true);
    on(new Input.Closed(6, GONE));
    assertEquals(now.plusSeconds(1), supervisor.due());
  }

  @Test
  void pauses_go_on_growing_while_a_tunnel_opens_and_drops_at_once() {
    later();
    for (long attempt = 1; attempt <= 3; attempt++) {
      on(new Input.Opened(attempt, HERE));
      on(new Input.Closed(attempt, GONE));
      later();
    }
    on(new Input.Closed(4, GONE));
    assertEquals(now.plusSeconds(8), supervisor.due());
  }

  @Test
  void every_pause_up_to_the_longest_can_come_up() {
    Supervisor other = new Supervisor(Carrier.SSH, new Random(7), now);
    other.on(new Input.Tick(), now);
    other.on(new Input.Closed(1, GONE), now);
    assertTrue(other.due().isBefore(now.plusSeconds(1)), other.due().toString());
  }

  @Test
  void no_address_in_time_is_a_fault() {
    later();
    Fault slow = new Fault(Fault.Kind.TOO_SLOW, "no address in time");
    assertEquals(List.of(new Effect.Close(1), down(slow)), later());
  }

  @Test
  void what_an_earlier_attempt_says_does_not_count() {
    proven();
    on(new Input.Closed(1, GONE));
    later();
    assertEquals(List.of(), on(new Input.Opened(1, THERE)));
    assertEquals(List.of(), on(new Input.Closed(1, GONE)));
    assertEquals(List.of(), probed(1, false));
  }
}
