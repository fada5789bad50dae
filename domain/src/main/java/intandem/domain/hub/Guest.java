package intandem.domain.hub;

import intandem.domain.admission.SlidingWindow;
import intandem.domain.id.Bytes;
import intandem.domain.id.MemberId;
import intandem.domain.port.Entrance;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One link of a hub, and what is known of the other end. */
final class Guest {
  private static final int STRIKES = 5;
  private static final int WINDOW = 4;
  private static final int ACKS_PER_MINUTE = 120;

  final long link;
  final Entrance entrance;
  final String address;
  final Bytes nonce;
  final SlidingWindow acks = new SlidingWindow(ACKS_PER_MINUTE, Duration.ofMinutes(1));

  private final Instant opened;
  private Optional<MemberId> member = Optional.empty();
  private boolean joining;
  private int strikes;
  private long sent;
  private int unanswered;
  private Instant answered;

  Guest(HubInput.Opened arrival, Bytes nonce, Instant opened) {
    this.link = arrival.link();
    this.entrance = arrival.entrance();
    this.address = arrival.address();
    this.nonce = nonce;
    this.opened = opened;
    this.answered = opened;
  }

  Instant opened() {
    return opened;
  }

  Optional<MemberId> member() {
    return member;
  }

  boolean is(MemberId id) {
    return member.filter(id::equals).isPresent();
  }

  /** Whether it is a member whose membership has not ended. */
  boolean active(Workspace workspace) {
    return member.flatMap(workspace.roster()::find).filter(Member::active).isPresent();
  }

  void login(MemberId id, long has, Instant now) {
    member = Optional.of(id);
    sent = has;
    answered = now;
  }

  boolean joining() {
    return joining;
  }

  void join() {
    joining = true;
  }

  /** Counts a fault of the other end; true once it was one too many. */
  boolean strike() {
    return ++strikes >= STRIKES;
  }

  /** The index of the last entry that was sent. */
  long sent() {
    return sent;
  }

  /** The index of the last entry that is meant for it. */
  long last(Workspace workspace) {
    return member.map(workspace::lastFor).orElse(0L);
  }

  /** Whether it is a member that has not been sent all that is meant for it. */
  boolean lacks(Workspace workspace) {
    return sent < last(workspace);
  }

  /** Whether one more batch of entries may be under way to the other end. */
  boolean ready() {
    return member.isPresent() && unanswered < WINDOW;
  }

  void send(long index, Instant now) {
    if (unanswered++ == 0) {
      answered = now;
    }
    sent = index;
  }

  void taken(Instant now) {
    unanswered = Math.max(0, unanswered - 1);
    answered = now;
  }

  /** Since when the other end owes an answer, if it does. */
  Optional<Instant> owing() {
    return unanswered == 0 ? Optional.empty() : Optional.of(answered);
  }
}
