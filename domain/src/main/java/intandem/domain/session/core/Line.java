package intandem.domain.session.core;

import intandem.domain.id.Bytes;
import intandem.domain.id.Head;
import intandem.domain.protocol.Frame.Challenge;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** The one link of a session to a hub, from dialling to login, with growing pauses in between. */
public final class Line {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final int FEW_FAILURES = 4;
  private static final Duration LOGIN = Duration.ofSeconds(10);
  private static final Duration TRIAL = Duration.ofSeconds(30);

  private final RandomGenerator entropy;
  private State state;
  private int failures;

  private sealed interface State {
    record Down(Instant retry) implements State {}

    record Dialing(long attempt) implements State {}

    record Up(long link, Instant since) implements State {}

    record Proving(long link, Instant since, Challenge challenge, Bytes nonce) implements State {}

    record Trial(long link, Instant since, Head login, Challenge challenge, Instant asked)
        implements State {}

    record Ready(long link, Head login, boolean caughtUp) implements State {}

    record Stopped() implements State {}
  }

  Line(RandomGenerator entropy, Instant now) {
    this.entropy = entropy;
    this.state = new State.Down(now);
  }

  /** Whether it is time to dial. */
  public boolean wantsToDial(Instant now) {
    return state instanceof State.Down(Instant retry) && !retry.isAfter(now);
  }

  /** An attempt begins, of that number. */
  public void dial(long attempt) {
    state = new State.Dialing(attempt);
  }

  /** Whether that is the attempt under way. */
  public boolean dials(long attempt) {
    return state instanceof State.Dialing(long wanted) && wanted == attempt;
  }

  /** Whether nothing has answered yet, so that a hub found otherwise may be used. */
  public boolean searching() {
    return state instanceof State.Down || state instanceof State.Dialing;
  }

  /** There is a link; the hub has yet to ask for a login. */
  public void up(long link, Instant now) {
    state = new State.Up(link, now);
  }

  /** The link is gone: the next attempt follows after a pause, with full jitter. */
  public void down(Instant now) {
    long longest =
        Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(failures, 10));
    failures++;
    state = new State.Down(now.plusMillis(entropy.nextLong(longest / 2, longest + 1)));
  }

  /** While the link is gone: no attempt before that. */
  public void pause(Instant until) {
    if (state instanceof State.Down(Instant retry) && retry.isBefore(until)) {
      state = new State.Down(until);
    }
  }

  /** Whether the hub was tried for, again and again, and not reached. */
  public boolean failing() {
    return !ready() && failures > FEW_FAILURES;
  }

  /** There is another hub to look for: the next attempt follows at once. */
  public void restart(Instant now) {
    failures = 0;
    if (!stopped()) {
      state = new State.Down(now);
    }
  }

  /** Whether an attempt has failed since there was a hub. */
  public boolean tried() {
    return failures > 0;
  }

  /** The hub's challenge was answered, with that nonce. */
  public void prove(long link, Challenge challenge, Bytes nonce, Instant now) {
    state = new State.Proving(link, now, challenge, nonce);
  }

  /**
   * The hub says that it knows who this is, and that its log ended there: its word is worth nothing
   * before this log shows that its term has begun.
   */
  public void admit(Head login, Instant now) {
    if (state instanceof State.Proving p) {
      state = new State.Trial(p.link(), now, login, p.challenge(), p.since());
    }
  }

  /** What that hub has sent was sound: it has time for more. */
  public void progress(Instant now) {
    if (state instanceof State.Trial(long link, var _, Head login, var challenge, Instant asked)) {
      state = new State.Trial(link, now, login, challenge, asked);
    }
  }

  /** What a hub asked that is yet to show that its term has begun, and when. */
  public Optional<Trial> trial() {
    return state instanceof State.Trial trial
        ? Optional.of(new Trial(trial.challenge(), trial.asked()))
        : Optional.empty();
  }

  /** What a hub asked, and when. */
  public record Trial(Challenge challenge, Instant asked) {}

  /** Its term has begun. */
  public void believe() {
    if (state instanceof State.Trial trial) {
      failures = 0;
      state = new State.Ready(trial.link(), trial.login(), false);
    }
  }

  /** No hub is looked for any more. */
  public void stop() {
    state = new State.Stopped();
  }

  /** Whether no hub is looked for any more. */
  public boolean stopped() {
    return state instanceof State.Stopped;
  }

  /** The challenge that was answered and the nonce that went with it. */
  public Optional<Proof> proof() {
    return state instanceof State.Proving proving
        ? Optional.of(new Proof(proving.challenge(), proving.nonce()))
        : Optional.empty();
  }

  /** What the hub asked, and the nonce that this member answered with. */
  public record Proof(Challenge challenge, Bytes nonce) {}

  /** The link in use, whatever its state. */
  public OptionalLong link() {
    return switch (state) {
      case State.Up up -> OptionalLong.of(up.link());
      case State.Proving proving -> OptionalLong.of(proving.link());
      case State.Trial trial -> OptionalLong.of(trial.link());
      case State.Ready ready -> OptionalLong.of(ready.link());
      case State.Down down -> OptionalLong.empty();
      case State.Dialing dialing -> OptionalLong.empty();
      case State.Stopped stopped -> OptionalLong.empty();
    };
  }

  /** Whether that is the link in use, whatever its state. */
  public boolean is(long link) {
    return link().equals(OptionalLong.of(link));
  }

  /** Whether the hub of the term that this log is in knows who this is. */
  public boolean ready() {
    return state instanceof State.Ready;
  }

  /** Where the hub's log ended at the login. */
  public Optional<Head> login() {
    return switch (state) {
      case State.Trial trial -> Optional.of(trial.login());
      case State.Ready ready -> Optional.of(ready.login());
      case State.Down _, State.Dialing _, State.Up _ -> Optional.empty();
      case State.Proving _, State.Stopped _ -> Optional.empty();
    };
  }

  /** All that the hub had at login has arrived here. */
  void caughtUp(boolean caughtUp) {
    if (caughtUp && state instanceof State.Ready(long link, Head login, boolean before)) {
      state = new State.Ready(link, login, true);
    }
  }

  /** Whether {@link #caughtUp(boolean)} was told so since the login. */
  public boolean caughtUp() {
    return state instanceof State.Ready ready && ready.caughtUp();
  }

  /** Whether an entry of that index was added while this session was logged in. */
  public boolean live(long index) {
    return state instanceof State.Ready ready && ready.login().index() < index;
  }

  /** Whether a login, or what is to follow it, is taking too long. */
  public boolean late(Instant now) {
    return due().filter(due -> !(state instanceof State.Down) && !due.isAfter(now)).isPresent();
  }

  /** When this line wants attention. */
  public Optional<Instant> due() {
    return switch (state) {
      case State.Down(Instant retry) -> Optional.of(retry);
      case State.Up up -> Optional.of(up.since().plus(LOGIN));
      case State.Proving proving -> Optional.of(proving.since().plus(LOGIN));
      case State.Trial trial -> Optional.of(trial.since().plus(TRIAL));
      case State.Ready ready -> Optional.empty();
      case State.Dialing dialing -> Optional.empty();
      case State.Stopped stopped -> Optional.empty();
    };
  }
}
