package intandem.domain.session.succession;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Since when this member has no hub, and when it is to ask the others next. */
final class Rounds {
  private static final Duration HEAD_START = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int LONGEST_PAUSE = 10;

  private Optional<Instant> suspected = Optional.empty();
  private Instant lost;
  private Instant next;
  private int concluded;
  private boolean connected;

  Rounds(Instant now) {
    this.lost = now;
    this.next = now.plus(HEAD_START);
  }

  /** There is a hub. */
  void connected() {
    connected = true;
    suspected = Optional.empty();
    concluded = 0;
  }

  /** There is none: it may come back in a moment. */
  void disconnected(Instant now) {
    if (connected) {
      lost(now);
      next = now.plus(HEAD_START);
    }
  }

  /** There is none from now on. */
  void lost(Instant now) {
    connected = false;
    lost = now;
    next = now;
  }

  /** Since when there is none, if there is none. */
  Instant lost() {
    return lost;
  }

  /** Others are to come first for so long. */
  void giveWay(Duration time, Instant now) {
    suspected = Optional.of(now.plus(time));
    next = now.plus(HEAD_START);
  }

  /** Whether others have had so much time, since the hub is known to be gone, to come first. */
  boolean waited(Duration courtesy, Instant now) {
    Instant since = suspected.orElse(now);
    suspected = Optional.of(since);
    return !since.plus(courtesy).isAfter(now);
  }

  boolean due(Instant now) {
    return !next.isAfter(now);
  }

  Instant next() {
    return next;
  }

  void at(Instant time) {
    next = time;
  }

  /** A round has begun, or something else is tried before. */
  void pause(Instant now) {
    next = now.plus(PAUSE);
  }

  /** A round has ended: after many, they become fewer. */
  void conclude(Instant now) {
    concluded++;
    next = now.plus(PAUSE.multipliedBy(Math.min(LONGEST_PAUSE, 1 + concluded / LONGEST_PAUSE)));
  }
}
