package intandem.domain.session.succession;

import intandem.domain.id.Endpoint;
import intandem.domain.id.MemberId;
import intandem.domain.port.Codec.Decoded;
import intandem.domain.port.Entrance;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Standing;
import intandem.domain.protocol.Standing.Contact;
import intandem.domain.replica.Meeting.Outcome;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.core.Core;
import intandem.domain.session.core.Listener;
import intandem.domain.session.link.Addresses;
import intandem.domain.session.link.Scout;
import intandem.domain.session.link.Uplink;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A member's links to others than its hub: it asks them where they stand, and says so itself. */
public final class Contacts implements Listener {
  private static final Duration SCOUTING = Duration.ofSeconds(10);

  /** After a look that made this member leave its hub. */
  private static final Duration REST = Duration.ofMinutes(5);

  /** So long, whatever speaks like a hub where one was found is none, unless it proved to be. */
  private static final Duration DOUBT = Duration.ofMinutes(1);

  private final Core core;
  private final Uplink uplink;
  private final Succession succession;
  private final Visitors visitors;
  private final Map<MemberId, Instant> doubted = new HashMap<>();
  private final Ignored ignored = new Ignored();
  private Optional<Poll> poll = Optional.empty();
  private Optional<Scout> scout = Optional.empty();
  private Instant scouted = Instant.EPOCH;

  Contacts(Core core, Uplink uplink, Succession succession) {
    this.core = core;
    this.uplink = uplink;
    this.succession = succession;
    this.visitors = new Visitors(core);
  }

  /** Begins to ask members. */
  void ask(Collection<MemberId> members, Contact contact, Instant now) {
    poll = Optional.of(new Poll(core, members, contact, now));
  }

  boolean asking() {
    return poll.isPresent();
  }

  /** What they answered, once and when everyone has who will. */
  Optional<List<Standing>> answers(Instant now) {
    Optional<List<Standing>> answers =
        poll.filter(round -> round.over(now)).map(round -> all(round.answers(), now));
    if (answers.isPresent()) {
      stopAsking();
    }
    return answers;
  }

  /** Adds what others said who came here: each member is heard once. */
  private List<Standing> all(List<Standing> answers, Instant now) {
    Set<MemberId> heard = answers.stream().map(Standing::from).collect(Collectors.toSet());
    Stream<Standing> more = visitors.words(now).stream().filter(w -> !heard.contains(w.from()));
    return Stream.concat(answers.stream(), more).toList();
  }

  void stopAsking() {
    poll.ifPresent(Poll::close);
    poll = Optional.empty();
  }

  private void recall() {
    scout.ifPresent(Scout::close);
    scout = Optional.empty();
  }

  @Override
  public void givenUp() {
    stopAsking();
    recall();
  }

  /** What was asked named a head that this member no longer has. */
  @Override
  public void cut(long index) {
    stopAsking();
  }

  /** Whoever has knocked finds a hub from now on. */
  void lead() {
    stopAsking();
    visitors.forget();
  }

  /** Someone opened a link to this member, which is no hub, from there. */
  public void arrived(long link, Entrance entrance, Instant now) {
    visitors.arrived(link, entrance, now);
  }

  /** A link is up; false if nobody here dialled it. */
  public boolean linkUp(long attempt, long link) {
    return poll.filter(round -> round.linkUp(attempt, link)).isPresent()
        || scout.filter(look -> look.linkUp(attempt, link)).isPresent();
  }

  /** An attempt failed; it need not be one of these. */
  public void dialFailed(long attempt) {
    poll.ifPresent(round -> round.dialFailed(attempt));
    scout.ifPresent(look -> look.dialFailed(attempt));
  }

  /** A link is gone; it need not be one of these. */
  public void linkDown(long link) {
    visitors.linkDown(link);
    poll.ifPresent(round -> round.linkDown(link));
    scout.filter(look -> look.has(link)).ifPresent(Scout::linkDown);
  }

  /** Something came over a link that is not the one to the hub. */
  public void received(long link, Decoded<Frame> decoded, Instant now) {
    Optional<Poll> asking = poll.filter(round -> round.has(link));
    Optional<Scout> looking = scout.filter(look -> look.has(link));
    if (looking.isPresent()) {
      looked(looking.get(), looking.get().received(decoded, now), now);
    } else if (asking.isPresent()) {
      switch (decoded) {
        case Decoded.Valid<Frame>(Frame.Answered(Standing standing)) ->
            asking.get().answered(link, standing);
        case Decoded.Valid<Frame>(Frame.Query(Standing standing))
            when Standings.genuine(core, standing) ->
            reply(link, standing);
        case Decoded.Valid<Frame>(Frame.Challenge challenge) ->
            found(asking.get(), link, challenge, now);
        case Decoded.Valid<Frame>(Frame.Goodbye(var reason, var retry))
            when reason == Frame.Goodbye.Reason.REMOVED -> {
          List<Endpoint> there = Addresses.toTry(core, asking.get().member(link));
          asking.get().hangUp(link);
          removed(there, now);
        }
        case Decoded.Valid<Frame> other -> {}
        case Decoded.Malformed<Frame> malformed -> asking.get().hangUp(link);
      }
    } else if (visitors.has(link)) {
      switch (decoded) {
        case Decoded.Valid<Frame>(Frame.Query(Standing standing)) -> asked(link, standing, now);
        case Decoded.Valid<Frame>(Frame.Answered(Standing standing)) -> {
          if (visitors.answered(link, standing, now) && standing.hub() == Contact.HEARD) {
            succession.hurry(now);
          }
        }
        case Decoded.Valid<Frame> other -> visitors.close(link);
        case Decoded.Malformed<Frame> malformed -> visitors.close(link);
      }
    }
  }

  private void looked(Scout look, Outcome outcome, Instant now) {
    switch (outcome) {
      case UNFINISHED -> {}
      case IGNORED, TWO_STORIES -> {
        recall();
        ignored.add(look.hubAt(), now);
      }
      case EXPELLED -> {
        recall();
        uplink.expel();
      }
      case FOLLOWED, OUTRANKED -> {
        recall();
        scouted = now.plus(REST);
        succession.follow(look.hubAt(), now);
      }
    }
  }

  /** A hub says that this member was removed: who leads looks whether it can show that. */
  private void removed(List<Endpoint> there, Instant now) {
    if (core.hosting()) {
      scout(there, true, now);
    } else {
      core.hearsay.saidRemoved(true);
    }
  }

  private void scout(List<Endpoint> there, boolean removed, Instant now) {
    boolean known = ignored.has(there, now);
    if (!there.isEmpty() && !known && !scouted.plus(SCOUTING).isAfter(now)) {
      recall();
      scouted = now;
      scout = Optional.of(new Scout(core, there, removed, now));
    }
  }

  /** Says where this member stands to a member that asks. */
  private void reply(long link, Standing question) {
    Contact contact = core.line.ready() ? Contact.HEARD : Contact.LOST;
    Standing answer = Standings.of(core, question.nonce(), contact);
    core.effect(new SessionEffect.Send(link, new Frame.Answered(answer)));
  }

  /** A hub answered: its first frame asks for a login. */
  private void found(Poll round, long link, Frame.Challenge challenge, Instant now) {
    boolean ours = challenge.workspace().equals(core.identity.workspace());
    MemberId there = round.member(link);
    if (doubted.getOrDefault(there, now).isAfter(now)) {
      round.hangUp(link);
    } else if (!core.hosting() && ours && !core.fenced(challenge.term()) && core.line.searching()) {
      doubted.put(there, now.plus(DOUBT));
      round.release(link);
      stopAsking();
      uplink.takeOver(link, challenge, now);
    }
  }

  /** There is a hub that has proven to be one. */
  void settled() {
    stopAsking();
    doubted.clear();
  }

  private void asked(long link, Standing standing, Instant now) {
    if (core.replica().workspace().isEmpty() || !Standings.genuine(core, standing)) {
      stranger(standing, now);
      visitors.close(link);
      return;
    }
    if (!core.line.ready()) {
      visitors.askBack(link);
    }
    reply(link, standing);
    if (higher(standing)) {
      core.hearsay.rumour(standing.term());
      stopAsking();
      succession.follow(Addresses.parse(standing.hubAt()), now);
    }
  }

  private boolean higher(Standing standing) {
    return core.term().filter(own -> standing.term().compareTo(own) > 0).isPresent();
  }

  @Override
  public void relayed(long channel, Standing standing, Instant now) {
    if (core.hosting() && Standings.genuine(core, standing)) {
      Standing answer = Standings.of(core, standing.nonce(), Contact.HEARD);
      core.send(new Frame.Relayed(channel, new Frame.Answered(answer)));
    } else if (core.hosting()) {
      stranger(standing, now);
    }
  }

  /**
   * Someone whom the log does not know, perhaps because it parted from the other's, says where a
   * hub is: what that is worth, a look at its log shows. Who has a hub looks for a higher term
   * only.
   */
  private void stranger(Standing standing, Instant now) {
    boolean lost = core.replica().workspace().isPresent() && !core.line.ready();
    if (lost || higher(standing)) {
      scout(Addresses.parse(standing.hubAt()), false, now);
    }
  }

  void tick(Instant now) {
    visitors.tick(now);
    if (scout.filter(look -> look.over(now)).isPresent()) {
      recall();
    }
  }

  /** When {@link #tick} or {@link #answers} is due. */
  Optional<Instant> due() {
    return Stream.of(visitors.due(), poll.map(Poll::due), scout.map(Scout::due))
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }
}
