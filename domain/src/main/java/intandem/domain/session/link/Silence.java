package intandem.domain.session.link;

import intandem.domain.id.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds members that are online and yet do not confirm an entry for a whole minute. */
final class Silence {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Map<MemberId, Owed> all = new HashMap<>();

  private record Owed(long index, Instant since, boolean told) {
    Owed tell() {
      return new Owed(index, since, true);
    }
  }

  /** Takes the first entry that each member has not confirmed by now. */
  void owe(Map<MemberId, Long> first, Instant now) {
    all.keySet().retainAll(first.keySet());
    first.forEach(
        (member, index) ->
            all.merge(
                member,
                new Owed(index, now, false),
                (before, fresh) -> before.index() == index ? before : fresh));
  }

  /** Starts anew: this session itself could not have heard of them. */
  void forget() {
    all.clear();
  }

  /** Those whose minute is over, each once. */
  List<MemberId> overdue(Instant now) {
    List<MemberId> overdue = new ArrayList<>();
    all.forEach(
        (member, owed) -> {
          if (!owed.told() && !owed.since().plus(LIMIT).isAfter(now)) {
            overdue.add(member);
          }
        });
    overdue.forEach(member -> all.computeIfPresent(member, (_, owed) -> owed.tell()));
    return overdue;
  }

  /** When the next minute will be over. */
  Optional<Instant> due() {
    return all.values().stream()
        .filter(owed -> !owed.told())
        .map(owed -> owed.since().plus(LIMIT))
        .min(Instant::compareTo);
  }
}
