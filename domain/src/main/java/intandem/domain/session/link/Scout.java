package intandem.domain.session.link;

import intandem.domain.id.Endpoint;
import intandem.domain.id.Head;
import intandem.domain.port.Codec.Decoded;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Frame;
import intandem.domain.replica.Meeting;
import intandem.domain.replica.Meeting.Outcome;
import intandem.domain.replica.Replica.Verdict;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One look at a hub of which someone told whose word counts for nothing, over a link of its own,
 * while all stays as it is: its log shows within 30 seconds what it means for this member, or not.
 */
public final class Scout {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Core core;
  private final Proving proving;
  private final List<Endpoint> hubAt;
  private final Instant until;
  private final boolean removed;
  private final long attempt;
  private OptionalLong link = OptionalLong.empty();
  private Optional<Line.Proof> proof = Optional.empty();
  private Optional<Meeting> meeting = Optional.empty();
  private Optional<Head> login = Optional.empty();
  private boolean over;

  /**
   * Sets out for these addresses.
   *
   * @param removed whether this member is said to be removed there
   */
  public Scout(Core core, List<Endpoint> hubAt, boolean removed, Instant now) {
    this.core = core;
    this.proving = new Proving(core);
    this.hubAt = hubAt;
    this.removed = removed;
    this.until = now.plus(PATIENCE);
    this.attempt = core.attempt();
    core.effect(new SessionEffect.Dial(attempt, hubAt));
  }

  /** Where it looks. */
  public List<Endpoint> hubAt() {
    return hubAt;
  }

  /** A link is up; false if it is another one. */
  public boolean linkUp(long dialled, long up) {
    if (dialled != attempt || over) {
      return false;
    }
    link = OptionalLong.of(up);
    return true;
  }

  /** An attempt failed; it need not be this one. */
  public void dialFailed(long dialled) {
    over |= dialled == attempt;
  }

  /** Whether that is its link. */
  public boolean has(long other) {
    return link.equals(OptionalLong.of(other));
  }

  /** Its link is gone. */
  public void linkDown() {
    link = OptionalLong.empty();
    over = true;
  }

  /** Ends the look. */
  public void close() {
    link.ifPresent(open -> core.effect(new SessionEffect.Close(open)));
    linkDown();
  }

  /** Whether there is nothing more to be seen. */
  public boolean over(Instant now) {
    return over || !until.isAfter(now);
  }

  /** When it is over at the latest. */
  public Instant due() {
    return until;
  }

  /** Takes what arrived over its link; answers what the log there means, once that is known. */
  public Outcome received(Decoded<Frame> decoded, Instant now) {
    switch (decoded) {
      case Decoded.Valid<Frame>(Frame.Challenge challenge) when worthwhile(challenge) ->
          proof = Optional.of(logIn(challenge, now));
      case Decoded.Valid<Frame>(Frame.LoggedIn in)
          when proof.filter(given -> proving.proven(given, in)).isPresent() -> {
        login = Optional.of(in.head());
        return known() ? Outcome.FOLLOWED : Outcome.UNFINISHED;
      }
      case Decoded.Valid<Frame>(Frame.Entries batch) when login.isPresent() -> {
        return read(batch);
      }
      case Decoded.Valid<Frame>(Frame.Acked ack) when login.isPresent() -> {}
      case Decoded.Valid<Frame> other -> close();
      case Decoded.Malformed<Frame> malformed -> close();
    }
    return Outcome.UNFINISHED;
  }

  /**
   * Who is said to be removed looks at any term, who has no hub at its own or a higher one, and who
   * has one at a higher one.
   */
  private boolean worthwhile(Frame.Challenge challenge) {
    int least = core.line.ready() ? 1 : 0;
    return proof.isEmpty()
        && challenge.workspace().equals(core.identity.workspace())
        && (removed || challenge.term().compareTo(core.term().orElseThrow()) >= least);
  }

  /** Whether it is the hub of the term that this log is in, which its key has shown. */
  private boolean known() {
    return !core.line.ready() && proof.map(given -> given.challenge().term()).equals(core.term());
  }

  private Line.Proof logIn(Frame.Challenge challenge, Instant now) {
    Frame.Proof signed = proving.proof(challenge);
    core.hearsay.looks(now);
    send(signed);
    return new Line.Proof(challenge, signed.nonce());
  }

  private Outcome read(Frame.Entries batch) {
    if (meeting.isEmpty()) {
      meeting = base(batch.entries()).map(core.replica()::meeting);
    }
    if (meeting.map(met -> met.judge(batch)).orElse(new Verdict.Sound(List.of()))
        instanceof Verdict.Cheated) {
      close();
      return Outcome.UNFINISHED;
    }
    long index = batch.checkpoint().head().index();
    send(new Frame.Taken(index));
    boolean whole = login.filter(end -> end.index() <= index).isPresent();
    return meeting
        .map(met -> outcome(met, met.outcome(core.workspace(), core.self(), whole)))
        .orElse(Outcome.UNFINISHED);
  }

  /** Whom this log does not count as a member does not make a hub begin another term. */
  private Outcome outcome(Meeting met, Outcome outcome) {
    boolean known = core.workspace().roster().active().contains(met.workspace().reign().owner());
    return outcome == Outcome.OUTRANKED && !known ? Outcome.IGNORED : outcome;
  }

  /** The head of this log after which that one has something else, or more. */
  private Optional<Head> base(List<Entry> entries) {
    Head own = core.replica().head();
    boolean more = entries.stream().anyMatch(entry -> entry.place().index() > own.index());
    return core.replica().fork(entries).or(() -> more ? Optional.of(own) : Optional.empty());
  }

  private void send(Frame frame) {
    link.ifPresent(open -> core.effect(new SessionEffect.Send(open, frame)));
  }
}
