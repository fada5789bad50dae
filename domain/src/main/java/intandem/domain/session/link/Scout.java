package intandem.domain.session.link;

import intandem.domain.id.Endpoint;
import intandem.domain.id.Head;
import intandem.domain.port.Codec.Decoded;
import intandem.domain.protocol.Entry;
import intandem.domain.protocol.Frame;
import intandem.domain.replica.Meeting;
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
 * One look at a hub of which someone unknown told, over a link of its own, while all stays as it
 * is: either its log shows a higher term of this workspace, or it does not within 30 seconds.
 */
public final class Scout {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Core core;
  private final Proving proving;
  private final List<Endpoint> hubAt;
  private final Instant until;
  private final long attempt;
  private OptionalLong link = OptionalLong.empty();
  private Optional<Line.Proof> proof = Optional.empty();
  private Optional<Meeting> meeting = Optional.empty();
  private boolean loggedIn;
  private boolean over;

  /** Sets out for these addresses. */
  public Scout(Core core, List<Endpoint> hubAt, Instant now) {
    this.core = core;
    this.proving = new Proving(core);
    this.hubAt = hubAt;
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

  /** Takes what arrived over its link; answers whether the log there shows a higher term. */
  public boolean received(Decoded<Frame> decoded, Instant now) {
    switch (decoded) {
      case Decoded.Valid<Frame>(Frame.Challenge challenge) when higher(challenge) ->
          proof = Optional.of(logIn(challenge, now));
      case Decoded.Valid<Frame>(Frame.LoggedIn in)
          when proof.filter(given -> proving.proven(given, in)).isPresent() ->
          loggedIn = true;
      case Decoded.Valid<Frame>(Frame.Entries batch) when loggedIn -> {
        return read(batch);
      }
      case Decoded.Valid<Frame>(Frame.Acked ack) when loggedIn -> {}
      case Decoded.Valid<Frame> other -> close();
      case Decoded.Malformed<Frame> malformed -> close();
    }
    return false;
  }

  /** A login where this member is logged in already would end that. */
  private boolean higher(Frame.Challenge challenge) {
    return proof.isEmpty()
        && challenge.workspace().equals(core.identity.workspace())
        && core.term().filter(own -> challenge.term().compareTo(own) > 0).isPresent();
  }

  private Line.Proof logIn(Frame.Challenge challenge, Instant now) {
    Frame.Proof signed = proving.proof(challenge);
    core.hearsay.looks(now);
    send(signed);
    return new Line.Proof(challenge, signed.nonce());
  }

  private boolean read(Frame.Entries batch) {
    if (meeting.isEmpty()) {
      meeting = base(batch.entries()).map(core.replica()::meeting);
    }
    if (meeting.map(met -> met.judge(batch)).orElse(new Verdict.Sound(List.of()))
        instanceof Verdict.Cheated) {
      close();
      return false;
    }
    send(new Frame.Taken(batch.checkpoint().head().index()));
    return meeting.filter(Meeting::settled).filter(this::leads).isPresent();
  }

  /** The head of this log after which that one has something else, or more. */
  private Optional<Head> base(List<Entry> entries) {
    Head own = core.replica().head();
    boolean more = entries.stream().anyMatch(entry -> entry.place().index() > own.index());
    return core.replica().fork(entries).or(() -> more ? Optional.of(own) : Optional.empty());
  }

  private boolean leads(Meeting met) {
    return met.workspace().reign().term().compareTo(core.term().orElseThrow()) > 0;
  }

  private void send(Frame frame) {
    link.ifPresent(open -> core.effect(new SessionEffect.Send(open, frame)));
  }
}
