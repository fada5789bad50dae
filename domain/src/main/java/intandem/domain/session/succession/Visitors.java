package intandem.domain.session.succession;

import intandem.domain.id.MemberId;
import intandem.domain.port.Entrance;
import intandem.domain.protocol.Frame;
import intandem.domain.protocol.Standing;
import intandem.domain.protocol.Standing.Contact;
import intandem.domain.session.boundary.SessionEffect;
import intandem.domain.session.core.Core;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Links that others opened to a member that is no hub: each may ask one thing. Whoever does is
 * asked back if this member has no hub either, as it may be one that cannot be reached from here.
 */
final class Visitors {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final int MOST = 8;

  private final Core core;
  private final Map<Long, Visit> links = new LinkedHashMap<>();
  private final Map<MemberId, Word> words = new HashMap<>();

  /** A link, and what this member asked over it. */
  private record Visit(Entrance entrance, Instant since, Optional<Standing> question) {}

  private record Word(Standing standing, Instant said) {}

  Visitors(Core core) {
    this.core = core;
  }

  void arrived(long link, Entrance entrance, Instant now) {
    links.put(link, new Visit(entrance, now, Optional.empty()));
    Frame greeting = new Frame.Goodbye(Frame.Goodbye.Reason.OWNER_AWAY, Duration.ZERO);
    core.effect(new SessionEffect.Send(link, greeting));
    List<Long> same =
        links.entrySet().stream()
            .filter(visitor -> visitor.getValue().entrance() == entrance)
            .map(Map.Entry::getKey)
            .toList();
    if (same.size() > MOST) {
      close(same.getFirst());
    }
  }

  boolean has(long link) {
    return links.containsKey(link);
  }

  void linkDown(long link) {
    links.remove(link);
  }

  void close(long link) {
    links.remove(link);
    core.effect(new SessionEffect.Close(link));
  }

  /** Asks where that visitor stands itself. */
  void askBack(long link) {
    Standing question = Standings.of(core, Standings.nonce(core), Contact.LOST);
    links.computeIfPresent(
        link, (_, visit) -> new Visit(visit.entrance(), visit.since(), Optional.of(question)));
    core.effect(new SessionEffect.Send(link, new Frame.Query(question)));
  }

  /** Takes what a visitor says that was asked back; false if it is worth nothing. */
  boolean answered(long link, Standing standing, Instant now) {
    boolean counts =
        Optional.ofNullable(links.get(link))
            .flatMap(Visit::question)
            .filter(question -> question.nonce().equals(standing.nonce()))
            .filter(_ -> Standings.genuine(core, standing))
            .isPresent();
    if (counts) {
      words.put(standing.from(), new Word(standing, now));
    }
    close(link);
    return counts;
  }

  /** What visitors said within the last seconds. */
  List<Standing> words(Instant now) {
    words.values().removeIf(word -> !word.said().plus(FRESH).isAfter(now));
    return words.values().stream().map(Word::standing).toList();
  }

  /** Whoever now knocks finds a hub. */
  void forget() {
    links.clear();
    words.clear();
  }

  void tick(Instant now) {
    for (Map.Entry<Long, Visit> visitor : List.copyOf(links.entrySet())) {
      if (!visitor.getValue().since().plus(PATIENCE).isAfter(now)) {
        close(visitor.getKey());
      }
    }
  }

  Optional<Instant> due() {
    return links.values().stream().findFirst().map(visit -> visit.since().plus(PATIENCE));
  }
}
