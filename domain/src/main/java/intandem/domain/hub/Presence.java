package intandem.domain.hub;

import intandem.domain.id.MemberId;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which members the log calls online or away although their links say otherwise, and since when: by
 * this hub's own clock, which may be hours behind what the log says.
 */
final class Presence {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Guests guests;
  private final Map<Change, Instant> changes = new HashMap<>();
  private final Set<MemberId> ended = new HashSet<>();

  private record Change(MemberId member, boolean online) {}

  Presence(Guests guests) {
    this.guests = guests;
  }

  /** A member said that it ends: nobody waits for it to come back. */
  void ended(MemberId member) {
    ended.add(member);
  }

  /** Compares the log with the links: members whose state in the log is to change now. */
  List<Member> due(Workspace workspace, Instant now) {
    List<Member> astray = workspace.roster().seated().filter(this::astray).toList();
    changes.keySet().retainAll(astray.stream().map(Presence::change).toList());
    ended.retainAll(astray.stream().map(Member::id).toList());
    return astray.stream().filter(member -> !changesAt(member, now).isAfter(now)).toList();
  }

  private boolean astray(Member member) {
    return member.online() != guests.find(member.id()).isPresent();
  }

  /** When the next state of a member is due to change, or was, if that could not be noted. */
  Optional<Instant> next() {
    return changes.values().stream().min(Instant::compareTo);
  }

  private static Change change(Member member) {
    return new Change(member.id(), !member.online());
  }

  /** Who is back is called online at once; who is gone may come back first, unless it ended. */
  private Instant changesAt(Member member, Instant now) {
    boolean certain = !member.online() || ended.contains(member.id());
    return changes.computeIfAbsent(change(member), _ -> certain ? now : now.plus(PATIENCE));
  }
}
