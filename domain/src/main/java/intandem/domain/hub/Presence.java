package intandem.domain.hub;

import intandem.domain.id.MemberId;
import intandem.domain.workspace.Member;
import intandem.domain.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which members the log calls online or away although their links say otherwise. */
final class Presence {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Guests guests;
  private final Map<MemberId, Instant> lost = new HashMap<>();

  Presence(Guests guests) {
    this.guests = guests;
  }

  void lost(MemberId member, Instant now) {
    lost.put(member, now);
  }

  /** Members whose state in the log is due to change. */
  Stream<Member> due(Workspace workspace, Instant now) {
    return workspace
        .roster()
        .seated()
        .filter(member -> changesAt(member).filter(at -> !at.isAfter(now)).isPresent());
  }

  /** When the next state of a member is due to change, or was, if that could not be noted. */
  Optional<Instant> next(Workspace workspace) {
    return workspace
        .roster()
        .seated()
        .flatMap(member -> changesAt(member).stream())
        .min(Instant::compareTo);
  }

  private Optional<Instant> changesAt(Member member) {
    if (!linked(member)) {
      return awayAt(member);
    }
    return member.online() ? Optional.empty() : Optional.of(member.since());
  }

  private boolean linked(Member member) {
    return guests.find(member.id()).isPresent();
  }

  private Optional<Instant> awayAt(Member member) {
    return member.online()
        ? Optional.of(lost.getOrDefault(member.id(), member.since()).plus(PATIENCE))
        : Optional.empty();
  }
}
