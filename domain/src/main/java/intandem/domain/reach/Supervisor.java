package intandem.domain.reach;

import intandem.domain.id.Endpoint;
import intandem.domain.port.Tunnel.Carrier;
import intandem.domain.port.Tunnel.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Keeps one tunnel open as long as it is stepped: opens it, probes it through its public address,
 * and opens it again with growing pauses. A step machine without a clock or a thread of its own.
 */
public final class Supervisor {
  static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  static final Duration PATIENCE = Duration.ofSeconds(30);
  static final Duration CALM = Duration.ofSeconds(60);
  static final Duration DOUBT = Duration.ofSeconds(10);
  static final int MOST_MISSES = 3;

  private final Carrier carrier;
  private final RandomGenerator entropy;
  private State state;
  private Optional<Endpoint> before = Optional.empty();
  private long attempts;
  private int failures;
  private List<Effect> effects = new ArrayList<>();

  private sealed interface State {
    record Waiting(Instant until) implements State {}

    record Opening(Instant until) implements State {}

    record Up(Endpoint address, Instant since, Instant probe, boolean proven, int misses)
        implements State {}
  }

  /** What can happen. The attempt is the one that {@link Effect.Open} began. */
  public sealed interface Input {
    /** The tunnel says that it is open. */
    record Opened(long attempt, Endpoint address) implements Input {}

    /** The tunnel is down. */
    record Closed(long attempt, Fault fault) implements Input {}

    /** Whether a probe came back to this hub. */
    record Probed(long attempt, boolean reached) implements Input {}

    /** Time has passed. */
    record Tick() implements Input {}
  }

  /** What is to be done, in this order. */
  public sealed interface Effect {
    /** Open the tunnel, if possible at the address it had before. */
    record Open(long attempt, Optional<Endpoint> before) implements Effect {}

    /** End what that attempt opened. */
    record Close(long attempt) implements Effect {}

    /** Try to reach this very hub at its public address, and say how it went. */
    record Probe(long attempt, Endpoint address) implements Effect {}

    /** This is how the hub can be reached now. */
    record Report(Reach reach) implements Effect {}
  }

  /** Opens the tunnel with the first step. */
  public Supervisor(Carrier carrier, RandomGenerator entropy, Instant now) {
    this.carrier = carrier;
    this.entropy = entropy;
    this.state = new State.Waiting(now);
    effects.add(new Effect.Report(new Reach.Opening(carrier)));
  }

  /** Takes what happened and answers what is to be done. */
  public List<Effect> on(Input input, Instant now) {
    switch (input) {
      case Input.Opened(long attempt, Endpoint address) when attempt == attempts ->
          opened(address, now);
      case Input.Closed(long attempt, Fault fault) when attempt == attempts -> down(fault, now);
      case Input.Probed(long attempt, boolean reached) when attempt == attempts ->
          probed(reached, now);
      case Input.Opened _, Input.Closed _, Input.Probed _, Input.Tick _ -> {}
    }
    tick(now);
    List<Effect> drained = effects;
    effects = new ArrayList<>();
    return drained;
  }

  /** When {@link Input.Tick} is due at the latest, if nothing else happens. */
  public Instant due() {
    return switch (state) {
      case State.Waiting(Instant until) -> until;
      case State.Opening(Instant until) -> until;
      case State.Up up -> up.probe();
    };
  }

  private void opened(Endpoint address, Instant now) {
    if (state instanceof State.Opening) {
      before = Optional.of(address);
      state = new State.Up(address, now, now, false, 0);
      effects.add(new Effect.Report(new Reach.Open(carrier, address, false)));
    }
  }

  private void down(Fault fault, Instant now) {
    boolean lasted =
        state instanceof State.Up up && (up.proven() || !up.since().plus(CALM).isAfter(now));
    if (!(state instanceof State.Waiting)) {
      failures = lasted ? 0 : failures;
      long longest =
          Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(failures, 10));
      failures++;
      state = new State.Waiting(now.plusMillis(entropy.nextLong(longest + 1)));
      effects.add(new Effect.Report(new Reach.Down(carrier, fault)));
    }
  }

  /** A hub that never reached itself may sit behind a network that does not let it: no fault. */
  private void probed(boolean reached, Instant now) {
    if (!(state instanceof State.Up up)) {
      return;
    }
    int misses = reached ? 0 : up.misses() + 1;
    if (up.proven() && misses >= MOST_MISSES) {
      give(misses + " probes in a row", Fault.Kind.LEADS_ASTRAY, now);
      return;
    }
    Instant next = now.plus(reached ? CALM : DOUBT);
    state = new State.Up(up.address(), up.since(), next, up.proven() || reached, misses);
    if (reached && !up.proven()) {
      effects.add(new Effect.Report(new Reach.Open(carrier, up.address(), true)));
    }
  }

  private void give(String detail, Fault.Kind kind, Instant now) {
    effects.add(new Effect.Close(attempts));
    down(new Fault(kind, detail), now);
  }

  private void tick(Instant now) {
    if (due().isAfter(now)) {
      return;
    }
    switch (state) {
      case State.Waiting waiting -> {
        state = new State.Opening(now.plus(PATIENCE));
        effects.add(new Effect.Open(++attempts, before));
      }
      case State.Opening opening -> give("no address in time", Fault.Kind.TOO_SLOW, now);
      case State.Up up -> {
        Instant answer = now.plus(PATIENCE);
        state = new State.Up(up.address(), up.since(), answer, up.proven(), up.misses());
        effects.add(new Effect.Probe(attempts, up.address()));
      }
    }
  }
}
