package intandem.domain.session.succession;

import intandem.domain.id.MemberId;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Standing;
import intandem.domain.protocol.Standing.Contact;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.core.Core;
import intandem.domain.session.link.Addresses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** One round of asking other members where they stand, each over a link of its own. */
final class Poll {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** For whoever leads, or did: it may have stopped without its links telling. */
  private static final Duration OWNER_PATIENCE = Duration.ofSeconds(1);

  private final Core core;
  private final Standing question;
  private final MemberId owner;
  private final Instant begun;
  private final Map<Long, MemberId> dialling = new HashMap<>();
  private final Map<Long, MemberId> links = new HashMap<>();
  private final List<Standing> answers = new ArrayList<>();

  Poll(Core core, Collection<MemberId> members, Contact contact, Instant now) {
    this.core = core;
    this.question = Standings.of(core, Standings.nonce(core), contact);
    this.owner = core.workspace().reign().owner();
    this.begun = now;
    members.forEach(this::dial);
  }

  private void dial(MemberId member) {
    var addresses = Addresses.toTry(core, member);
    if (!addresses.isEmpty()) {
      long attempt = core.attempt();
      dialling.put(attempt, member);
      core.effect(new SessionEffect.Dial(attempt, addresses));
    }
  }

  boolean linkUp(long attempt, long link) {
    MemberId member = dialling.remove(attempt);
    if (member == null) {
      return false;
    }
    links.put(link, member);
    core.effect(new SessionEffect.Send(link, new Frame.Query(question)));
    return true;
  }

  void dialFailed(long attempt) {
    dialling.remove(attempt);
  }

  void linkDown(long link) {
    links.remove(link);
  }

  /** Whom a link is to. */
  MemberId member(long link) {
    return Objects.requireNonNull(links.get(link));
  }

  boolean has(long link) {
    return links.containsKey(link);
  }

  /** Takes the word of the member that was asked; anyone else's is worth nothing here. */
  void answered(long link, Standing standing) {
    boolean asked = standing.from().equals(links.get(link));
    if (asked && standing.nonce().equals(question.nonce()) && Standings.genuine(core, standing)) {
      answers.add(standing);
    }
    hangUp(link);
  }

  void hangUp(long link) {
    links.remove(link);
    core.effect(new SessionEffect.Close(link));
  }

  /** Leaves a link, over which a hub spoke, to whoever goes on with it. */
  void release(long link) {
    links.remove(link);
  }

  /** Whether everyone has answered who will. */
  boolean over(Instant now) {
    return !due().isAfter(now);
  }

  List<Standing> answers() {
    return List.copyOf(answers);
  }

  void close() {
    List.copyOf(links.keySet()).forEach(this::hangUp);
    dialling.clear();
  }

  Instant due() {
    if (dialling.isEmpty() && links.isEmpty()) {
      return Instant.MIN;
    }
    boolean ownerOnly =
        Stream.concat(dialling.values().stream(), links.values().stream()).allMatch(owner::equals);
    return begun.plus(ownerOnly ? OWNER_PATIENCE : PATIENCE);
  }
}
